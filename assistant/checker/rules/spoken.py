"""Figures that the free text gives for rows of the tables: how the text names a row, and whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checker.draft import Draft
from assistant.checker.numbers import Interval, conversion
from assistant.checker.rules.registry import compact
from assistant.checker.sentences import split_sentences
from assistant.checker.source import Paragraph

_FIGURE = r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元/亩|万元|亿|家|个|户|件|项|人|万人|名|%|吨/万元|亩)(?P<more>多|余|以上|左右)?"
_IS = r"(?:总额|总量|总数|数量|数)?(?:已|共)?(?:达到?|为|是|实现|有|计|:|增至|增加到|增长到|提高到|提升到|上升到|下降到|降至)?(?P<about>约|近|超过?|突破|逾)?"
_LARGE = r"规(?:模以)?上工业企业"

# How the text names rows of the whole cluster. Longer names first: the first to match a clause has it.
CLUSTER_ROWS: tuple[tuple[str, str], ...] = (
    ("2.1/main_output", r"主导产业(?:实现)?(?:总)?产值"),
    ("2.1/output", r"(?:(?<!\d)年)?(?:工业)?总产值"),
    ("2.1/market_share", r"主导产品(?:的)?国内市场占有率"),
    ("2.1/large_revenue", rf"{_LARGE}(?:实现)?营业(?:总)?收入"),
    ("2.1/revenue", r"(?:企业)?(?:实现)?营业(?:总)?收入"),
    ("2.1/profit", r"利润"),
    ("2.1/tax", r"税金|上[交缴]税[金收]|税收"),
    ("2.1/exports", r"出口(?:总?额)?"),
    ("2.1/imports", r"进口(?:总?额)?"),
    ("2.1/foreign_capital", r"(?:实际)?利用外资(?:规模)?"),
    ("2.1/employees", r"从业人员"),
    ("2.2/large_firms", r"规(?:模以)?上(?:工业)?企业"),
    ("2.2/hightech", r"高新技术企业"),
    ("2.2/listed", r"上市(?:和|及)?挂牌企业"),
    ("2.2/champions_national", r"国家级(?:制造业)?单项冠军(?:企业)?"),
    ("2.2/champions_provincial", r"省级(?:制造业)?单项冠军(?:企业)?"),
    ("2.2/giants", r"国家级(?:专精特新)?[\"“]?小巨人[\"”]?企业"),
    ("2.2/specialised", r"省级专精特新(?:中小)?企业"),
    ("2.2/cloud", r"企业上云(?:比例|率)"),
    ("2.2/platform", r"(?:企业)?工业互联网平台普及率"),
    ("2.2/firms", r"企业"),
    ("2.4/patents_per_10k", r"每万[名人]?(?:集群)?(?:从业人员)?(?:拥有)?发明专利(?:拥有量)?"),
    ("2.4/rd_ratio", r"主导产业规上企业(?:R&D|研发)经费(?:支出)?占(?:集群)?(?:主导产业)?营业收入(?:的)?比重"),
    ("2.4/rd_staff", r"研发人员占(?:集群)?从业人员(?:总数)?(?:的)?(?:比例|比重)"),
    ("2.4/rd", r"研发(?:经费|投入)(?:投入|支出)?"),
    ("2.4/patents", r"(?:有效)?发明专利(?:拥有量)?"),
    ("2.5/solid_waste", r"(?:大宗)?工业固废综合利用率"),
    ("2.5/water", r"工业用水重复利用率"),
    ("2.5/co2", r"单位产值二氧化碳排放量?"),
    ("2.6/certificates", r"产品合格证覆盖率"),
    ("2.7/platforms", r"省级(?:及)?以上公共服务平台"),
)
PARK_ROWS: tuple[tuple[str, str], ...] = (
    ("3.1/gdp", r"(?:地区)?生产总值"),
    ("3.1/large_revenue", rf"{_LARGE}(?:实现)?营业(?:总)?收入"),
    ("3.1/large_firms", _LARGE),
    ("3.1/tax_per_mu", r"亩均税收"),
    ("3.1/tax", r"上[交缴]税[金收]"),
    ("3.1/imports", r"进口总额"),
    ("3.1/exports", r"出口总额"),
    ("3.1/fixed_investment", r"固定资产投资"),
    ("3.1/attracted", r"招商引资总额"),
    ("3.1/foreign", r"实际使用外资"),
    ("3.1/land", r"开发面积"),
    ("3.1/intensity", r"投资强度"),
)
TARGET_ROWS: tuple[tuple[str, str], ...] = (
    ("5.1/output", r"(?:(?<!\d)年)?(?:工业)?总产值"),
    ("5.1/main_revenue", r"主导产业(?:实现)?营业(?:总)?收入"),
    ("5.1/large_firms", r"(?:主导产业)?规(?:模(?:以上)?|上)(?:工业)?企业"),
    ("5.1/profit", r"主导产业(?:实现)?利润"),
    ("5.1/tax", r"主导产业(?:实现)?上[交缴]税[金收]"),
)

# What may stand before a row's name without changing whose figure it is.
_FILLERS = re.compile(
    r"20\d{2}年(?:底|末|全年|度)?|截[至止]|目前|当前|全年|年末|年底|集群内?|产业|企业(?=实现|营业)|其中|分别|实现|完成|达到?|拥有|"
    r"现有|已有|共有|共|现|已|有|培育|聚集|集聚|汇聚|形成|获得|的|\(?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是"
)
_PARK_FILLERS = re.compile(r"园区|高新区|经开区|开发区|工业集中区|承载|核心")
_TARGET_FILLERS = re.compile(r"到|力争|争取|预计|计划|确保|目标|确定|突破")
# A sentence that has named somebody else, or another time, before.
_OTHERS = re.compile(
    r"会长|主任|理事长|秘书长|院长|院士|博士|教授|研究员|工程师|法人代表|董事长|总经理|负责人|本人|先生|女士|个人|"
    r"公司|集团|龙头|骨干|链主|大学|学院|研究院|研究所|平台|促进会|协会|联盟|中心|全省|全国|全市|全县|我县|全球|世界|乡镇|街道|累计|年均|"
    r"新增|净增|增量|十三五|十四五以来|以来|每年|三年|五年"
)
_PARKS = re.compile(r"园区|高新区|经开区|开发区|片区|工业集中区|核心区|配套园")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_COMPARED = re.compile(
    r"[较比](?:上年|(?:19|20)\d{2}年)(?:同期|底|末)?"
)  # what a figure is compared with, not its year
_PART_YEAR = re.compile(r"\d{1,2}(?:-|—|–|~|至|到)\d{1,2}月|(?<!\d)\d{1,2}月(?!底|末|\d{1,2}日)|季度|半年")
_UNTIL = re.compile(r"到20\d{2}年")
_AHEAD = re.compile(r"力争|目标|计划|规划|下一步|今后|未来|预计|预期|争取|拟|将")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure of the text.

    Attributes:
        section, paragraph: where it stands.
        path: the row that it is for.
        words: the words, name to unit.
        figure: the digits as written.
        value: the value in the row's unit.
        interval: the values that the words allow (约, 超过).
        after: what follows in the sentence.
    """

    section: str
    paragraph: Paragraph
    path: str
    words: str
    figure: str
    value: Decimal
    interval: Interval
    after: str


