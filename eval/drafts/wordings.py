"""Ways in which users write figures, labels and headings, and what they put before and behind the report.

As in `eval.drafts.variants`, each edits a sheet in place and leaves what the report says as it was.
"""

from __future__ import annotations

import re
from random import Random

from assistant.checker.form import STAGES
from assistant.checker.form_loader import load_form
from eval.drafts.layouts import Cell, Grid, Line, Sheet
from eval.drafts.variants import Variant, blocks, indicator_rows

_FIGURE = re.compile(r"^(?!20\d{2}$)-?\d{1,9}(\.\d+)?$")  # a bare year is a heading
_TITLES = {section.title: section for stage in STAGES for section in load_form(stage).sections}
_HEADING = re.compile(r"^\s*([一二三四五六七]、|\d\.\d\s+)(\S+)$")
_TRADITIONAL = str.maketrans(
    "产业总值规营资税进额项从员数个养国单项专创验获两融证云联网发经费长参与标准拥获术载绿色碳综质环认园区实际开积强亩组织负责联电话务"
    "签类别领导围见标计划编制牵头单位业较东级车",
    "產業總值規營資稅進額項從員數個養國單項專創驗獲兩融證雲聯網發經費長參與標準擁獲術載綠色碳綜質環認園區實際開積強畝組織負責聯電話務"
    "簽類別領導圍見標計劃編製牽頭單位業較東級車",
)  # fmt: skip


def _figures(sheet: Sheet) -> list[Cell]:
    return [cell for cell in sheet.cells() if _FIGURE.match(cell.text)]


def heading_of(text: str) -> tuple[str, str] | None:
    """Number and title, where a line is one of the form's headings."""
    match = _HEADING.match(text)
    return (match.group(1), match.group(2)) if match and match.group(2) in _TITLES else None


# --- figures ------------------------------------------------------------------------------


def full_width(sheet: Sheet, random: Random) -> None:
    """Full-width digits and points."""
    for cell in _figures(sheet):
        cell.text = cell.text.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))


def thousands(sheet: Sheet, random: Random) -> None:
    """Thousands set apart, by a mark that differs from cell to cell."""
    for cell in _figures(sheet):
        whole, dot, rest = cell.text.partition(".")
        cell.text = (
            f"{int(whole):,}".replace(",", random.choice([",", "，", "\u2009", "\u00a0"])) + dot + rest
        )


def footnote_marks(sheet: Sheet, random: Random) -> None:
    """A mark of a footnote behind figures."""
    for cell in _figures(sheet):
        cell.text += random.choice(("", "①", "*", "[1]", "²", "（注1）", "※", "#"))


def broken_figures(sheet: Sheet, random: Random) -> None:
    """A line break in a figure, before its point."""
    for cell in _figures(sheet):
        cell.text = cell.text.replace(".", random.choice(("\n.", ".\n", ".")))


def padded(sheet: Sheet, random: Random) -> None:
    """White space, blank lines and full-width spaces around what stands in cells."""
    for cell in sheet.cells():
        if cell.text and len(cell.text) < 30 and not heading_of(cell.text):
            cell.text = random.choice((" {} ", "\n{}", "{}\n", "\u3000{}", "\t{}", "{}")).format(cell.text)


# --- labels -------------------------------------------------------------------------------


def label_slips(sheet: Sheet, random: Random) -> None:
    """A character lost, doubled or mistyped in long labels."""
    for grid in sheet.grids():
        for n in indicator_rows(grid):
            cell = grid.rows[n][0]
            words = cell.text.partition("（")[0]
            if len(words) < 12:
                continue
            at = random.randrange(2, len(words) - 2)
            slip = random.choice((words[:at] + words[at + 1 :], words[:at] + words[at] + words[at:]))
            cell.text = slip + cell.text[len(words) :]


def reworded(sheet: Sheet, random: Random) -> None:
    """Labels in words of the same meaning."""
    pairs = (
        ("规上工业企业", "规模以上工业企业"), ("占集群总产值的比重", "占集群总产值比重"), ("营业收入", "营业总收入"),
        ("产值占全省该产业的比重", "产值占全省比重"), ("从业人员数量", "从业人员数"), ("企业上云比例", "企业上云率"),
        ("企业数量", "企业数"), ("进口额", "进口总额"), ("出口额", "出口总额"), ("利润总额", "利润"), ("税金总额", "税金"),
        ("发明专利数量", "发明专利数"), ("园区开发面积", "园区已开发面积"), ("增幅（%）", "增长率（%）"),
    )  # fmt: skip
    for grid in sheet.grids():
        for row in grid.rows:
            for cell in row[:1] if len(row) > 2 else []:
                for old, new in pairs:
                    if cell.text.startswith(("园区", "上交")) and old in ("进口额", "出口额", "税金总额"):
                        continue
                    if old in cell.text and random.random() < 0.7:
                        cell.text = cell.text.replace(old, new)
                        break


