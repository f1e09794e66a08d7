"""The six conditions as HTML: each opens its requirements with status, evidence and what to add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from assistant.checker.reports.names import STATUS_NAMES
from assistant.page.markup import details, element, esc
from assistant.page.places import basis_button, basis_dialogs
from assistant.page.reports import Report, grade, score_text
from index.corpus import Corpus

_DOCUMENT: Final = "measures-2021"  # whose 第六条 names the conditions
_CSS: Final = {"met": "good", "partial": "odd", "missing": "bad"}
_SHOWN: Final = 5  # pieces of evidence shown at once


def conditions_html(report: Report, corpus: Corpus, day: date) -> str:
    """The conditions, the weakest open.

    Args:
        report: the check report.
        corpus: the documents, for the clause of each condition.
        day: the day on which validity is judged.
    """
    conditions = report["conditions"]
    weakest = min((float(condition["score"]) for condition in conditions), default=0.0)
    parts = [_condition(each, float(each["score"]) == weakest, corpus) for each in conditions]
    dialogs = basis_dialogs(((_DOCUMENT, condition["id"]) for condition in conditions), corpus, day)
    return "".join(parts) + dialogs


def _condition(condition: Mapping[str, Any], opened: bool, corpus: Corpus) -> str:
    requirements = condition["requirements"]
    counts = _counts(requirements)
    summary = (
        element("strong", f"{esc(condition['id'])} {esc(condition['name'])}")
        + element(
            "span", f"{score_text(condition['score'])} 分", f"ca-badge ca-{grade(float(condition['score']))}"
        )
        + element("span", esc(counts), "ca-count")
    )
    clause = element("p", f"条款：{basis_button((_DOCUMENT, condition['id']), corpus)}", "ca-path")
    body = clause + "".join(map(_requirement, requirements))
    return details(summary, body, "ca-fold ca-condition", opened=opened)


def _counts(requirements: Sequence[Mapping[str, Any]]) -> str:
    """`5 项：已有依据 3，依据不足 1，缺少依据 1`."""
    parts = [
        f"{name} {number}"
        for status, name in STATUS_NAMES.items()
        if (number := sum(requirement["status"] == status for requirement in requirements))
    ]
    return f"{len(requirements)} 项：{'，'.join(parts)}"


def _requirement(requirement: Mapping[str, Any]) -> str:
    status = requirement["status"]
    label = element("span", STATUS_NAMES.get(status, status), f"ca-badge ca-{_CSS.get(status, 'odd')}")
    number = element("span", esc(requirement["id"]), "ca-locator")
    advice = requirement.get("advice")
    return element(
        "div",
        element("p", f"{label} {number} {esc(requirement['text'])}")
        + (element("p", esc(requirement["why"]), "ca-why") if requirement.get("why") else "")
        + _evidence(requirement.get("evidence") or ())
        + (element("p", "要补充：" + esc(advice), "ca-advice") if advice else ""),
        "ca-requirement",
    )


def _evidence(items: Sequence[Mapping[str, Any]]) -> str:
    lines = [element("li", _item(item)) for item in items]
    if not lines:
        return ""
    shown = element("ul", "".join(lines[:_SHOWN]), "ca-evidence")
    rest = lines[_SHOWN:]
    return shown + (
        details(f"另有 {len(rest)} 条依据", element("ul", "".join(rest), "ca-evidence"), "ca-more")
        if rest
        else ""
    )


def _item(item: Mapping[str, Any]) -> str:
    place = " › ".join(str(item[name]) for name in ("section", "row", "column") if item.get(name))
    value = item.get("value")
    return element("span", esc(place), "ca-locator") + (f" {element('q', esc(value))}" if value else "")
