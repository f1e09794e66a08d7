"""Turns tables round whose indicators stand across and whose years stand down."""

from __future__ import annotations

from functools import cache

from assistant.checker.form import STAGES, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.labels import gist
from assistant.checker.mapping.columns import heading_kind
from assistant.checker.source import Cell, Table

_FEWEST = 3


@cache
def _indicators(stage: Stage) -> frozenset[str]:
    """The gists of all indicators of a form."""
    return frozenset(
        gist(label)
        for _, table, row in load_form(stage).rows()
        if table.kind == "matrix"
        for label in (row.label, *row.aliases)
    )


def upright(table: Table) -> Table:
    """`table` with its indicators down; the table itself where they stand so already.

    Rows of one cell above the headings (titles) stay above. Places are those of the file.
    """
    top = next((n for n, row in enumerate(table.rows) if len(row) > 1), None)
    if top is None:
        return table
    rows = table.rows[top:]
    width = len(rows[0])
    if len(rows) < 2 or width < 2 or any(len(row) != width for row in rows):
        return table
    labels = frozenset().union(*(_indicators(stage) for stage in STAGES))
    across = sum(gist(cell.own_text) in labels for cell in rows[0][1:])
    down = sum(gist(row[0].own_text) in labels for row in rows[1:])
    if (across < width - 1 and across < max(_FEWEST, (width - 1) // 2)) or down:
        return table
    tables = [t for _, t, _ in load_form("初赛").rows() if t.kind == "matrix"]
    if not all(heading_kind(row[0].own_text, tables) for row in rows[1:]):
        return table
    turned = tuple(
        tuple(Cell(row[column].blocks, n, 1, row[column].place) for n, row in enumerate(rows))
        for column in range(width)
    )
    return Table(table.index, (*table.rows[:top], *turned))