def traditional(sheet: Sheet, random: Random) -> None:
    """Labels and headings in traditional characters."""
    for item in sheet.items:
        if isinstance(item, Line) and heading_of(item.text):
            item.text = item.text.translate(_TRADITIONAL)
    for grid in sheet.grids():
        labels = {id(grid.rows[n][0]) for n in indicator_rows(grid)}
        for row in grid.rows:
            for cell in row:
                if id(cell) in labels or heading_of(cell.text):
                    cell.text = cell.text.translate(_TRADITIONAL)


# --- headings -----------------------------------------------------------------------------


def heading_style(upper: str, lower: str) -> Variant:
    """Headings numbered otherwise.

    Args:
        upper, lower: for 二、 and for 2.1; `{n}` is the number of the style's own count, `{c}` the same in Chinese,
            `{own}` the form's own number.
    """
    chinese = ("", *"一二三四五六七八九十", *(f"十{digit}" for digit in "一二三四五六七八九"))

    def variant(sheet: Sheet, random: Random) -> None:
        counts = {True: 0, False: 0}
        for item in _heading_holders(sheet):
            found = heading_of(item.text)
            assert found is not None
            top = "、" in found[0]
            counts[top] += 1
            if top:
                counts[False] = 0
            n = counts[top]
            style = upper if top else lower
            own = found[0].strip().rstrip("、")
            item.text = style.format(n=n, c=chinese[n], own=own, title=found[1])

    return variant


def _heading_holders(sheet: Sheet) -> list[Line | Cell]:
    holders: list[Line | Cell] = []
    for item in sheet.items:
        if isinstance(item, Line):
            holders.append(item)
        else:
            holders += [cell for row in item.rows for cell in row if len(row) == 1]
    return [holder for holder in holders if heading_of(holder.text)]


def automatic_numbers(sheet: Sheet, random: Random) -> None:
    """Headings numbered by Word: the number is no part of the text."""
    for item in sheet.items:
        if isinstance(item, Line) and (found := heading_of(item.text)):
            item.number, item.text = found[0].strip(), found[1]


def without_parts(sheet: Sheet, random: Random) -> None:
    """No headings of parts where their sections have headings of their own."""
    keep = ("集群基本信息", "集群发展促进组织", "培育发展产业集群实施方案", "佐证材料")
    sheet.items = [
        item
        for item in sheet.items
        if not isinstance(item, Line)
        or (found := heading_of(item.text)) is None
        or "、" not in found[0]
        or found[1].startswith(keep)
    ]


def headings_as_lines(sheet: Sheet, random: Random) -> None:
    """Headings above the tables instead of in them."""
    items: list[Line | Grid] = []
    for item in sheet.items:
        if isinstance(item, Grid) and len(item.rows[0]) == 1 and heading_of(item.rows[0][0].text):
            items.append(Line(item.rows.pop(0)[0].text))
        items.append(item)
    sheet.items = items


# --- before and behind --------------------------------------------------------------------


def cover(sheet: Sheet, random: Random) -> None:
    """A cover page with the report's title and who hands it in."""
    sheet.items[:0] = [
        Line("附件1"),
        Line("湖南省产业集群竞赛"),
        Grid([[Cell("集群名称"), Cell("某某产业集群")], [Cell("申报单位"), Cell("某某县人民政府")]]),
        Line("联系人：某某　　电话：0731-1"),
        Line("二〇二三年三月"),
    ]


def contents(*endings: str) -> Variant:
    """A table of contents in front, each entry with one of the endings."""

    def variant(sheet: Sheet, random: Random) -> None:
        ending = random.choice(endings)
        entries = [holder.text for holder in _heading_holders(sheet)]
        at = next(n for n, item in enumerate(sheet.items) if isinstance(item, Line) and heading_of(item.text))
        lines = [Line("目  录"), *(Line(f"{text}{ending.format(n)}") for n, text in enumerate(entries, 2))]
        sheet.items[at:at] = lines

    return variant


def annexed_tables(sheet: Sheet, random: Random) -> None:
    """A copy of all tables of indicators behind the report, among the proof, with other figures."""
    sheet.items.append(Line("附件：上一年度统计报表"))
    for grid, heads, own in list(blocks(sheet)):
        rows = [[Cell(c.text, c.span, c.continued) for c in grid.rows[n]] for n in [*heads, *own]]
        for row in rows[len(heads) :]:
            for cell in row[1:]:
                cell.text = _FIGURE.sub("1.11", cell.text)
        sheet.items.append(Grid(rows))
        sheet.items.append(Line("2.8 集群发展总体情况自评报告"))
        sheet.items.append(Line("以上为上一年度报表。" * 200))


def instructions(sheet: Sheet, random: Random) -> None:
    """The form's own instructions left in, those of the other stage among them."""
    for stage in STAGES:
        for section in load_form(stage).sections:
            if section.kind == "text":
                _below_heading(sheet, section.title, list(section.instructions))


def _below_heading(sheet: Sheet, title: str, texts: list[str]) -> None:
    for at, item in enumerate(sheet.items):
        first = item.text if isinstance(item, Line) else item.texts()[0]
        found = heading_of(first)
        if found is None or found[1] != title:
            continue
        if isinstance(item, Line):
            sheet.items[at + 1 : at + 1] = [Line(text) for text in texts]
        else:
            item.rows[1:1] = [[Cell("\n".join(texts), item.rows[0][0].span)]]
        return
