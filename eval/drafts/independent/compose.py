"""Composes a report into blocks in the order of its form, the way its author's look says."""

from __future__ import annotations

from .blocks import Block, Box, Break, Cell, Heading, Para, Table
from .form import (
    INDICATORS,
    INSTRUCTIONS,
    LIST_SECTION,
    SECTION_TITLES,
)
from .report import Report
from .spec import Paragraph
from .tables import Tables, report_rows

_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_CHAPTERS = {
    "初赛": ("集群基本信息", "集群发展总体情况", "集群核心承载园区情况", "集群发展促进组织情况", "培育发展产业集群实施方案", "真实性声明", "佐证材料"),
    "决赛": ("集群基本信息", "集群发展总体情况", "集群核心承载园区情况", "集群发展促进组织运营情况", "真实性声明", "佐证材料"),
}  # fmt: skip
_ORDINALS = "一二三四五六七"


class Composer(Tables):
    """Turns one report into blocks."""

    def compose(self) -> list[Block]:
        """Return the whole report as blocks."""
        self._front()
        chapters = _CHAPTERS[self.report.stage]
        makers = [self._basic, self._overall, self._park, self._organisation]
        if self.report.stage == "初赛":
            makers.append(self._plan)
        makers += [self._declaration, self._evidence]
        for index, (title, maker) in enumerate(zip(chapters, makers, strict=True)):
            ordinal = _ORDINALS[index]
            if f"chapter {ordinal}" in self.report.dropped:
                continue
            self._chapter(index, title)
            maker()
        return self.blocks

    # --- parts -----------------------------------------------------------------------------------------

    def _front(self) -> None:
        report = self.report
        title = f"湖南省产业集群竞赛参赛报告（{report.title_stage}）"
        if self.on("cover"):
            self.blocks += [
                Para(f"附件{1 if report.stage == '初赛' else 2}"), Para(title, True, "center", 22),
                Para(f"集群名称：{report.cover_name or report.basic['name']}", align="center", size=16),
                Para(f"申报单位：{report.org['name']}", align="center", size=16),
                Para(f"{report.years[1] + 1}年3月", align="center", size=16), Break(),
            ]  # fmt: skip
        if self.on("toc"):
            self.blocks.append(Para("目  录", True, "center", 16, trick="toc"))
        self.blocks.append(Para(title, True, "center", 18))

    def _chapter(self, index: int, title: str) -> None:
        ordinal = _ORDINALS[index]
        mark = "—" if index == 0 and self.look.get("numbers") == "dash" else ordinal
        self.blocks.append(Heading(1, ordinal, title, f"{mark}、{title}"))

    def _section(self, number: str, title: str | None = None) -> bool:
        """Open a section unless it is dropped; tell whether it is there."""
        if number in self.report.dropped:
            return False
        name = title or SECTION_TITLES[number]
        style = self.look.get("numbers", "tight")
        typed = number.translate(_WIDE) if style == "wide" else number
        gap = {"tight": "", "space": " ", "wide": "　", "dash": "  "}[style]
        self.blocks.append(Heading(2, number, name, f"{typed}{gap}{name}"))
        if (
            self.on("instructions")
            and number in INSTRUCTIONS
            and number not in {"2.8", "3.2", "4.1", "4.2", "4.3"}
        ):
            self.blocks.append(Para(INSTRUCTIONS[number]))
        return True

    def _basic(self) -> None:
        report, rows = self.report, []
        plain = (
            ("集群名称", "name"), ("产业领域", "field"), ("申报类别", "category"), ("集群主导产业", "main"), ("集群地域范围", "area"),
        )  # fmt: skip
        for title, key in plain:
            value = report.category if key == "category" else report.basic[key]
            name = "　".join(title) if self.on("spaced") else title
            rows.append([Cell(name), Cell(value, 4, trick=self._trick("basic", key))])
        for title, unit in (("集群促进组织", report.org), ("集群核心承载园区", report.park)):
            if title in report.dropped:
                continue
            rows += [
                [Cell(title, merge="start"), Cell("单位名称"), Cell(unit["name"], 3)],
                [Cell("", merge="on"), Cell("负责人姓名、职务"), Cell(unit["head"]), Cell("电话"), Cell(unit["head_tel"])],
                [Cell("", merge="on"), Cell("联系人姓名、职务"), Cell(unit["contact"]), Cell("电话"), Cell(unit["contact_tel"])],
            ]  # fmt: skip
        if "opinion" not in report.dropped:
            text = f"集群所在地县以上人民政府意见：\n{report.opinion}\n（盖章）\n{report.opinion_date}"
            rows.append([Cell(text, 5, trick="textbox" if "textbox" in self.tricks else "")])
        self.blocks.append(Table([2, 3, 3, 1, 3], rows, "basic"))

    def _overall(self) -> None:
        for number in ("2.1", "2.2", "2.4", "2.5", "2.6", "2.7"):
            if number == "2.4" and self._section("2.3"):
                self._projects()
            if not self._section(number):
                continue
            self._indicators(number)
            for name, section in LIST_SECTION.items():
                if section == number and name not in self.report.dropped:
                    self._list(name)
        self._prose("2.8")

    def _park(self) -> None:
        if self._section("3.1"):
            self._park_table()
        self._prose("3.2")

    def _organisation(self) -> None:
        report = self.report
        self.blocks.append(Table([1, 3], [[Cell("集群促进组织名称"), Cell(report.org_name)]], "organisation"))
        if report.stage == "决赛":
            self._write("四")
            return
        for number in ("4.1", "4.2", "4.3"):
            self._prose(number)

    def _plan(self) -> None:
        hint = "（集群所在地县以上人民政府）" if self.on("instructions") else ""
        self.blocks.append(
            Table(
                [1, 3], [[Cell("编制牵头单位"), Cell(self.report.lead + (hint if self.report.lead else ""))]]
            )
        )
        if self._section("5.1"):
            first = self.report.years[1]
            heads = ["指标名称", "上一年\n实际值", *(f"{first + i}年\n发展目标" for i in (1, 2, 3))]
            rows = [[Cell(head, bold=True) for head in heads]]
            for row in INDICATORS["5.1"]:
                if row.key not in report_rows(self.report):
                    continue
                rows.append(
                    [Cell(self._label(row)), *(Cell(self._number(v, row)) for v in self.report.rows[row.key])]
                )
            self.blocks.append(Table([4, 2, 2, 2, 2], rows, "5.1"))
        self._prose("5.2", boxed=False)

    def _declaration(self) -> None:
        if not self._section("6.1"):
            return
        report = self.report
        head, park, date = report.sign
        rows = [[Cell("\n".join(report.commitments), 2)]]
        rows.append(
            [
                Cell(f"集群促进组织负责人签字：{head}\n（单位盖章）\n{self._sign_date(date, 0)}"),
                Cell(f"集群核心承载园区负责人签字：{park}\n（单位盖章）\n{self._sign_date(date, 1)}"),
            ]
        )
        self.blocks.append(Table([1, 1], rows, "declaration"))

    def _sign_date(self, date: str, side: int) -> str:
        return "    年    月    日" if not date or f"date {side}" in self.report.dropped else date

    def _evidence(self) -> None:
        for index, item in enumerate(self.report.evidence, 1):
            page = f"（第{index * 9 - 8}—{index * 9}页）" if self.report.pages else ""
            self.blocks.append(Para(f"{index}．{item}{page}"))

    # --- prose -----------------------------------------------------------------------------------------

    def _prose(self, number: str, *, boxed: bool = True) -> None:
        if number in self.report.dropped or not self._section(number):
            return
        self._write(number, boxed=boxed)

    def _write(self, number: str, *, boxed: bool = True) -> None:
        paragraphs = [self._para(p) for p in self.report.texts.get(number, [])]
        if self.on("instructions") and number in INSTRUCTIONS and number != "5.2":
            paragraphs.insert(0, Para(INSTRUCTIONS[number]))
        if paragraphs and "ins" in self.tricks:
            paragraphs[-1].trick = "ins"
        if boxed and self.on("boxed"):
            self.blocks.append(Box(paragraphs or [Para("")]))
        else:
            self.blocks += paragraphs

    @staticmethod
    def _para(paragraph: Paragraph) -> Para:
        return Para(paragraph.text, bold=paragraph.heading)


def compose(report: Report) -> list[Block]:
    """Return the report as blocks."""
    return Composer(report).compose()
