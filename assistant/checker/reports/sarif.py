"""The check report as SARIF 2.1.0, the OASIS format that code hosts and editors show findings from."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from assistant.checker.reports.models import CheckReport, Finding
from assistant.checker.reports.names import KIND_NAMES, SCORE_NOTE, notes, place_name
from assistant.checker.reports.rulepages import page_path, rule_page
from assistant.checker.rules.registry import Rule, Severity, all_rules

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT: Final = "findingIdentity/v1"


def render_sarif(report: CheckReport) -> str:
    """The report as a SARIF log; the same report gives the same text.

    Accepted findings carry a suppression; what could not be read and entries of the file of exceptions that accept
    nothing are notifications. Score and conditions are in the run's properties.

    Args:
        report: the result of a check.
    """
    rules = all_rules()
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "cluster-assistant check",
                        "language": "zh-CN",
                        "shortDescription": {"text": "湖南省产业集群竞赛参赛报告自查"},
                        "fullDescription": {"text": SCORE_NOTE},
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}
                ],
                "artifacts": [{"location": {"uri": _uri(report)}}],
                "results": _results(report, {rule.id: number for number, rule in enumerate(rules)}),
                "properties": _properties(report),
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def fingerprints(findings: tuple[Finding, ...]) -> list[str]:
    """An identity for each finding that stays when other places of the draft are edited.

    It rests on rule, section, row and column; for a finding on a whole section also on the words of its message, the
    figures left out. Findings that share all of this are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    for finding in findings:
        words = (
            "" if finding.row else "".join(c for c in finding.message if not c.isdigit() and c not in ".,%")
        )
        key = (finding.rule, finding.section, finding.row or "", finding.column or "", words)
        seen[key] += 1
        out.append(sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "replace")).hexdigest()[:32])
    return out


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation or rule.title},
        "help": {"text": f"{rule.explanation}{rule.remedy}" or rule.title, "markdown": rule_page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "kind": rule.kind,
            "page": page_path(rule.id),
            "tags": [KIND_NAMES[rule.kind]],
        },
    }


def _uri(report: CheckReport) -> str:
    """The file's name as a relative reference; a colon or a slash in it is no scheme and no folder."""
    return quote(report.file, safe="", errors="replace")


def _results(report: CheckReport, numbers: dict[str, int]) -> list[dict[str, Any]]:
    identities = fingerprints(report.findings)
    return [
        _result(report, finding, identity, numbers.get(finding.rule))
        for finding, identity in zip(report.findings, identities, strict=True)
    ]


def _result(report: CheckReport, finding: Finding, identity: str, number: int | None) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.rule}
    if number is not None:
        result["ruleIndex"] = number
    advice = finding.advice or ""
    result |= {
        "level": _LEVELS[finding.severity],
        "kind": "fail",
        "message": {"text": f"{finding.message}{advice}"},
        "locations": [_location(report, finding)],
        "partialFingerprints": {_FINGERPRINT: identity},
    }
    if finding.accepted is not None:
        accepted = finding.accepted
        result["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": f"{accepted.reason}（批准人：{accepted.who}；有效期至 {accepted.until.isoformat()}）",
            }
        ]
    about = finding.model_dump(
        mode="json", include={"kind", "section", "row", "column", "found", "expected", "citation"}
    )
    result["properties"] = {key: value for key, value in about.items() if value is not None}
    return result


def _location(report: CheckReport, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(report), "index": 0}}
    place = finding.place
    if place is not None and place.page is not None:
        physical["properties"] = {"page": place.page}
    parts = [part for part in (finding.section, finding.row, finding.column) if part]
    logical = {
        "name": parts[-1],
        "fullyQualifiedName": "/".join(part.replace("/", "∕") for part in parts),
        "decoratedName": place_name(finding.section, finding.row, finding.column),
        "kind": ("section", "row", "cell")[len(parts) - 1],
    }
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _notifications(report: CheckReport) -> list[dict[str, Any]]:
    return [{"level": "warning", "message": {"text": line}} for line in notes(report)]


def _properties(report: CheckReport) -> dict[str, Any]:
    data = report.model_dump(mode="json", exclude={"file", "findings"})
    return {key: value for key, value in data.items() if value is not None}
