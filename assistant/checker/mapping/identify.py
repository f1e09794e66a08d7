"""Recognises the stage (初赛, 决赛) and the category of a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from assistant.checker.form import CATEGORIES, STAGES, Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.labels import core, flat, numbering
from assistant.checker.source import Paragraph, Source, paragraphs

_TICKED = r"[☑☒√✓✔✅■▣●◉◆▲★⊠⊙vV]"
_OPEN = r"[□☐○◯◇〇▢]"
_TITLE_LINES = 80
_LONGEST_TITLE = 60
_SURE = 2  # titles and chapters of one form alone that outweigh a title page
_WORDS = {"先进制造业集群": "先进制造业", "中小企业特色产业集群": "中小企业特色"}

T = TypeVar("T", bound=str)


def stage_of(source: Source) -> Stage | None:
    """The stage that the file states or that its sections show; None where neither does."""
    texts = [paragraph.number + paragraph.text for paragraph in (*source.margins, *_body(source))]
    stated = {stage for text in texts[:_TITLE_LINES] if (stage := _stated(text)) is not None}
    if len(stated) == 1:
        return stated.pop()
    return _stage_by_sections([flat(text) for text in texts])


def stage_written(source: Source) -> Stage | None:
    """The stage for whose form the chapters are written, also below a title of the other stage; None where unknown."""
    stated = stage_of(source)
    lines = [flat(paragraph.number + paragraph.text) for paragraph in _body(source)]
    titles, chapters = _own_titles(lines), _own_chapters(lines)
    signs = {stage: len(titles[stage]) + len(chapters[stage]) for stage in STAGES}
    other = next((stage for stage in STAGES if stage != stated), None)
    contradicted = stated is not None and other is not None and not signs[stated] and signs[other] >= _SURE
    return other if contradicted else stated


def _body(source: Source) -> list[Paragraph]:
    return [p for p in paragraphs(source.blocks) if p.where not in ("comment", "header", "footer")]


def _stated(text: str) -> Stage | None:
    """The stage that a title, or a pair of boxes, states."""
    line = flat(text)
    if len(line) > _LONGEST_TITLE:
        return None
    found: list[Stage] = [stage for stage in STAGES if stage in line]
    if len(found) == 2:
        return _chosen(text, STAGES)
    if len(found) == 1 and (
        "报告" in line
        or re.fullmatch(r"(?:参赛)?(?:阶段|赛段|赛程)?[:(\[【]*(?:初赛|决赛)(?:阶段)?[)\]】]*", line)
    ):
        return found[0]
    return None


def _stage_by_sections(lines: Sequence[str]) -> Stage | None:
    """The stage whose own section titles the file has; those that both forms have tell nothing."""
    own = _own_titles(lines)
    if own["初赛"]:
        return "初赛"
    if own["决赛"] or any("初赛胜出" in line for line in lines):
        return "决赛"
    # 4.2 of the first form and 四 of the last have one title; only the first has a plan with targets.
    if any("未来三年" in line and "目标" in line for line in lines if len(line) <= _LONGEST_TITLE):
        return "初赛"
    return None


def _own_titles(lines: Sequence[str]) -> dict[Stage, set[str]]:
    """The titles among `lines` that only one stage's form has, by that stage."""
    titles = {
        core(re.sub(r"(?:[.…·_\-—]{2,})?\d{1,3}$", "", line)) for line in lines if len(line) <= _LONGEST_TITLE
    }
    return _of_one_form(
        titles,
        lambda stage: {core(each.title) for each in load_form(stage).sections if len(core(each.title)) > 5},
    )


def _own_chapters(lines: Sequence[str]) -> dict[Stage, set[str]]:
    """The chapters among `lines` that have this number in one stage's form alone (五、真实性声明), by that stage."""
    return _of_one_form(
        {numbering(line) + core(line) for line in lines if len(line) <= _LONGEST_TITLE},
        lambda stage: {
            section.number + core(section.title)
            for section in load_form(stage).sections
            if section.level == 1
        },
    )


def _of_one_form(found: set[str], titles: Callable[[Stage], set[str]]) -> dict[Stage, set[str]]:
    first, last = (titles(stage) for stage in STAGES)
    return {STAGES[0]: found & first - last, STAGES[1]: found & last - first}


def category_of(text: str) -> Category | None:
    """The category that the field 申报类别 names; None where it names none or both."""
    chosen = _chosen(text, CATEGORIES)
    if chosen is not None:
        return chosen
    plain = flat(text).replace(flat("（先进制造业集群或中小企业特色产业集群）"), "")
    named: list[Category] = [name for name in CATEGORIES if _WORDS[name] in plain]
    return named[0] if len(named) == 1 else None


# How marks stand to names: apart from the other name, in brackets behind, before, behind.
_SPACED = (r"(?:^|[ ,、/;或]){mark} ?{name}", r"{name} ?{mark}(?:$|[ ,、/;或])")
_CLOSE = (r"{name}\W?[(\[【]{mark}[)\]】]", r"[(\[【]?{mark}[)\]】]?\W?{name}", r"{name}\W?{mark}")


def _chosen(text: str, names: Sequence[T]) -> T | None:
    """The one of `names` that is ticked, or that alone is not left open; None where that is not clear."""
    plain = flat(text)
    spaced = " ".join(flat(part) for part in text.split())
    for line, patterns in ((spaced, _SPACED), (plain, _CLOSE)):
        for pattern in patterns:
            marked = [
                name for name in names if re.search(pattern.format(name=re.escape(name), mark=_TICKED), line)
            ]
            if len(marked) == 1:
                return marked[0]
    opened = [
        name for name in names if re.search(rf"{_OPEN}[)\]】]?\W?{name}|{name}\W?[(\[【]?{_OPEN}", plain)
    ]
    left = [name for name in names if name in plain and name not in opened]
    return left[0] if len(left) == 1 and opened else None


def category_in(source: Source) -> Category | None:
    """The category that the cover or a sentence of the report states (申报…类别); None where that is not clear."""
    found: set[Category] = set()
    for number, paragraph in enumerate(
        p for p in paragraphs(source.blocks) if p.where in ("body", "textbox")
    ):
        plain = flat(paragraph.text)
        if plain == flat("（先进制造业集群或中小企业特色产业集群）"):
            continue
        if (
            number < _TITLE_LINES // 2
            and len(plain) <= _LONGEST_TITLE
            and re.search(r"类别|申报|参赛", plain)
        ):
            category = category_of(plain)
            if category is not None:
                found.add(category)
        for name in re.findall(
            rf"(?:申报|参加|推荐|参评)(?:(?!国家|世界)[^。;,，；]){{0,12}}?({'|'.join(CATEGORIES)})", plain
        ):
            found.add(name)
    return found.pop() if len(found) == 1 else None
