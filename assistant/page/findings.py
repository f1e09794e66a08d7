"""The findings of a check as HTML: filtered, grouped by section, each with the draft's own cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Final

from assistant.checker.form_loader import load_form
from assistant.checker.reports.names import KIND_NAMES, SEVERITY_MEANINGS, SEVERITY_NAMES
from assistant.page.cells import Excerpt
from assistant.page.excerpts import excerpt_html
from assistant.page.markup import details, element, esc, notice
from assistant.page.places import Basis, basis_button, basis_dialogs
from assistant.page.reports import KINDS, SEVERITIES
from index.corpus import Corpus

ALL: Final = "全部"
_WHOLE: Final = "全文"
_CSS: Final = {"error": "bad", "warning": "odd"}
_OPEN: Final = 60  # findings; of more, only the sections with errors stand open

Finding = Mapping[str, Any]
Report = Mapping[str, Any]
Pair = tuple[Finding, Excerpt | None]


@dataclass(frozen=True)
class Filter:
    """Which findings are shown.

    Attributes:
        severities: the severities chosen.
        section: a section's number, or `全部`.
        kind: a kind, or `全部`.
    """

    severities: tuple[str, ...] = tuple(SEVERITY_NAMES)
    section: str = ALL
    kind: str = ALL

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is shown."""
        return (
            finding["severity"] in self.severities
            and self.section in (ALL, section_of(finding))
            and self.kind in (ALL, finding["kind"])
        )


@dataclass(frozen=True)
class Facets:
    """What each filter offers, as (label with its count, value); counts heed the other filters."""

    severities: list[tuple[str, str]]
    sections: list[tuple[str, str]]
    kinds: list[tuple[str, str]]


def section_of(finding: Finding) -> str:
    """The section of a finding, `全文` where it has none."""
    return str(finding.get("section") or _WHOLE)


def facets(report: Report, chosen: Filter) -> Facets:
    """The choices of the three filters."""
    findings = report["findings"]

    def count(wanted: Filter) -> int:
        return sum(map(wanted.takes, findings))

    def choice(name: str, wanted: Filter) -> str:
        return f"{name}（{count(wanted)}）"

    names = section_names(report)
    sections = dict.fromkeys(section_of(finding) for finding in findings)
    kinds = [kind for kind in KIND_NAMES if any(finding["kind"] == kind for finding in findings)]
    return Facets(
        [
            (choice(name, replace(chosen, severities=(value,))), value)
            for value, name in SEVERITY_NAMES.items()
        ],
        [
            (choice(f"{ALL}部分", replace(chosen, section=ALL)), ALL),
            *((choice(names.get(s, s), replace(chosen, section=s)), s) for s in sections),
        ],
        [
            (choice(f"{ALL}类型", replace(chosen, kind=ALL)), ALL),
            *((choice(KIND_NAMES[kind], replace(chosen, kind=kind)), str(kind)) for kind in kinds),
        ],
    )


def findings_html(
    report: Report, excerpts: Sequence[Excerpt | None], chosen: Filter, corpus: Corpus, day: date
) -> str:
    """The findings that `chosen` takes, in the order of the form.

    Args:
        report: the check report.
        excerpts: what stands in the draft at each finding; may be empty.
        chosen: the filters.
        corpus: the documents that findings rest on.
        day: the day on which validity is judged.
    """
    if not report["findings"]:
        return calm_html(report)
    padded = (*excerpts, *[None] * (len(report["findings"]) - len(excerpts)))
    pairs = [pair for pair in zip(report["findings"], padded, strict=True) if chosen.takes(pair[0])]
    if not pairs:
        return notice("所选范围内没有问题，可放宽上面的筛选。")
    names = section_names(report)
    parts = []
    for section, group in groupby(pairs, key=lambda pair: section_of(pair[0])):
        members = list(group)
        grave = any(finding["severity"] == "error" for finding, _ in members)
        items = "".join(finding_html(finding, corpus, excerpt) for finding, excerpt in members)
        title = element("strong", esc(names.get(section, section))) + element(
            "span", f"{len(members)} 处", "ca-count"
        )
        opened = len(pairs) <= _OPEN or grave
        parts.append(details(title, element("ul", items, "ca-findings"), "ca-fold", opened=opened))
    dialogs = basis_dialogs((basis_of(finding) for finding, _ in pairs), corpus, day)
    return "".join(parts) + dialogs


