"""Ways in which users rework the form's tables; none of them changes what the report says.

Each variant edits a sheet in place. Which edits are made by chance is decided by the generator passed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random

from assistant.checker.form import STAGES
from assistant.checker.form_loader import load_form
from eval.drafts.layouts import Cell, Grid, Line, Sheet

Variant = Callable[[Sheet, Random], None]

_ROWS = [(section, table, row) for stage in STAGES for section, table, row in load_form(stage).rows()]
_UNITS = {row.label.partition("（")[0]: row.unit for _, table, row in _ROWS if table.kind == "matrix"}
_EXTRA = "数字化改造企业户均投入（万元）"
_YEAR = re.compile(r"^20\d{2}年")
_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
_UNIT_REMARK = re.compile(r"（(亿元|万元|%|个|人|亩|吨/万元|万元/亩)(?:，([^）]*))?）")


def _unit(label: str) -> str:
    """The form's unit of an indicator, "" where `label` is none; its remarks do not count."""
    return _UNITS.get(label.partition("（")[0], "")


def indicator_rows(grid: Grid) -> list[int]:
    """Indices of the rows of a grid that give an indicator."""
    return [n for n, row in enumerate(grid.rows) if len(row) > 2 and _unit(row[0].text)]


def heading_row(grid: Grid, first: int) -> int | None:
    """Index of the heading row above the first of some indicator rows, None where it has none."""
    for n in range(first - 1, -1, -1):
        if any("增幅" in cell.text or _YEAR.match(cell.text) for cell in grid.rows[n]):
            return n
        if len(grid.rows[n]) < 2:
            return None
    return None


def blocks(sheet: Sheet) -> Iterator[tuple[Grid, list[int], list[int]]]:
    """(grid, indices of its heading rows, indices of its indicator rows), for each table of indicators."""
    for grid in sheet.grids():
        own: list[int] = []
        for n in [*indicator_rows(grid), -1]:
            if own and n != own[-1] + 1 and not (n > 0 and _extra_between(grid, own[-1], n)):
                top = heading_row(grid, own[0])
                heads = [] if top is None else list(range(top, own[0]))
                if (
                    heads
                    and top
                    and len(grid.rows[top - 1]) > 1
                    and any(cell.text.endswith(("增幅（%）", "情况")) for cell in grid.rows[top - 1][1:])
                ):
                    heads.insert(0, top - 1)
                yield grid, heads, own
                own = []
            own.append(n)


def _extra_between(grid: Grid, before: int, after: int) -> bool:
    return all(grid.rows[n][0].text == _EXTRA for n in range(before + 1, after))


# --- rows ---------------------------------------------------------------------------------


def shuffled_rows(sheet: Sheet, random: Random) -> None:
    """Indicators in another order."""
    for grid, _, own in blocks(sheet):
        rows = [grid.rows[n] for n in own]
        random.shuffle(rows)
        for n, row in zip(own, rows, strict=True):
            grid.rows[n] = row


def numbered_rows(sheet: Sheet, random: Random) -> None:
    """Indicators numbered within their label, each table in a style of its own."""
    styles = ("{}.", "（{}）", "{}、", "{} ")
    for grid, _, own in blocks(sheet):
        style = random.choice(styles)
        for count, n in enumerate(own, 1):
            grid.rows[n][0].text = style.format(count) + grid.rows[n][0].text


def serial_column(sheet: Sheet, random: Random) -> None:
    """A column 序号 before the indicators."""
    for grid, heads, own in blocks(sheet):
        for n in heads:
            grid.rows[n].insert(0, Cell("序号" if n == heads[0] else "", continued=n != heads[0]))
        for count, n in enumerate(own, 1):
            grid.rows[n].insert(0, Cell(str(count)))


def unit_column(sheet: Sheet, random: Random) -> None:
    """Units in a column of their own instead of in the labels."""
    for grid, heads, own in blocks(sheet):
        for n in heads:
            grid.rows[n].insert(1, Cell("计量单位" if n == heads[0] else "", continued=n != heads[0]))
        for n in own:
            label = grid.rows[n][0]
            grid.rows[n].insert(1, Cell(_unit(label.text)))
            label.text = _without_unit(label.text)


