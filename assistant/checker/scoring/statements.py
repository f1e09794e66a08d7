"""The sentences of a draft, each judged where it stands: below a heading of plans, of shortcomings, or of neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checker.conditions import load_conditions
from assistant.checker.draft import Draft
from assistant.checker.form import Stage
from assistant.checker.form_loader import load_form
from assistant.checker.labels import flat
from assistant.checker.sentences import (
    Judged,
    Scope,
    Setting,
    home_of,
    judge,
    opens,
    split_sentences,
    wording,
)

_OWN_FIELDS = ("一/name", "一/area", "一/promoter_name", "一/park_name", "3.1/park_name", "五/lead_unit")
_LONGEST_HEADING = 30
_PLANS = re.compile(
    r"^(?:下一步|下步|下阶段|今后|未来)|(?:工作)?(?:打算|展望|愿景)$|思路|(?:总体|发展|主要|阶段|奋斗|具体|工作|量化)目标|目标任务|(?:主要|重点)任务|"
    r"(?:发展|培育|实施)路径|工作计划|实施计划|年度计划|十五五"
)
_LACKS = re.compile(
    r"(?:存在|面临)的?[^,]{0,8}(?:问题|不足|短板|困难|挑战|差距)|(?:问题|短板|不足|差距|困难)(?:与|和|及|、)|^(?:主要|突出)?(?:问题|短板|不足|差距|困难)$"
)
# 目标任务完成情况, 问题整改情况: such a heading is followed by what was done.
_ACCOMPLISHED = re.compile(r"完成|成效|成绩|进展|落实|清晰|明确|合理|科学|解决|整改|破解|化解|已")
_SHORTEST_NAME = 4
_KIND_OF_BODY = re.compile(r"(?:促进会|联盟|中心|协会|商会|联合会|总会|学会|研究院|公司|服务站)$")
_LEVELS = (
    re.compile(r"第[一二三四五六七八九十]+(?:部分|章|节)[:、]?"),
    re.compile(r"[一二三四五六七八九十]{1,3}[、.]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?"),
    re.compile(r"\d{1,2}[、.](?!\d)"),
    re.compile(r"\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]是"),
)
_UNNUMBERED = len(_LEVELS)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the draft.

    Attributes:
        section: the section that it stands in.
        text: as written.
        judged: what it states.
        of_promoter: it names the draft's own promotion organisation.
    """

    section: str
    text: str
    judged: Judged
    of_promoter: bool = False


@cache
def _repeated(stage: Stage) -> frozenset[str]:
    form = load_form(stage)
    texts = [text for c in load_conditions() for text in (c.name, *(r.text for r in c.requirements))]
    return wording([*texts, *(text for section in form.sections for text in section.all_instructions)])


def statements(draft: Draft) -> Iterator[Statement]:
    """The sentences of a draft's free texts, in the form's order; annexes and declarations are left out.

    Args:
        draft: the draft.
    """
    home = home_of(" ".join(draft.text_of(path) for path in _OWN_FIELDS))
    # The final's report tells what was done since the preliminary round, in the year after the last complete one.
    told_until = draft.last_year + (draft.stage == "决赛")
    setting = Setting(told_until, _repeated(draft.stage), home)
    promoter = _promoter(draft)
    for section in draft.form.sections:
        text = draft.texts.get(section.number)
        if text is None or section.kind in ("annex", "declaration"):
            continue
        scopes = _Scopes()
        own = frozenset(text.paragraphs)
        # The form's own outline stays in drafts: its words are no evidence, but its headings say what follows.
        for paragraph in text.everything or text.paragraphs:
            for sentence, scope in scopes.walk(paragraph.text):
                if paragraph not in own:
                    continue
                named = bool(promoter and promoter.search(flat(sentence)))
                yield Statement(section.number, sentence, judge(sentence, setting, scope), named)


def _promoter(draft: Draft) -> re.Pattern[str] | None:
    """What a sentence calls the promotion organisation: its name, or at the beginning its last word (中心, 联盟)."""
    name = flat(draft.text_of("一/promoter_name") or draft.text_of("四/promoter_name"))
    if len(name) < _SHORTEST_NAME:
        return None
    kind = _KIND_OF_BODY.search(name)
    called = rf"|(?:^|[,:、])(?:本|该)?{kind.group()}" if kind else ""
    return re.compile(re.escape(name) + called)


class _Scopes:
    """Follows the headings of one section."""

    def __init__(self) -> None:
        self._scope: Scope = ""
        self._level = _UNNUMBERED

    def walk(self, paragraph: str) -> Iterator[tuple[str, Scope]]:
        """The sentences of a paragraph that may be evidence, each with the scope it stands in."""
        sentences = split_sentences(paragraph)
        if not sentences:
            return
        heading = self._heading(sentences[0])
        if heading is not None:
            scope, level = heading
            if scope or level <= self._level:
                self._scope, self._level = scope, level
            sentences = sentences[1:]
        inside: Scope = self._scope
        for sentence in sentences:
            opened = opens(sentence)
            if opened:
                inside = opened
                if flat(sentence).endswith(":"):  # the paragraphs that follow spell it out
                    self._scope, self._level = opened, 1
                continue
            yield sentence, inside

    def _heading(self, sentence: str) -> tuple[Scope, int] | None:
        """The scope and level of a heading, None where the sentence is none."""
        text = flat(sentence)
        level = next((number for number, mark in enumerate(_LEVELS) if mark.match(text)), _UNNUMBERED)
        title = _LEVELS[level].sub("", text, count=1) if level < _UNNUMBERED else text
        ended = title.endswith(("。", ";"))
        title = title.rstrip("。;:")
        if (
            len(title) > _LONGEST_HEADING
            or "," in title
            or (ended and level == _UNNUMBERED)
            or _DIGIT.search(title)
        ):
            return None
        if _ACCOMPLISHED.search(title):
            return "", level
        if _PLANS.search(title):
            return "plan", level
        if _LACKS.search(title):
            return "lack", level
        return "", level
