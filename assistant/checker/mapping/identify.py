"""Recognises the stage (初赛, 决赛) and the category of a draft."""

from __future__ import annotations

import re

from assistant.checker.form import CATEGORIES, Category, Stage
from assistant.checker.labels import core, flat
from assistant.checker.source import Source, paragraphs

_TICKED = r"[☑☒√✓✔■▣●]"


def stage_of(source: Source) -> Stage | None:
    """The stage that the file states or that its sections show; None where neither does."""
    lines = [flat(paragraph.text) for paragraph in (*source.margins, *paragraphs(source.blocks))]
    for line in lines[:80]:
        if len(line) > 60:
            continue
        found = [stage for stage in ("初赛", "决赛") if stage in line]
        if len(found) == 1 and ("报告" in line or re.fullmatch(r"\(?(初赛|决赛)\)?", line)):
            return "初赛" if found[0] == "初赛" else "决赛"
    return _stage_by_sections(lines)


def _stage_by_sections(lines: list[str]) -> Stage | None:
    titles = {core(line) for line in lines if len(line) <= 40}
    if titles & {
        "培育发展产业集群实施方案",
        "未来三年集群主要经济指标发展目标",
        "培育发展省级产业集群实施方案",
    }:
        return "初赛"
    if any("初赛胜出后" in line for line in lines):
        return "决赛"
    return None


def category_of(text: str) -> Category | None:
    """The category that the field 申报类别 names; None where it names none or both."""
    plain = flat(text)
    # （√） after a name belongs to that name, not to the one that follows; else a mark before a name is its own.
    for pattern in (r"{name}\W?\({tick}\)", r"{tick}\W?{name}", r"{name}\W?{tick}"):
        marked = [name for name in CATEGORIES if re.search(pattern.format(name=name, tick=_TICKED), plain)]
        if len(marked) == 1:
            return marked[0]
    plain = plain.replace(flat("（先进制造业集群或中小企业特色产业集群）"), "")
    named = [
        name for name, word in zip(CATEGORIES, ("先进制造业", "中小企业特色"), strict=True) if word in plain
    ]
    return named[0] if len(named) == 1 else None