def _without_unit(label: str) -> str:
    return _UNIT_REMARK.sub(lambda m: f"（{m.group(2)}）" if m.group(2) else "", label)


def units_dropped(sheet: Sheet, random: Random) -> None:
    """Labels without their units."""
    for grid, _, own in blocks(sheet):
        for n in own:
            grid.rows[n][0].text = _without_unit(grid.rows[n][0].text)


def units_in_cells(sheet: Sheet, random: Random) -> None:
    """Each figure with its unit behind it."""
    for grid, heads, own in blocks(sheet):
        growth = bool(heads) and "增幅" in "".join(cell.text for cell in grid.rows[heads[0]])
        for n in own:
            unit = _unit(grid.rows[n][0].text)
            cells = grid.rows[n][1:]
            for position, cell in enumerate(cells):
                last = growth and position == len(cells) - 1 and len(cells) in (3, 5)
                if _NUMBER.match(cell.text):
                    cell.text += "%" if last else unit


def _in_wan(grid: Grid, heads: list[int], own: list[int]) -> list[int]:
    changed = []
    growth = bool(heads) and "增幅" in "".join(cell.text for cell in grid.rows[heads[0]])
    for n in own:
        if _unit(grid.rows[n][0].text) != "亿元":
            continue
        changed.append(n)
        cells = grid.rows[n][1:]
        for cell in cells[:-1] if growth and len(cells) in (3, 5) else cells:
            if _NUMBER.match(cell.text):
                cell.text = f"{(Decimal(cell.text) * 10000).normalize():f}"
    return changed


def rows_in_wan(sheet: Sheet, random: Random) -> None:
    """Amounts in 万元, said so in the labels."""
    for grid, heads, own in blocks(sheet):
        for n in _in_wan(grid, heads, own):
            grid.rows[n][0].text = grid.rows[n][0].text.replace("亿元", "万元")


def tables_in_wan(sheet: Sheet, random: Random) -> None:
    """Amounts in 万元, said so once above the headings of each table."""
    for grid, heads, own in reversed(list(blocks(sheet))):
        for n in _in_wan(grid, heads, own):
            grid.rows[n][0].text = grid.rows[n][0].text.replace("（亿元）", "")
        if heads and heads[0] > 0:
            width = sum(cell.span for cell in grid.rows[heads[0]])
            grid.rows.insert(heads[0], [Cell("单位：万元", width)])
        elif heads:
            sheet.items.insert(sheet.items.index(grid), Line("（单位：万元）"))


def extra_rows(sheet: Sheet, random: Random) -> None:
    """Indicators that the form does not have."""
    for grid, _, own in reversed(list(blocks(sheet))):
        n = random.choice(own)
        width = len(grid.rows[n])
        extra = [Cell(_EXTRA), *(Cell("58") for _ in range(width - 1))]
        for cell, like in zip(extra, grid.rows[n], strict=True):
            cell.span = like.span
        grid.rows.insert(n, extra)


# --- columns ------------------------------------------------------------------------------


def reversed_years(sheet: Sheet, random: Random) -> None:
    """The later year before the earlier one in tables of indicators with one heading row."""
    for grid, heads, own in blocks(sheet):
        if len(heads) != 1:
            continue
        for n in [*heads, *own]:
            row = grid.rows[n]
            years = [i for i, cell in enumerate(grid.rows[heads[0]]) if _YEAR.fullmatch(cell.text)]
            if len(years) == 2 and len(row) > years[1]:
                a, b = years
                row[a], row[b] = row[b], row[a]


def year_words(*styles: str) -> Variant:
    """Years written otherwise, each table in one of the styles."""

    def variant(sheet: Sheet, random: Random) -> None:
        for grid in sheet.grids():
            style = random.choice(styles)
            for row in grid.rows:
                for cell in row:
                    match = re.fullmatch(r"(20\d{2})年", cell.text)
                    if match:
                        cell.text = style.format(match.group(1))

    return variant


