"""Lays out the tables of a report, the way its author's look says."""

from __future__ import annotations

from .blocks import Block, Cell, Para, Table
from .form import INDICATORS, INSTRUCTIONS, LIST_HEADS, WIDE_FROM, WITH_GROWTH, FormRow, label
from .report import Report

_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")

_SPREAD = {
    "sdt": {("2.1", "rev"), ("2.2", "above"), ("2.4", "patents"), ("basic", "name")},
    "cellsdt": {("2.1", "profit"), ("2.2", "hitech"), ("2.5", "solid"), ("basic", "category")},
    "ins": {("2.1", "output"), ("2.2", "spec"), ("2.4", "rd"), ("2.7", "plat")},
    "nested": {("2.1", "staff"), ("2.4", "standards")},
}


def report_rows(report: Report) -> set[str]:
    """Return the keys of the rows that the report prints (a row dropped whole is not among them)."""
    return {key for key in report.rows if f"row {key}" not in report.dropped}


class Tables:
    """Makes the tables of one report; `blocks` grows in the order of the calls."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.look = report.look
        self.blocks: list[Block] = []
        self.tricks = set(filter(None, self.look.get("tricks", "").split(",")))

    def on(self, name: str) -> bool:
        """Tell whether the look has the feature `name`."""
        return self.look.get(name) == "true"

    def _label(self, row: FormRow) -> str:
        style = self.look.get("labels", "full")
        text = label(row, stage=self.report.stage)
        if style == "short":
            text = f"{row.name}（{row.bracket.split('，')[0]}）"
        elif style == "broken":
            text = f"{row.name}\n{text[len(row.name) :]}"
        elif style == "numbered":
            rows = next(rows for rows in INDICATORS.values() if row in rows)
            text = f"{rows.index(row) + 1}.{text}"
        page = self.report.pages.get(row.key)
        if page and self.look.get("evidence") == "label":
            text = text[:-1] + f"，见佐证材料第{page}页）"
        return text.replace("（", "(").replace("）", ")") if style == "half" else text

    def _number(self, value: str, row: FormRow | None = None, *, unit: str = "") -> str:
        plain = value.replace(".", "").replace("-", "").isdigit()
        if not plain:
            return value
        if self.on("thousands"):
            whole, dot, part = value.partition(".")
            value = (
                f"{int(whole):,}{dot}{part}"
                if whole.lstrip("-").isdigit() and abs(int(whole)) > 999
                else value
            )
        unit = unit or (row.bracket.split("，")[0] if row else "")
        if (self.on("units") and unit) or (self.on("percent") and unit == "%"):
            value += unit
        return value.translate(_FULL_WIDTH) if self.on("fullwidth") else value

    def _trick(self, table: str, key: str) -> str:
        """Spread the author's Word habits over the cells, always the same way."""
        for trick, keys in _SPREAD.items():
            if trick in self.tricks and (table, key) in keys:
                return trick
        if "footnote" in self.tricks and (table, key) == ("2.1", "provshare"):
            return "footnote:按全省同行业产值的快报数测算。"
        return ""

    def _indicators(self, number: str) -> None:
        report, growth = self.report, number in WITH_GROWTH
        column = bool(report.pages) and self.look.get("evidence") == "column"
        year = "" if self.on("bare_years") else "年"
        heads = ["近2年情况\n指标名称", f"{report.years[0]}{year}", f"{report.years[1]}{year}"]
        heads += [self.look.get("growth_head", "增幅（%）")] if growth else []
        heads += ["佐证材料页码"] if column else []
        rows = [[Cell(head, bold=True) for head in heads]]
        for row in INDICATORS[number]:
            if row.key not in report_rows(report):
                continue
            values = report.rows[row.key]
            cells = [self._number(value, row) for value in values[:2]]
            if row.key in report.pages and self.look.get("evidence") == "cell" and cells[1].strip():
                cells[1] += f"（见P{report.pages[row.key]}）"
            cells += [self._number(value, unit="%") for value in values[2:3]] if growth else []
            made = [Cell(self._label(row))]
            made += [
                Cell(text, trick=self._trick(number, row.key) if i == 1 else "")
                for i, text in enumerate(cells)
            ]
            if column:
                made.append(Cell(report.pages.get(row.key, "")))
            rows.append(made)
        widths = [6, *[2] * (len(heads) - 1)]
        self._table(Table(widths, rows, number), heads=1)
        if self.look.get("evidence") == "note":
            self._notes(number)
        if self.on("notes") and number == "2.1":
            self.blocks.append(Para("注：增幅按现价计算；占比类指标的增幅为百分点。" if self.look.get("share_growth", "points") == "points" else "注：增幅按现价计算。"))  # fmt: skip

    def _notes(self, number: str) -> None:
        found = [
            f"{r.name}见第{self.report.pages[r.key]}页"
            for r in INDICATORS[number]
            if r.key in self.report.pages
        ]
        if found:
            self.blocks.append(Para("注：佐证材料所在页码——" + "；".join(found) + "。"))

    def _table(self, table: Table, heads: int) -> None:
        """Append the table, in two parts with a repeated head where the author lets it run over the page."""
        if not self.on("split") or len(table.rows) < 9 + heads:
            self.blocks.append(table)
            return
        middle = heads + 5
        again = [[Cell(c.text, c.span, c.merge, bold=c.bold) for c in row] for row in table.rows[:heads]]
        self.blocks += [Table(table.widths, table.rows[:middle], table.name), Para("（续表）", align="right")]
        self.blocks.append(Table(table.widths, again + table.rows[middle:], table.name + " 续"))

    def _list(self, name: str) -> None:
        self.blocks.append(Para(LIST_HEADS[name], True, style="list-head"))
        if self.on("instructions") and name in INSTRUCTIONS:
            self.blocks.append(Para(INSTRUCTIONS[name]))
        y1, y2 = (f"{year}年" for year in self.report.years)
        rows = self.report.lists[name]
        if name == "top10":
            flat = [
                [
                    Cell(t)
                    for t in (
                        "企业名称",
                        "主要产品",
                        f"{y1}营业收入（亿元）",
                        f"{y2}营业收入（亿元）",
                        "国内市场占有率（%）",
                    )
                ]
            ]
            head = flat if self.on("flat") else [
                [Cell("企业名称", merge="start"), Cell("主要产品", merge="start"), Cell("营业收入（亿元）", 2), Cell("国内市场占有率（%）", merge="start")],
                [Cell("", merge="on"), Cell("", merge="on"), Cell(y1), Cell(y2), Cell("", merge="on")],
            ]  # fmt: skip
            widths = [4, 3, 2, 2, 2]
            units = ["", "", "亿元", "亿元", "%"]
        elif name == "rd10":
            head = [
                [Cell("近2年情况\n企业名称", merge="start"), Cell("研发投入（万元）", 2), Cell("备注", merge="start")],
                [Cell("", merge="on"), Cell(y1), Cell(y2), Cell("", merge="on")],
            ]  # fmt: skip
            widths = [5, 2, 2, 2]
            units = ["", "万元", "万元", ""]
        else:
            titles = {
                "carriers": ["技术创新载体名称", "级别", "批准时间", "批准单位"],
                "award": ["企业", "级别", "批准单位", "批准时间"],
            }.get(name, ["名称", "级别", "批准单位", "批准时间"])
            head, widths, units = [[Cell(title, bold=True) for title in titles]], [6, 2, 3, 3], [""] * 4
        body = [
            [
                Cell(self._number(text, unit=unit) if unit else text)
                for text, unit in zip(row, units, strict=True)
            ]
            for row in rows
        ]
        if self.on("serial"):
            widths = [1, *widths]
            for index, cells in enumerate(head):
                cells.insert(
                    0,
                    Cell(
                        "" if index else "序号", merge="" if len(head) == 1 else ("on" if index else "start")
                    ),
                )
            for index, cells in enumerate(body, 1):
                cells.insert(0, Cell("" if cells[0].text == "合计" else str(index)))
        self._table(
            Table(
                widths,
                head + (body or [[Cell(self.look.get("empty", "无"))] + [Cell("")] * (len(widths) - 1)]),
                name,
            ),
            heads=len(head),
        )

    def _projects(self) -> None:
        head = [Cell(text, bold=True) for text in ("建设单位名称", "项目名称", "总投资\n（万元）", "建设期")]
        serial = self.on("serial")
        rows = [
            [Cell(r[0]), Cell(r[1]), Cell(self._number(r[2], unit="万元")), Cell(r[3])]
            for r in self.report.lists["projects"]
        ]
        if serial:
            head.insert(0, Cell("序号", bold=True))
            for index, cells in enumerate(rows, 1):
                cells.insert(0, Cell("" if cells[0].text == "合计" else str(index)))
        self._table(Table([1, 4, 5, 2, 3] if serial else [4, 5, 2, 3], [head, *rows], "projects"), heads=1)

    def _park_table(self) -> None:
        report = self.report
        y1, y2 = (f"{year}年" for year in report.years)
        rows = [
            [Cell("园区名称"), Cell(report.park_name, 5)],
            [Cell("园区主导产业"), Cell(report.park["main"], 5)],
            [
                Cell("近2年情况\n指标名称", merge="start"),
                Cell(y1, 2),
                Cell(y2, 2),
                Cell("总额增幅\n（%）", merge="start"),
            ],
            [Cell("", merge="on"), *[Cell("园区总额"), Cell("其中：\n集群产业")] * 2, Cell("", merge="on")],
        ]
        wide = False
        for row in INDICATORS["3.1"]:
            wide = wide or row.key == WIDE_FROM
            if row.key not in report_rows(report):
                continue
            values = report.rows[row.key]
            if wide:
                last = 3 if self.look.get("wide31") == "3" else 2
                cells = [Cell(self._number(values[0], row), 2), Cell(self._number(values[1], row), last)]
                cells += [] if last == 3 else [Cell("")]
            else:
                cells = [Cell(self._number(v, row)) for v in values[:4]] + [
                    Cell(self._number(values[4], unit="%"))
                ]
            rows.append([Cell(self._label(row)), *cells])
        self.blocks.append(Table([5, 2, 2, 2, 2, 2], rows, "3.1"))
