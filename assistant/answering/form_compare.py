"""Where the two report forms differ: sections, limits, rows and wording, and nothing that they have alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.answering.composer import Composer, shorten
from assistant.answering.form_labels import FORMS, STAGES, common, core, sections_named
from assistant.answering.form_subjects import subjects
from assistant.checker.form import Form, Section
from assistant.checker.form_loader import load_form
from assistant.conversation.plan import Plan
from index.documents import Document

_ALIKE = 0.5  # share of the shorter title from which two titles at one number name the same section
_MARGIN = 10  # characters shown on either side of what differs
_REACH = 18  # characters within which a pause is looked for instead
_SAME_ASKED = re.compile(r"(?:一样|相同|一致|同样)(?:的)?(?:吗|么|不|$|[?])|一不一样|是不是(?:一样|相同)")
_STOP = re.compile(r"[，。；、：（）]")


@dataclass(frozen=True)
class _Pair:
    """A section of both forms."""

    first: Section
    second: Section


def tell(plan: Plan, text: str, composer: Composer, document: Document) -> bool | None:
    """Tell the differences between the forms, or between the sections that the question names.

    Args:
        plan: the question's plan.
        text: the question, folded.
        composer: collects the answer.
        document: the document of the forms.

    Returns:
        Whether they differ; None where neither form has what the question names.
    """
    forms = (load_form(STAGES[0]), load_form(STAGES[1]))
    pairs = _paired(*forms)
    wanted = _wanted(plan, text, forms)
    # a part that is named brings its sections
    wanted |= {
        b.number for form in forms for s in form.sections if s.number in wanted for b in _below(form, s)
    }
    # the forms themselves are cited first
    forms_cited = "" if wanted else "".join(composer.cite(FORMS, stage) for stage in STAGES)
    lines: list[str] = []
    for form, side in zip(forms, ("first", "second"), strict=True):
        paired = {getattr(pair, side).number for pair in pairs}
        other = forms[1] if form is forms[0] else forms[0]
        # what the other form has under another number is told with the section that it is in
        elsewhere = {item.number for item in form.sections if item.title in {o.title for o in other.sections}}
        lines += _alone(form, paired | elsewhere, wanted, composer)
    for pair in pairs:
        if wanted and not {pair.first.number, pair.second.number} & wanted:
            continue
        lines += _renumbered(pair, composer)
        lines += _limits(pair, forms, composer, document)
        lines += _rows(pair, composer)
        lines += _wording(pair, composer, document)
    if asks_whether_same(text) and (wanted or lines):
        composer.add("不一样。\n" if lines else "一样。\n")
    differ = bool(lines)
    if not lines and wanted:
        lines = [
            f"{_name(pair)}：两份参赛报告写法相同{''.join(_marks(pair, composer))}。"
            for pair in pairs
            if pair.first.number in wanted
        ]
    if not lines:
        return None
    if not wanted:
        composer.add(f"初赛和决赛各有一份参赛报告{forms_cited}，多数表格相同，不同之处如下：\n")
    composer.add("\n".join(lines))
    return differ


def asks_whether_same(text: str) -> bool:
    """Whether the question asks if the forms are alike."""
    return _SAME_ASKED.search(text) is not None


def _wanted(plan: Plan, text: str, forms: tuple[Form, Form]) -> set[str]:
    """Numbers of the sections that the question names; empty where it means the forms as a whole."""
    numbers = {locator.split(" ")[-1] for locator in plan.locators}
    numbers |= set(re.findall(r"第([一二三四五六七])(?:个)?(?:部分|块|章|大块)", text))
    known = {section.number for form in forms for section in form.sections}
    if numbers & known:
        return numbers & known
    named = {section.number for form in forms for section in sections_named(form.sections, form, text)}
    return named or {item.key for item in subjects(text, ("prose",))}


def _paired(first: Form, second: Form) -> list[_Pair]:
    """Sections of the forms in pairs: by number where the titles are alike, then by title."""
    pairs: list[_Pair] = []
    for same_number in (True, False):
        for section in first.sections:
            if section.number in {pair.first.number for pair in pairs}:
                continue
            taken = {pair.second.number for pair in pairs}
            for other in second.sections:
                if other.number in taken:
                    continue
                alike = (
                    other.number == section.number and _alike(section.title, other.title)
                    if same_number
                    else other.title == section.title
                )
                if alike:
                    pairs.append(_Pair(section, other))
                    break
    order = [section.number for section in first.sections]
    return sorted(pairs, key=lambda pair: order.index(pair.first.number))


def _alike(first: str, second: str) -> bool:
    one, other = core(first), core(second)
    return len(common(one, other)) >= _ALIKE * min(len(one), len(other))


def _below(form: Form, part: Section) -> list[Section]:
    """The sections of a part, none for a section that is no part."""
    if part.level > 1:
        return []
    position = form.sections.index(part)
    below = []
    for section in form.sections[position + 1 :]:
        if section.level == 1:
            break
        below.append(section)
    return below


def _alone(form: Form, paired: set[str], wanted: set[str], composer: Composer) -> list[str]:
    """The sections that only one form has; those of a part that only one has are told with it."""
    names: list[str] = []
    covered: set[str] = set()
    for section in form.sections:
        if section.number in paired | covered or (wanted and section.number not in wanted):
            continue
        below = _below(form, section)
        covered |= {item.number for item in below}
        inner = "、".join(f"{item.number} {item.title}" for item in below)
        name = f"{section.number} {section.title}" + (f"（含{inner}）" if inner else "")
        names.append(name + composer.cite(FORMS, form.locator(section.number)))
    return [f"只有{form.stage}要填：{'；'.join(names)}。"] if names else []


def _name(pair: _Pair) -> str:
    return f"{pair.first.number} {pair.first.title}"


def _marks(
    pair: _Pair, composer: Composer, quotes: tuple[str | None, str | None] = (None, None)
) -> list[str]:
    sections = (pair.first, pair.second)
    return [
        composer.cite(FORMS, f"{stage} {section.number}", quote)
        for stage, section, quote in zip(STAGES, sections, quotes, strict=True)
    ]


def _renumbered(pair: _Pair, composer: Composer) -> list[str]:
    """Another title at the same number, or another number for the same title."""
    first, second = pair.first, pair.second
    if (first.number, first.title) == (second.number, second.title):
        return []
    before, after = _marks(pair, composer)
    if first.title == second.title:
        return [
            f"“{first.title}”在初赛是第{first.number}部分{before}，在决赛是第{second.number}部分{after}。"
        ]
    return [f"{first.number}的题目：初赛是“{first.title}”{before}，决赛是“{second.title}”{after}。"]


def _limits(pair: _Pair, forms: tuple[Form, Form], composer: Composer, document: Document) -> list[str]:
    """Different word limits of the section, or of the sections in it."""
    said, limits = [], []
    for form, section in zip(forms, (pair.first, pair.second), strict=True):
        limited = [item for item in (section, *_below(form, section)) if item.limit]
        limits.append({item.limit for item in limited})
        for item in limited:
            locator = form.locator(item.number)
            found = re.search(rf"{item.limit}\s*字以内", document.full_text(locator))
            name = "" if item is section else f"的{item.number} {item.title}"
            if found:
                said.append((form.stage, name, found.group(), locator))
    # a part whose own sections are paired is told with them
    inner = {item.number for item in _below(forms[0], pair.first)} & {
        item.number for item in _below(forms[1], pair.second)
    }
    if limits[0] == limits[1] or inner:
        return []
    words = "，".join(
        f"{stage}{name}“{found}”{composer.cite(FORMS, locator, found)}"
        for stage, name, found, locator in said
    )
    return [f"{pair.first.number}的字数：{words}。"]


def _rows(pair: _Pair, composer: Composer) -> list[str]:
    """Rows whose printed labels differ, and rows that only one form has."""
    lines = []
    for table in pair.first.tables:
        other = pair.second.table(table.key)
        for row in table.rows:
            twin = other.row(row.key) if other else None
            if twin is None or twin.label == row.label:
                continue
            marks = _marks(pair, composer, (row.label, twin.label))
            lines.append(
                f"{pair.first.number}的指标：初赛写作“{row.label}”{marks[0]}，决赛写作“{twin.label}”{marks[1]}。"
            )
    return lines


def _wording(pair: _Pair, composer: Composer, document: Document) -> list[str]:
    """What differs in the instructions, with a few words around it."""
    texts = [
        [line for line in section.instructions if line in document.full_text(f"{stage} {section.number}")]
        for stage, section in zip(STAGES, (pair.first, pair.second), strict=True)
    ]
    if not texts[0] and texts[1]:
        locator = f"{STAGES[1]} {pair.second.number}"
        quote = shorten(texts[1][0])
        return [f"{pair.second.number}的要求：决赛写“{quote}”{composer.cite(FORMS, locator, quote)}。"]
    lines = []
    for before, after in zip(*texts, strict=False):
        for mine, theirs in _differences(before, after):
            marks = _marks(pair, composer, (mine, theirs))
            lines.append(f"{_name(pair)}：初赛写“{mine}”{marks[0]}，决赛写“{theirs}”{marks[1]}。")
    return lines


def _differences(first: str, second: str) -> Iterator[tuple[str, str]]:
    """The places where two texts differ, each with the words around it, verbatim."""
    if first == second:
        return
    blocks = [
        code
        for code in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    merged = [list(blocks[0][1:])]
    for _, start, end, other_start, other_end in blocks[1:]:
        if start - merged[-1][1] <= _MARGIN:
            merged[-1][1], merged[-1][3] = end, other_end
        else:
            merged.append([start, end, other_start, other_end])
    for start, end, other_start, other_end in merged:
        yield _around(first, start, end), _around(second, other_start, other_end)


def _around(text: str, start: int, end: int) -> str:
    """`text[start:end]` with the words next to it, up to a pause or a few characters."""
    pauses = [found.end() for found in _STOP.finditer(text, max(start - _REACH, 0), start)]
    begin = pauses[-1] if pauses else max(start - _MARGIN, 0)
    stop = _STOP.search(text, end, end + _REACH)
    return text[begin : stop.start() if stop else min(end + _MARGIN, len(text))].strip()