def relative_years(sheet: Sheet, random: Random) -> None:
    """上年 and 本年 for the two years."""
    for grid in sheet.grids():
        for row in grid.rows:
            found = [cell for cell in row if re.fullmatch(r"20\d{2}年", cell.text)]
            if len(found) == 2:
                for cell, word in zip(found, ("上年", "本年"), strict=True):
                    cell.text = word


def third_year(sheet: Sheet, random: Random) -> None:
    """A year more than asked for, before the two, where headings stand in one row."""
    for grid, heads, own in blocks(sheet):
        first = grid.rows[heads[0]] if len(heads) == 1 else []
        at = next((i for i, cell in enumerate(first) if _YEAR.fullmatch(cell.text)), None)
        if at is None:
            continue
        year = int(first[at].text[:4]) - 1
        for n in heads:
            grid.rows[n].insert(at, Cell(f"{year}年"))
        for n in own:
            grid.rows[n].insert(at, Cell("7"))


def remark_column(sheet: Sheet, random: Random) -> None:
    """A column 备注 after the others."""
    for grid, heads, own in blocks(sheet):
        for n in heads:
            grid.rows[n].append(Cell("备注" if n == heads[0] else "", continued=n != heads[0]))
        for n in own:
            grid.rows[n].append(Cell(random.choice(("", "统计局提供", "快报数"))))


def years_under_one_heading(sheet: Sheet, random: Random) -> None:
    """The years in a second heading row, below 近2年情况."""
    for grid, heads, _own in reversed(list(blocks(sheet))):
        if len(heads) != 1:
            continue
        upper, lower = [], []
        for cell in grid.rows[heads[0]]:
            if _YEAR.fullmatch(cell.text):
                if upper and upper[-1].text == "近2年情况":
                    upper[-1].span += cell.span
                else:
                    upper.append(Cell("近2年情况", cell.span))
                lower.append(cell)
            else:
                upper.append(Cell(cell.text.replace("近2年情况\n", ""), cell.span))
                lower.append(Cell("", cell.span, continued=True))
        grid.rows[heads[0] : heads[0] + 1] = [upper, lower]


# --- tables -------------------------------------------------------------------------------


def split_tables(sheet: Sheet, random: Random) -> None:
    """Every table of indicators cut in two, the headings not repeated."""
    _split(sheet, random, repeat=False)


def split_tables_with_headings(sheet: Sheet, random: Random) -> None:
    """Every table of indicators cut in two, the headings repeated."""
    _split(sheet, random, repeat=True)


def _split(sheet: Sheet, random: Random, *, repeat: bool) -> None:
    for grid, heads, own in reversed(list(blocks(sheet))):
        if len(own) < 3:
            continue
        cut = own[random.randrange(1, len(own) - 1)]
        again = [[Cell(c.text, c.span, c.continued) for c in grid.rows[n]] for n in heads] if repeat else []
        rest = Grid([*again, *grid.rows[cut:]])
        del grid.rows[cut:]
        at = sheet.items.index(grid)
        sheet.items[at + 1 : at + 1] = [Line(""), rest]


def transposed(sheet: Sheet, random: Random) -> None:
    """Years down, indicators across, in tables with one heading row and nothing else in them."""
    for grid, heads, own in blocks(sheet):
        if len(heads) == 1 and len(grid.rows) == len(own) + 1 and len({len(row) for row in grid.rows}) == 1:
            grid.rows = [list(column) for column in zip(*grid.rows, strict=True)]
            for row in grid.rows:
                for cell in row:
                    cell.span = 1


def single_table(sheet: Sheet, random: Random) -> None:
    """The whole report in one table; each line is a row of its own."""
    rows: list[list[Cell]] = []
    for item in sheet.items:
        if isinstance(item, Grid):
            rows += item.rows
        elif item.text.strip():
            rows.append([Cell(item.text, 24)])
    sheet.items = [Grid(rows)]
