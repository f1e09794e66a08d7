"""Evidence in few lines: cells of one row together, sentences one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.checker.reports.models import Evidence
from assistant.checker.reports.names import clipped, place_name, printable

_LONGEST = 300


def evidence_lines(items: Sequence[Evidence]) -> list[tuple[str, str]]:
    """(where, what) of each line: `("5.1 集群总产值（亿元）", "2023年发展目标 510.00；2024年发展目标 578.00")`.

    Args:
        items: the evidence for a requirement, in the report's order.
    """
    lines: list[tuple[str, str]] = []
    for (section, row), group in groupby(items, key=lambda item: (item.section, item.row)):
        where = place_name(section, row, None)
        cells = [(item.column, clipped(printable(item.value), _LONGEST)) for item in group]
        if row is None:
            lines += [(where, value) for _, value in cells]
        elif len({column for column, _ in cells}) == 1:
            column = cells[0][0]
            values = "；".join(value for _, value in cells)
            lines.append((place_name(section, row, column), values))
        else:
            lines.append(
                (where, "；".join(f"{column} {value}" if column else value for column, value in cells))
            )
    return lines
