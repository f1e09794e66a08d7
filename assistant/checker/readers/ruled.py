"""Finds the tables that ruled lines draw, and puts the characters and pictures into their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from assistant.checker.readers.lines import text_lines
from assistant.checker.readers.page import Box, Glyph, Grid, GridCell, Rule

# Lines nearer than this are one line drawn twice, or end on one another (points).
_SNAP = 3.0
_SHORTEST = 4.0
_MOST_RULES = 4000
_MOST_NESTED = 4


class Layout:
    """Sorts what stands on a page into tables and the rest.

    Args:
        rules: the page's straight lines.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._tables = _nest([_Table(group) for group in _groups(_cells(list(rules)))])

    def sort(
        self, glyphs: Sequence[Glyph], pictures: Sequence[Box]
    ) -> tuple[list[Grid], list[Glyph], list[Box]]:
        """Tables with their content, and the characters and pictures that stand outside all of them."""
        outside_glyphs = [glyph for glyph in glyphs if not self._place(glyph.middle, glyph)]
        outside_pictures = [
            box
            for box in pictures
            if not self._place(((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2), None)
        ]
        return [table.grid() for table in self._tables], outside_glyphs, outside_pictures

    def _place(self, at: tuple[float, float], glyph: Glyph | None) -> bool:
        return any(table.put(at, glyph) for table in self._tables)


class _Table:
    """Cells that touch one another, and what stands in them."""

    def __init__(self, cells: list[Box]) -> None:
        self.cells = cells
        self.box = Box(
            min(cell.x0 for cell in cells),
            min(cell.top for cell in cells),
            max(cell.x1 for cell in cells),
            max(cell.bottom for cell in cells),
        )
        self.inner: list[list[_Table]] = [[] for _ in cells]
        self._rows = sorted({edge for cell in cells for edge in (cell.top, cell.bottom)})
        self._bands: list[list[tuple[float, int]]] = [[] for _ in self._rows[1:]]
        for number, cell in enumerate(cells):
            for band in range(self._rows.index(cell.top), self._rows.index(cell.bottom)):
                self._bands[band].append((cell.x0, number))
        for cells_of_band in self._bands:
            cells_of_band.sort()
        self._glyphs: list[list[Glyph]] = [[] for _ in cells]
        self._pictures = [0] * len(cells)

    def cell_at(self, at: tuple[float, float]) -> int | None:
        """The number of the cell at a point."""
        x, y = at
        band = bisect_right(self._rows, y) - 1
        if not 0 <= band < len(self._bands):
            return None
        position = bisect_right(self._bands[band], (x, len(self.cells))) - 1
        if position < 0:
            return None
        number = self._bands[band][position][1]
        return number if self.cells[number].holds(x, y) else None

    def put(self, at: tuple[float, float], glyph: Glyph | None) -> bool:
        """Put a character (None for a picture) into the cell at a point; False where there is none."""
        number = self.cell_at(at)
        if number is None:
            return False
        if any(table.put(at, glyph) for table in self.inner[number]):
            return True
        if glyph is None:
            self._pictures[number] += 1
        else:
            self._glyphs[number].append(glyph)
        return True

    def grid(self) -> Grid:
        """The table with what was put into it."""
        filled = [
            GridCell(
                box,
                tuple(text_lines(self._glyphs[number])),
                tuple(table.grid() for table in self.inner[number]),
                self._pictures[number],
            )
            for number, box in enumerate(self.cells)
        ]
        rows = tuple(tuple(filled[number] for _, number in band) for band in self._bands if band)
        return Grid(rows, self.box)


def _nest(tables: list[_Table]) -> list[_Table]:
    """Puts tables that lie in a cell of another into it; frames around other tables are no tables."""
    tables.sort(key=lambda table: table.box.area, reverse=True)
    frames = [
        table
        for table in tables
        if len(table.cells) == 1
        and any(other is not table and other.box.inside(table.box) for other in tables)
    ]
    outer: list[_Table] = []
    for table in tables:
        if table in frames:
            continue
        home = _home(table, outer)
        if home is None:
            outer.append(table)
        elif len(table.cells) > 1:  # a single rectangle in a cell is shading or a frame
            home.append(table)
    return sorted(outer, key=lambda table: table.box.top)


def _home(table: _Table, tables: Sequence[_Table], depth: int = 0) -> list[_Table] | None:
    """The list of inner tables of the innermost cell that holds `table`."""
    at = ((table.box.x0 + table.box.x1) / 2, (table.box.top + table.box.bottom) / 2)
    for other in tables:
        number = other.cell_at(at)
        if number is not None and table.box.inside(other.cells[number]):
            inner = other.inner[number]
            deeper = _home(table, inner, depth + 1) if depth < _MOST_NESTED else None
            return deeper if deeper is not None else inner
    return None


def _cells(rules: list[Rule]) -> list[Box]:
    """The smallest rectangles that the rules enclose."""
    from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

    if len(rules) < 4 or len(rules) > 4 * _MOST_RULES:
        return []
    edges = merge_edges([_edge(rule) for rule in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    edges = [edge for edge in edges if max(edge["width"], edge["height"]) >= _SHORTEST]
    if len(edges) > _MOST_RULES:  # a drawing
        return []
    edges += [_edge(rule) for rule in _open_sides([_rule(edge) for edge in edges])]
    edges = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP))
    return [Box(*map(float, cell)) for cell in cells]


def _edge(rule: Rule) -> dict[str, object]:
    return {
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.x1 - rule.x0,
        "height": rule.bottom - rule.top,
        "orientation": "h" if rule.horizontal else "v",
        "object_type": "line",
    }


def _rule(edge: dict[str, float]) -> Rule:
    return Rule(edge["x0"], edge["top"], edge["x1"], edge["bottom"])


def _open_sides(rules: Sequence[Rule]) -> list[Rule]:
    """The outer lines that a table does without: at the sides, and where it breaks off with the page."""
    lying = [rule for rule in rules if rule.horizontal]
    standing = [rule for rule in rules if not rule.horizontal]
    added: list[Rule] = []
    for rule in _spanning(standing):
        if not any(abs(other.top - rule.top) <= _SNAP and other.x0 <= rule.x0 + _SNAP for other in lying):
            added.append(rule)
    turned = [Rule(rule.top, rule.x0, rule.bottom, rule.x1) for rule in lying]
    for rule in _spanning(turned):
        upright = Rule(rule.top, rule.x0, rule.bottom, rule.x1)
        crossing = [o for o in standing if o.top < upright.bottom - _SNAP and o.bottom > upright.top + _SNAP]
        if crossing and not any(abs(other.x0 - upright.x0) <= _SNAP for other in crossing):
            added.append(upright)
    return added


def _spanning(standing: Sequence[Rule]) -> list[Rule]:
    """Lying lines through the ends at which several standing lines stop together."""
    found = []
    for side in ("top", "bottom"):
        ends: dict[int, list[Rule]] = {}
        for rule in standing:
            ends.setdefault(round(getattr(rule, side) / _SNAP), []).append(rule)
        for rules in ends.values():
            if len(rules) >= 2:
                at = getattr(rules[0], side)
                found.append(Rule(min(rule.x0 for rule in rules), at, max(rule.x0 for rule in rules), at))
    return found


def _groups(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells in groups that hang together by a corner."""
    parent = list(range(len(cells)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    corners: dict[tuple[float, float], int] = {}
    for number, cell in enumerate(cells):
        for corner in (
            (cell.x0, cell.top),
            (cell.x1, cell.top),
            (cell.x0, cell.bottom),
            (cell.x1, cell.bottom),
        ):
            first = corners.setdefault(corner, number)
            parent[root(number)] = root(first)
    groups: dict[int, list[Box]] = {}
    for number, cell in enumerate(cells):
        groups.setdefault(root(number), []).append(cell)
    return list(groups.values())
