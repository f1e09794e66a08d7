"""Figures in the free text against the tables (kind `consistency`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Draft, Value
from assistant.checker.labels import flat
from assistant.checker.numbers import Number, conversion
from assistant.checker.rules.registry import Context, Problem, cell_name, rule
from assistant.checker.sentences import split_sentences
from assistant.checker.source import Paragraph

_IS = r"(?:总额|总量)?(?:已?达到?|为|是|实现|有|共计?|合计|:)?"
_FIGURE = r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|亿|家|个|户|件|项|人|万人|名)"
# Words by which the text names a row; only the whole cluster's own figures are meant.
_NAMES: tuple[tuple[str, str], ...] = (
    ("2.1/output", r"(?:集群)?(?:实现)?总产值"),
    ("2.1/main_output", r"主导产业(?:实现)?产值"),
    ("2.1/exports", r"(?:集群)(?:实现)?出口(?:总)?额"),
    ("2.1/employees", r"从业人员(?:数量)?"),
    ("2.2/large_firms", r"(?:集群(?:现有|拥有|共有)?|其中,?)规(?:模以)?上工业企业(?:数量)?"),
    ("2.2/hightech", r"高新技术企业(?:数量)?"),
    ("2.2/giants", r"国家级专精特新[\"“]?小巨人[\"”]?企业(?:数量)?"),
    ("2.4/rd", r"(?:集群)?研发(?:经费|投入)"),
    ("2.4/patents", r"发明专利(?:数量|拥有量)?"),
)
_PATTERNS = tuple((path, re.compile(f"{name}{_IS}{_FIGURE}")) for path, name in _NAMES)
# A clause with any of these speaks of something else, or not exactly.
_OTHERWISE = re.compile(
    r"新增|增加|净增|园区|核心区|片区|目标|力争|预计|计划|规划|到20|全省|全国|全市|全县|年均|累计|突破|超|近\d|约|余|多家|以上|左右|"
    r"不足|每|占|比重|平均|入驻|培育|引进|三年|五年|翻番|投入研发|将|争取"
)
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_AHEAD = re.compile(r"到20\d{2}年|力争|目标|计划|规划|下一步|今后|未来")
# 5.2 is left out: most of its figures are targets, said so only in its headings.
_SECTIONS = ("2.8", "4.1", "4.2", "四")


@rule(id="prose-differs", kind="consistency", title="文字中的数据与表格不一致", severity="warning")
def prose_differs(context: Context) -> Iterator[Problem]:
    """A figure of the whole cluster in the text that is in no year's cell of its row."""
    for section, paragraph in context.draft.all_paragraphs():
        if section not in _SECTIONS:
            continue
        for sentence in split_sentences(paragraph.text):
            yield from _in_sentence(context.draft, section, paragraph, flat(sentence))


def _in_sentence(draft: Draft, section: str, paragraph: Paragraph, sentence: str) -> Iterator[Problem]:
    spoken = set(_YEAR.findall(sentence))
    if spoken - {str(draft.last_year)} or _AHEAD.search(sentence):
        return
    for clause in re.split(r"[,;。](?!\d)|、(?!\d)", sentence):
        if _OTHERWISE.search(clause):
            continue
        for path, pattern in _PATTERNS:
            match = pattern.search(clause)
            if match is None:
                continue
            cells = [draft.value(path, column) for column in ("y1", "y2")]
            if cells[0] is None:
                continue
            problem = _compare(section, paragraph, match, [cell for cell in cells if cell is not None])
            if problem is not None:
                yield problem


def _compare(section: str, paragraph: Paragraph, match: re.Match[str], cells: list[Value]) -> Problem | None:
    number = cells[0].number
    if number is None or any(cell.number is None or cell.number.approximate for cell in cells):
        return None
    said = _said(match, number.unit)
    if said is None or any(cell.number and cell.number.interval.overlaps(said.interval) for cell in cells):
        return None
    return Problem(
        section=section,
        message=f"{section} 文字写“{match.group()}”，与{cell_name(cells[0])}的 {cells[0].raw.strip()} 不一致。",
        advice="请统一文字与表格的数据；如口径不同，请在文字中说明。",
        found=match.group("figure"),
        expected=cells[0].raw.strip(),
        place=paragraph.place,
    )


def _said(match: re.Match[str], unit: str) -> Number | None:
    """The figure in the text, in the table's unit; None where it measures something else."""
    written = {"亿": "亿元", "家": "个", "户": "个", "件": "个", "项": "个", "名": "人"}.get(
        match.group("unit"), match.group("unit")
    )
    factor = conversion(written, unit)
    if factor is None or (written in ("个", "人", "万人")) != (unit in ("个", "人")):
        return None
    digits = match.group("figure").replace(",", "")
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Number(Decimal(digits) * factor, step * factor, unit)
