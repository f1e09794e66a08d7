"""Figures that the free text gives for rows of the tables: how the text names a row, and whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.checker.draft import Draft
from assistant.checker.numbers import Interval, conversion
from assistant.checker.rules.registry import compact, reliable
from assistant.checker.rules.spoken_rows import CLUSTER_ROWS, FIGURE, IS, PARK_ROWS, SUM_ROWS, TARGET_ROWS
from assistant.checker.sentences import split_sentences
from assistant.checker.source import Paragraph

# What may stand before a row's name without changing whose figure it is.
_FILLERS = re.compile(
    r"20\d{2}年(?:底|末|全年|度)?|截[至止]|目前|当前|全年|年末|年底|集群内?|产业|企业(?=实现|营业)|其中|分别|实现|完成|达到?|拥有|"
    r"现有|已有|共有|共|现|已|有|培育|聚集|集聚|汇聚|形成|获得|的|\(?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是"
)
_PARK_FILLERS = re.compile(r"园区|高新区|经开区|开发区|工业集中区|承载|核心")
_TARGET_FILLERS = re.compile(r"到|力争|争取|预计|计划|确保|目标|确定|突破")
# A sentence that has named somebody else before.
_OTHERS = re.compile(
    r"会长|主任|理事长|秘书长|院长|院士|博士|教授|研究员|工程师|法人代表|董事长|总经理|负责人|本人|先生|女士|个人|"
    r"公司|集团|龙头|骨干|链主|大学|学院|研究院|研究所|平台|促进会|协会|联盟|中心|全省|全国|全市|全县|我县|全球|世界|乡镇|街道"
)
# A sentence that has told of several years, or of an increase, before: its shares are still those of the last year.
_SEVERAL_YEARS = re.compile(r"累计|年均|新增|净增|增量|十三五|十四五以来|以来|每年|三年|五年")
_PARKS = re.compile(r"园区|高新区|经开区|开发区|片区|工业集中区|核心区|配套园")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_COMPARED = re.compile(
    r"[较比](?:上年|(?:19|20)\d{2}年)(?:同期|底|末)?"
)  # what a figure is compared with, not its year
_PART_YEAR = re.compile(r"\d{1,2}(?:-|—|–|~|至|到)\d{1,2}月|(?<!\d)\d{1,2}月(?!底|末|\d{1,2}日)|季度|半年")
# Years that say more, or less, than when the next figure was.
_SPAN = re.compile(
    r"(?:19|20)\d{2}年?(?:以来|起|开始|至|到|[-—–~、和与及])|[自从](?:19|20)\d{2}年(?!的)|(?:19|20)\d{2}年[^,;]{0,4}(?:以来|以后|相比)"
)
_RATE_ALONE = (
    r"(?:总?额|总量|总数|数量|数)?(?=(?:同比|[比较]上年)(?:增长|增加|提高|提升|上升|下降|减少|降低)\d)"
)
_NOTHING = re.compile(r"(?!)")
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
        year: the year that the sentence gives it, None where it gives none.
    """

    section: str
    paragraph: Paragraph
    path: str
    words: str
    figure: str
    value: Decimal
    interval: Interval
    after: str
    year: int | None = None