def _patterns(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((path, re.compile(f"(?:{name}){_IS}{_FIGURE}")) for path, name in rows)


_CLUSTER, _PARK, _TARGET = (_patterns(rows) for rows in (CLUSTER_ROWS, PARK_ROWS, TARGET_ROWS))


def sentences(draft: Draft, sections: tuple[str, ...]) -> Iterator[tuple[str, Paragraph, str]]:
    """The sentences of some sections, without white space, with their section and paragraph."""
    for section, paragraph in draft.all_paragraphs():
        if section in sections:
            for sentence in split_sentences(paragraph.text):
                yield section, paragraph, compact(sentence)


def _of_last_year(draft: Draft, sentence: str) -> bool:
    """Whether a sentence speaks of the last year as a whole, as far as it says when."""
    if _AHEAD.search(sentence) or _PART_YEAR.search(sentence):
        return False
    return not set(_YEAR.findall(_COMPARED.sub("", sentence))) - {str(draft.last_year)}


def spoken_of_cluster(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Figures of the whole cluster in its last year."""
    for section, paragraph, sentence in sentences(draft, sections):
        if not _of_last_year(draft, sentence):
            continue
        yield from _in_sentence(draft, section, paragraph, sentence, _CLUSTER, re.compile(r"(?!)"), _PARKS)


def spoken_of_park(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Figures of the park, or of the cluster within it, in its last year."""
    for section, paragraph, sentence in sentences(draft, sections):
        if not _of_last_year(draft, sentence):
            continue
        yield from _in_sentence(draft, section, paragraph, sentence, _PARK, _PARK_FILLERS, None)


def spoken_targets(draft: Draft, sections: tuple[str, ...]) -> Iterator[tuple[int, Spoken]]:
    """Figures for one of the three target years, with that year."""
    for section, paragraph, sentence in sentences(draft, sections):
        ahead = list(_UNTIL.finditer(sentence))
        said = sentence[ahead[-1].start() :] if ahead else sentence
        years = {int(year) for year in _YEAR.findall(_COMPARED.sub("", said))}
        if len(years) == 1 and draft.last_year < (year := years.pop()) <= draft.last_year + 3:
            for spoken in _in_sentence(draft, section, paragraph, said, _TARGET, _TARGET_FILLERS, _PARKS):
                yield year, spoken


def _in_sentence(
    draft: Draft,
    section: str,
    paragraph: Paragraph,
    sentence: str,
    patterns: tuple[tuple[str, re.Pattern[str]], ...],
    fillers: re.Pattern[str],
    others: re.Pattern[str] | None,
) -> Iterator[Spoken]:
    start = 0
    for clause in re.split(r"(?<=[,;。:])|(?<=、)(?!\d)", sentence):
        before, start = sentence[:start], start + len(clause)
        if _OTHERS.search(before) or (others is not None and others.search(before + clause)):
            continue
        for path, pattern in patterns:
            match = pattern.search(clause)
            if match is None:
                continue
            if _own(draft, clause[: match.start()], fillers, path):
                spoken = _spoken(
                    draft, section, paragraph, path, match, clause[match.end() :] + sentence[start:]
                )
                if spoken is not None:
                    yield spoken
            break


def _own(draft: Draft, before: str, fillers: re.Pattern[str], path: str) -> bool:
    """Whether nothing before a row's name in its clause says that the figure is somebody else's."""
    plain = before.replace(compact(draft.cluster), "集群") if draft.cluster else before
    if path == "2.2/firms" and not re.search(r"集群|[现共]有", plain):
        return False
    names = [compact(draft.text_of(field)) for field in ("一/park_name", "3.1/park_name")]
    for name in filter(None, names):
        plain = plain.replace(name, "园区")
    return not fillers.sub("", _FILLERS.sub("", plain))


def _spoken(
    draft: Draft, section: str, paragraph: Paragraph, path: str, match: re.Match[str], after: str
) -> Spoken | None:
    found = draft.form.find_row(path)
    if found is None:
        return None
    factor = _factor(match["unit"], found[2].unit)
    if factor is None:
        return None
    digits = match["figure"].replace(",", "")
    value = Decimal(digits) * factor
    half = Decimal(1).scaleb(-len(digits.partition(".")[2])) * factor / 2
    if match["unit"] in ("家", "个", "户", "件", "项", "名", "人") and "." not in digits:
        half = Decimal(0)
    interval = _allowed(value, half, match["about"] or "", match["more"] or "")
    return Spoken(section, paragraph, path, match.group(), match["figure"], value, interval, after)


def _allowed(value: Decimal, half: Decimal, about: str, more: str) -> Interval:
    if about in ("约", "近") or more == "左右":
        return Interval(value * Decimal("0.9") - half, value * Decimal("1.1") + half)
    if about or more:  # 超过, 突破, 多, 余, 以上
        return Interval(value - half, value * Decimal("1.5") + half)
    return Interval(value - half, value + half)


def _factor(written: str, unit: str) -> Decimal | None:
    """Factor from the unit in the text to the row's; None where they measure different things."""
    counters = {"家": "个", "户": "个", "件": "个", "项": "个", "名": "人", "亿": "亿元"}
    source = counters.get(written, written)
    if {source, unit} <= {"个", "人", "万人"}:
        return conversion(source, unit) if source != unit else Decimal(1)
    if "个" in (source, unit) or "人" in (source, unit):
        return None
    return conversion(source, unit)
