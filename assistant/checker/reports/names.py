"""What readers of a check report see for the contract's English words; one wording for all renderings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assistant.checker.form import Stage
    from assistant.checker.reports.models import CheckReport, Citation, Status
    from assistant.checker.rules.registry import Kind, Severity

SEVERITY_NAMES: Final[dict[Severity, str]] = {"error": "错误", "warning": "提醒", "info": "提示"}
SEVERITY_MEANINGS: Final[dict[Severity, str]] = {
    "error": "报送后会被退回，必须改正",
    "warning": "评审时会被问到，请核实",
    "info": "供参考，不影响报送",
}
STATUS_NAMES: Final[dict[Status, str]] = {
    "met": "已有依据",
    "partial": "依据不足",
    "missing": "缺少依据",
    "unknown": "无法判断",
}
KIND_NAMES: Final[dict[Kind, str]] = {
    "completeness": "完整性",
    "arithmetic": "计算",
    "consistency": "一致性",
    "range": "数值范围",
    "format": "填写格式",
    "limit": "字数",
    "evidence": "佐证",
    "declaration": "声明与签章",
    "eligibility": "参赛条件",
}
KIND_MEANINGS: Final[dict[Kind, str]] = {
    "completeness": "应填的内容没有填",
    "arithmetic": "推算的数字与所依据的数字不符",
    "consistency": "两处说法不同，或部分大于总体",
    "range": "数值不可能",
    "format": "不是数字、单位不对、电话不完整",
    "limit": "超过格式规定的字数",
    "evidence": "缺少佐证材料或其页码",
    "declaration": "签字、盖章、日期或承诺缺失、被改动",
    "eligibility": "不符合竞赛门槛、阶段或类别要求",
}
# Controls, halves of surrogate pairs and the two code points that are no characters.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Overrides and embeddings would turn around what stands beside the user's words.
_REVERSAL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
SCORE_NOTE: Final = "得分衡量的是报告中写出的依据是否充分，不是对集群本身水平的评价，也不代表评审结果。"


def place_name(section: str, row: str | None, column: str | None) -> str:
    """Where something stands in the form, in one line (`2.1 集群总产值（亿元） 2022年`)."""
    return " ".join(part for part in (section, row, column) if part)


def clipped(text: str, limit: int) -> str:
    """`text` for display, cut to `limit` characters; says how long it is where it was cut."""
    return text if len(text) <= limit else f"{text[:limit]}……（共 {len(text)} 字，此处从略）"


def printable(text: str) -> str:
    """`text` for XML and HTML: characters that they cannot hold become spaces, reversals of direction are dropped."""
    return _REVERSAL.sub("", _FORBIDDEN.sub(" ", text))


def basis_name(citation: Citation) -> str:
    """A citation as a reader writes it (`《湖南省产业集群竞赛参赛报告》初赛 2.1`)."""
    from index.corpus import load_corpus

    document = load_corpus().document(citation.doc)
    return f"《{document.title}》{citation.locator}" if document else f"{citation.doc} {citation.locator}"


def rule_title(rule_id: str) -> str:
    """The title of a rule, its id where there is no such rule (any more)."""
    from assistant.checker.rules.registry import all_rules

    return next((rule.title for rule in all_rules() if rule.id == rule_id), rule_id)


def notes(report: CheckReport) -> tuple[str, ...]:
    """What the reader must know before relying on the report: what could not be read, and idle exceptions."""
    reading = report.reading
    lines = []
    if reading.unread:
        lines.append(f"以下内容未能读取，没有检查，请自行核对：{'；'.join(reading.unread)}。")
    if reading.uncertain:
        pages = "、".join(map(str, reading.uncertain_pages))
        where = f"第 {pages} 页" if pages else "部分"
        lines.append(f"{where}文字由图片识别得来，可能有误：涉及的数字和得分请与原件核对。")
    if report.exceptions is not None:
        lines += [note.message for note in report.exceptions.notes]
    return tuple(lines)


def stage_of(report: CheckReport) -> Stage:
    """The stage whose form describes the report's sections."""
    return "决赛" if report.stage == "决赛" else "初赛"