def calm_html(report: Report) -> str:
    """What stands in place of the findings where there are none; never more than was really read."""
    if (report.get("reading") or {}).get("unread"):
        return notice("能读出的内容没有发现问题；未能读出的没有检查（见上面的说明），请自行核对。", "warn")
    return element(
        "div",
        element("p", "没有发现问题", "ca-calm-title")
        + element(
            "p",
            "逐项核对都通过了。报送前请再核对原始凭证、签字盖章和佐证材料页码；还可以补充的依据见“六项条件”。",
        ),
        "ca-calm-state",
    )


def finding_html(finding: Finding, corpus: Corpus, excerpt: Excerpt | None = None) -> str:
    """One finding as a list item."""
    severity = finding["severity"]
    labels = element(
        "span",
        SEVERITIES.get(str(severity), ""),
        f"ca-badge ca-{_CSS.get(severity, 'calm')}",
        title=str(SEVERITY_MEANINGS.get(severity, "")),
    ) + element("span", esc(KINDS.get(finding["kind"], finding["kind"])), "ca-kind")
    found, expected, advice = (finding.get(name) for name in ("found", "expected", "advice"))
    seen = excerpt is not None and not expected  # the excerpt shows it already
    figures = [
        f"原稿：{element('q', esc(_short(found)))}" if found and not seen else "",
        f"应为：{element('q', esc(_short(expected)), 'ca-right')}" if expected else "",
    ]
    shown = "　".join(filter(None, figures))
    foot = element("span", f"依据：{basis_button(basis_of(finding), corpus)}") + element(
        "button", "在问答里追问", "ca-textlink", type="button", data_ca_ask=question_about(finding)
    )
    return element(
        "li",
        element("p", f"{labels} {element('span', esc(place(finding)), 'ca-locator')}")
        + element("p", esc(finding["message"]), "ca-message")
        + (excerpt_html(excerpt, str(found or "")) if excerpt else "")
        + (element("p", shown, "ca-figures") if shown else "")
        + (element("p", "建议：" + esc(advice), "ca-advice") if advice else "")
        + element("p", foot, "ca-foot"),
        f"ca-finding ca-is-{severity}",
    )


def question_about(finding: Finding) -> str:
    """A question to the assistant about a finding, which the user can change before sending."""
    cell = "”的“".join(str(finding[name]) for name in ("row", "column") if finding.get(name))
    return f"为什么说{finding.get('section') or '报告'}{f'“{cell}”' if cell else '这里'}不对，应该怎么改？"


def place(finding: Finding) -> str:
    """Where a finding stands: `2.1 › 集群总产值（亿元） › 增幅（%）`."""
    return " › ".join(str(finding[name]) for name in ("section", "row", "column") if finding.get(name))


def basis_of(finding: Finding) -> Basis:
    """The clause that a finding rests on."""
    return finding["citation"]["doc"], finding["citation"]["locator"]


def section_names(report: Report) -> dict[str, str]:
    """Names of the form's sections by number: `2.1 集群主要经济指标`."""
    form = load_form("决赛" if report.get("stage") == "决赛" else "初赛")
    named = {
        section.number: f"{section.number}{'' if section.number[0].isdigit() else '、'}"
        f"{' ' if section.number[0].isdigit() else ''}{section.title}"
        for section in form.sections
    }
    return {**named, _WHOLE: _WHOLE}


def _short(text: object, limit: int = 80) -> str:
    plain = " ".join(str(text).split())
    return plain if len(plain) <= limit else f"{plain[:limit]}…"
