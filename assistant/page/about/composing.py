"""What is said of findings and requirements, each sentence with the form section or clause it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from assistant.answering.composer import Composer
from assistant.models import Answer
from assistant.page.about.places import Places, Report, kind_name, severity_name
from assistant.page.about.selecting import (
    Finding,
    Requirement,
    Selected,
    evidenced,
    lacking,
    number_of,
    open_findings,
)
from assistant.page.about.wording import Wording
from assistant.page.reports import SCORE_NOTE, SEVERITIES, score_text

_MEASURES: Final = "measures-2021"
_DETAILED: Final = 3  # findings told in full; more are listed
_LISTED: Final = 12
_LOWEST: Final = 2  # conditions told of when the total is asked about
_STATUSES: Final = {"partial": "依据不足", "missing": "缺依据", "unknown": "未能读出"}
_NUMERALS: Final = "一二三四五六"
_SEEN: Final = "全部问题见“自查”页。"
_END: Final = re.compile(r"[。；;\s]+$")


def compose(
    composer: Composer, report: Report, wording: Wording, places: Places, selected: Selected
) -> Answer:
    """The answer.

    Args:
        composer: collects sentences and citations.
        report: the check report's JSON.
        wording: how it was asked.
        places: what was named.
        selected: what is meant.
    """
    if selected.conditions:
        _conditions(composer, selected.conditions)
    elif places.article or _asks_total(wording, places, selected):
        _total(composer, report)
    elif places.named and not selected.findings and selected.requirements:
        _requirements(composer, selected.requirements)
    elif not selected.findings:
        if not _evidence(composer, evidenced(report, places)):
            _nothing(composer, report, places)
    elif wording.wish == "count" or len(selected.findings) > _DETAILED:
        _list(composer, report, selected.findings, places)
    else:
        _findings(composer, selected.findings, mend_first=wording.wish == "mend")
        if places.words and selected.requirements:
            _requirements(composer, selected.requirements[:_DETAILED])
    return composer.build()


def _asks_total(wording: Wording, places: Places, selected: Selected) -> bool:
    anywhere = not (places.named or places.kinds or places.severities)
    return (wording.score and (anywhere or not selected)) or (wording.demands and anywhere)


def _findings(composer: Composer, findings: Sequence[Finding], mend_first: bool) -> None:
    for finding in findings:
        mark = _rests_on(composer, finding)
        message = _END.sub("", finding["message"])
        advice = _END.sub("", finding.get("advice") or "")
        parts = [f"{_severity(finding)}：{message}{mark}。", *_cell(finding)]
        mend = f"改法：{advice}{mark}。" if advice else ""
        composer.add("\n".join(filter(None, [mend, *parts] if mend_first else [*parts, mend])) + "\n")


def _cell(finding: Finding) -> list[str]:
    """The draft's own cell, where it has something in it."""
    found = " ".join((finding.get("found") or "").split())
    if not found or found in finding["message"]:
        return []
    place = "".join(f"“{finding[name]}”" for name in ("row", "column") if finding.get(name))
    return [f"报告{finding['section']}{place}处写的是“{found}”。"]


def _list(composer: Composer, report: Report, findings: Sequence[Finding], places: Places) -> None:
    total = open_findings(report)
    if len(findings) == len(total):
        composer.add(f"自查共发现 {len(total)} 处问题：{_counts(total)}。\n")
    else:
        where = _named(places)
        composer.add(
            f"自查在{where}中发现 {len(findings)} 处问题（全部问题 {len(total)} 处：{_counts(total)}）。\n"
        )
    for number, finding in enumerate(findings[:_LISTED], 1):
        advice = _END.sub("", finding.get("advice") or "")
        mend = f"；{advice}" if advice else ""
        message = _END.sub("", finding["message"])
        composer.add(f"{number}. {_severity(finding)}：{message}{mend}{_rests_on(composer, finding)}。\n")
    rest = len(findings) - _LISTED
    if rest > 0:
        composer.add(f"另有 {rest} 处。{_SEEN}\n")


def _nothing(composer: Composer, report: Report, places: Places) -> None:
    total = open_findings(report)
    composer.add(f"自查没有在{_named(places) or '报告'}中发现问题。\n")
    if total:
        composer.add(f"整份报告共有 {len(total)} 处问题：{_counts(total)}。{_SEEN}\n")
    for number in places.sections[:1]:
        _form_section(composer, report, number)