def _patterns(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((path, re.compile(f"(?:{name}){IS}{FIGURE}")) for path, name in rows)


_SUMS = _patterns(tuple((rows[0], name) for rows, _, name in SUM_ROWS))
_RATES = tuple((path, re.compile(f"(?:{name}){_RATE_ALONE}")) for path, name in CLUSTER_ROWS)
_CLUSTER, _PARK, _TARGET = (_patterns(rows) for rows in (CLUSTER_ROWS, PARK_ROWS, TARGET_ROWS))


def sentences(draft: Draft, sections: tuple[str, ...]) -> Iterator[tuple[str, Paragraph, str]]:
    """The sentences of some sections, without white space, with their section and paragraph."""
    for section, paragraph in draft.all_paragraphs():
        if section in sections:
            for sentence in split_sentences(paragraph.text):
                yield section, paragraph, compact(sentence)


def _told(sentence: str) -> bool:
    """Whether a sentence tells what was, and of whole years."""
    return not (_AHEAD.search(sentence) or _PART_YEAR.search(sentence))


def _plain(sentence: str) -> str:
    """A sentence with the years that its figures are compared with blanked, of the same length."""
    return _COMPARED.sub(lambda match: "·" * len(match.group()), sentence)


def _year_at(draft: Draft, sentence: str, position: int) -> tuple[bool, int | None]:
    """Whether the figure at a position is of one of the draft's two years, and of which, as far as it is said."""
    plain = _plain(sentence)
    years = set(_YEAR.findall(plain))
    if not years - {str(draft.last_year)}:
        return True, draft.last_year if years else None
    said = _YEAR.findall(plain[:position])
    if _SPAN.search(plain) or not said:
        return False, None
    year = int(said[-1])
    return draft.last_year - 1 <= year <= draft.last_year, year


def spoken_of_cluster(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Figures of the whole cluster in its last two years."""
    for section, paragraph, sentence in sentences(draft, sections):
        if _told(sentence):
            yield from _dated(
                draft,
                sentence,
                _in_sentence(draft, section, paragraph, sentence, _CLUSTER, _NOTHING, _PARKS),
            )


def spoken_of_park(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Figures of the park, or of the cluster within it, in its last two years."""
    for section, paragraph, sentence in sentences(draft, sections):
        if _told(sentence):
            yield from _dated(
                draft, sentence, _in_sentence(draft, section, paragraph, sentence, _PARK, _PARK_FILLERS, None)
            )


def spoken_sums(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Figures for two rows of the whole cluster together, by the path of the first, in the last two years."""
    for section, paragraph, sentence in sentences(draft, sections):
        if _told(sentence):
            found = _in_sentence(draft, section, paragraph, sentence, _SUMS, _NOTHING, _PARKS)
            yield from _dated(draft, sentence, found)


def _dated(draft: Draft, sentence: str, found: Iterator[tuple[int, Spoken]]) -> Iterator[Spoken]:
    for position, spoken in found:
        known, year = _year_at(draft, sentence, position)
        if known:
            yield replace(spoken, year=year)


def spoken_rates(draft: Draft, sections: tuple[str, ...]) -> Iterator[Spoken]:
    """Rows of the whole cluster whose growth over the year before is told without the figure itself."""
    for section, paragraph, sentence in sentences(draft, sections):
        if not _told(sentence) or set(_YEAR.findall(sentence)) - {str(draft.last_year)}:
            continue
        for before, clause, rest in _clauses(sentence):
            if _OTHERS.search(before) or _SEVERAL_YEARS.search(before) or _PARKS.search(before + clause):
                continue
            path, match = next(
                ((path, match) for path, pattern in _RATES if (match := pattern.search(clause))), ("", None)
            )
            number = reliable(draft.value(path, "y1"))
            if match is None or number is None or not _own(draft, clause[: match.start()], _NOTHING, path):
                continue
            after = clause[match.end() :] + rest
            yield Spoken(section, paragraph, path, match.group(), "", number.value, number.interval, after)


def spoken_targets(draft: Draft, sections: tuple[str, ...]) -> Iterator[tuple[int, Spoken]]:
    """Figures for one of the three target years, with that year."""
    for section, paragraph, sentence in sentences(draft, sections):
        ahead = list(_UNTIL.finditer(sentence))
        said = sentence[ahead[-1].start() :] if ahead else sentence
        years = {int(year) for year in _YEAR.findall(_COMPARED.sub("", said))}
        if len(years) == 1 and draft.last_year < (year := years.pop()) <= draft.last_year + 3:
            found = _in_sentence(draft, section, paragraph, said, _TARGET, _TARGET_FILLERS, _PARKS)
            yield from ((year, spoken) for _, spoken in found)


def _clauses(sentence: str) -> Iterator[tuple[str, str, str]]:
    """The clauses of a sentence: what stands before, the clause, what follows."""
    start = 0
    for clause in re.split(r"(?<=[,;。:])|(?<=、)(?<!国家级、)(?!\d)", sentence):
        before, start = sentence[:start], start + len(clause)
        yield before, clause, sentence[start:]


def _in_sentence(
    draft: Draft,
    section: str,
    paragraph: Paragraph,
    sentence: str,
    patterns: tuple[tuple[str, re.Pattern[str]], ...],
    fillers: re.Pattern[str],
    others: re.Pattern[str] | None,
) -> Iterator[tuple[int, Spoken]]:
    """The figures of a sentence, each with the position up to which the sentence says when it was."""
    for before, clause, rest in _clauses(sentence):
        if _OTHERS.search(before) or (others is not None and others.search(before + clause)):
            continue
        several = _SEVERAL_YEARS.search(before)
        for path, pattern in patterns:
            match = pattern.search(clause)
            if match is None:
                continue
            if not (several and match["unit"] != "%") and _own(draft, clause[: match.start()], fillers, path):
                spoken = _spoken(draft, section, paragraph, path, match, clause[match.end() :] + rest)
                own_year = bool(match["target"]) or not match["source"]
                if spoken is not None:
                    yield len(before) + (match.start("figure") if own_year else match.start()), spoken
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