def _evidence(composer: Composer, pairs: Sequence[tuple[dict[str, Any], Requirement]]) -> bool:
    for condition, requirement in pairs[:_DETAILED]:
        mark = _clause(composer, condition, requirement)
        number = _NUMERALS[number_of(condition) - 1]
        composer.add(f"第六条（{number}）的要求“{requirement['text']}”在报告中有依据{mark}。\n")
        for item in requirement["evidence"][:_DETAILED]:
            place = " ".join(str(item[name]) for name in ("section", "row", "column") if item.get(name))
            composer.add(f"{place}：“{' '.join(str(item['value']).split())}”\n")
    return bool(pairs)


def _total(composer: Composer, report: Report) -> None:
    conditions = sorted(report["conditions"], key=lambda condition: float(condition["score"]))
    scores = "，".join(
        f"{_short(condition)}{score_text(condition['score'])}分" for condition in report["conditions"]
    )
    composer.add(
        f"这份报告自查得分 {score_text(report['score'])} 分，是第六条六项条件得分的平均：{scores}。\n"
    )
    weak = [condition for condition in conditions if lacking(condition)][:_LOWEST]
    if weak:
        composer.add("失分主要在：\n")
    for condition in weak:
        _condition(composer, condition)
    composer.warn(SCORE_NOTE)


def _conditions(composer: Composer, conditions: Iterable[dict[str, Any]]) -> None:
    for condition in conditions:
        _condition(composer, condition)
    composer.warn(SCORE_NOTE)


def _condition(composer: Composer, condition: dict[str, Any]) -> None:
    poor = lacking(condition)
    name = f"第六条（{_NUMERALS[number_of(condition) - 1]}）“{condition['name']}”"
    mark = composer.cite(_MEASURES, condition["id"])
    points = f"{name}得 {score_text(condition['score'])} 分"
    if not poor:
        composer.add(f"{points}，{len(condition['requirements'])} 项要求在报告中都找到了依据{mark}。\n")
        return
    composer.add(f"{points}，{len(condition['requirements'])} 项要求中有 {len(poor)} 项依据不全{mark}。\n")
    _requirements(composer, [(condition, requirement) for requirement in poor])


def _requirements(composer: Composer, pairs: Sequence[tuple[dict[str, Any], Requirement]]) -> None:
    for number, (condition, requirement) in enumerate(pairs[:_LISTED], 1):
        mark = _clause(composer, condition, requirement)
        why, advice = (_END.sub("", requirement.get(name) or "") for name in ("why", "advice"))
        why = why.removeprefix("没有找到依据：")
        label = _STATUSES[requirement["status"]]
        lead = f"{number}. " if len(pairs) > 1 else f"第六条（{_NUMERALS[number_of(condition) - 1]}）的要求"
        mend = f"。改法：{advice}" if advice else ""
        composer.add(f"{lead}“{requirement['text']}”{label}{mark}：{why}{mend}。\n")


def _clause(composer: Composer, condition: dict[str, Any], requirement: Requirement) -> str:
    try:
        return composer.cite(_MEASURES, condition["id"], requirement["text"])
    except ValueError:  # the requirement is put in words of its own
        return composer.cite(_MEASURES, condition["id"])


def _rests_on(composer: Composer, finding: Finding) -> str:
    citation = finding["citation"]
    for quote in (finding.get("row"), None):
        try:
            return composer.cite(citation["doc"], citation["locator"], quote)
        except (KeyError, ValueError):
            continue
    return ""


def _form_section(composer: Composer, report: Report, number: str) -> None:
    try:
        mark = composer.cite("report-2023", f"{report.get('stage') or '初赛'} {number}")
    except (KeyError, ValueError):
        return
    composer.add(f"这一节的填写要求见表格原文{mark}。\n")


def _named(places: Places) -> str:
    parts = [
        *places.sections,
        *(f"“{word}”" for word in places.words),
        *(f"“{text}”" for text in places.numbers),
    ]
    parts += [f"“{kind_name(kind)}”方面" for kind in places.kinds] if not parts else []
    parts += [f"“{severity_name(name)}”一级" for name in places.severities] if not parts else []
    parts[:1] = [f"报告{part}" for part in parts[:1]]
    return "、".join(parts)


def _counts(findings: Sequence[Finding]) -> str:
    counted = {name: sum(finding["severity"] == name for finding in findings) for name in SEVERITIES}
    return "，".join(f"{SEVERITIES[name]} {count} 处" for name, count in counted.items() if count)


def _severity(finding: Finding) -> str:
    return f"{severity_name(finding['severity'])}（{kind_name(finding['kind'])}）"


def _short(condition: dict[str, Any]) -> str:
    return f"（{_NUMERALS[number_of(condition) - 1]}）{condition['name']}"
