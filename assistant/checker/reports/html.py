"""The check report as one self-contained HTML page that prints well: no scripts, no outside addresses."""

from __future__ import annotations

from html import escape
from itertools import groupby

from assistant.checker.form import Form, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.models import CheckReport, Condition, Evidence, Finding, Requirement

_SEVERITY = {"error": ("错误", "e"), "warning": ("提醒", "w"), "info": ("提示", "i")}
_STATUS = {
    "met": ("已有依据", "m"),
    "partial": ("依据不足", "p"),
    "missing": ("缺少依据", "x"),
    "unknown": ("无法判断", "u"),
}
KIND_NAMES = {
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
_STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{font:15px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1c2733;
max-width:960px;margin:0 auto;padding:24px 16px;background:#fff}
h1{font-size:24px;margin:0 0 4px}h2{font-size:19px;margin:32px 0 8px;border-bottom:2px solid #1f5fa8;padding-bottom:4px}
h3{font-size:16px;margin:20px 0 6px}.sub{color:#4d5b6a}.note{background:#f2f6fb;border-left:4px solid #1f5fa8;padding:8px 12px}
.top{display:flex;gap:24px;align-items:center;flex-wrap:wrap;margin:16px 0}.total{font-size:46px;font-weight:700;line-height:1}
table{border-collapse:collapse;width:100%;margin:6px 0 14px}th,td{border:1px solid #c9d3de;padding:6px 8px;text-align:left;
vertical-align:top}th{background:#eef3f9;font-weight:600}tr{break-inside:avoid}td.k{white-space:nowrap}
.tag{display:inline-block;border-radius:3px;padding:0 6px;font-size:13px;color:#fff;white-space:nowrap}
.e,.x{background:#b3261e}.w,.p{background:#8a5a00}.i,.u{background:#4d5b6a}.m{background:#1e6b34}
.q{color:#33475b;margin:2px 0}.where{color:#4d5b6a;font-size:13px}.adv{color:#1f4f8b}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}.tag{color:#000;background:none;border:1px solid #000}}
"""


def render_html(report: CheckReport) -> str:
    """The report as an HTML page; the same report gives the same text.

    Args:
        report: the result of a check.
    """
    form = load_form(_stage(report))
    title = f"{report.cluster or report.file} 检查结果"
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        _head(report),
        _chart(report.conditions),
        "<h2>六项条件</h2>",
        *(_condition(condition) for condition in report.conditions),
        _findings(report, form),
        "</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _stage(report: CheckReport) -> Stage:
    return "决赛" if report.stage == "决赛" else "初赛"


def _head(report: CheckReport) -> str:
    counts = {name: sum(f.severity == name for f in report.findings) for name in _SEVERITY}
    summary = "，".join(f"{_SEVERITY[name][0]} {count} 处" for name, count in counts.items())
    about = "　".join(
        escape(text)
        for text in (
            f"文件：{report.file}",
            f"阶段：{report.stage}",
            f"类别：{report.category or '未能识别'}",
        )
    )
    return (
        f'<h1>{escape(report.cluster or "参赛报告")} 检查结果</h1>\n<p class="sub">{about}</p>\n'
        f'<div class="top"><div><div class="total">{report.score:.1f}</div><div class="sub">总分（满分 100）</div></div>'
        f"<div>{summary}</div></div>\n"
        '<p class="note">得分衡量的是<strong>报告中写出的依据是否充分</strong>，不是对集群本身水平的评价；'
        "依据为《湖南省先进制造业集群培育管理办法》第六条的六项条件，每项条件得分为其各项要求的加权平均。</p>"
    )


def _chart(conditions: tuple[Condition, ...]) -> str:
    row, left, width = 30, 190, 560
    height = row * len(conditions) + 10
    bars = []
    for number, condition in enumerate(conditions):
        y = 5 + number * row
        length = width * condition.score / 100
        bars.append(
            f'<text x="0" y="{y + 17}" font-size="14" fill="#1c2733">{escape(condition.name)}</text>'
            f'<rect x="{left}" y="{y + 3}" width="{width}" height="18" fill="#e6ecf3"/>'
            f'<rect x="{left}" y="{y + 3}" width="{length:.1f}" height="18" fill="#1f5fa8"/>'
            f'<text x="{left + width + 8}" y="{y + 17}" font-size="14" fill="#1c2733">{condition.score:.1f}</text>'
        )
    label = "；".join(f"{condition.name} {condition.score:.1f} 分" for condition in conditions)
    return (
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 810 {height}" width="100%" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(bars)}</svg>'
    )


def _tag(name: tuple[str, str]) -> str:
    return f'<span class="tag {name[1]}">{name[0]}</span>'


def _condition(condition: Condition) -> str:
    rows = "\n".join(_requirement(requirement) for requirement in condition.requirements)
    return (
        f"<h3>{escape(condition.id)}　{escape(condition.name)}　{condition.score:.1f} 分</h3>\n"
        f"<table><thead><tr><th>要求</th><th>判断</th><th>报告中的依据与补充建议</th></tr></thead><tbody>\n{rows}\n</tbody></table>"
    )


def _requirement(requirement: Requirement) -> str:
    quotes = "".join(_evidence(item) for item in requirement.evidence)
    advice = f'<div class="adv">建议：{escape(requirement.advice)}</div>' if requirement.advice else ""
    return (
        f'<tr><td>{escape(requirement.id)} {escape(requirement.text)}</td><td class="k">{_tag(_STATUS[requirement.status])}</td>'
        f"<td><div>{escape(requirement.why)}</div>{quotes}{advice}</td></tr>"
    )


def _where(section: str, row: str | None, column: str | None) -> str:
    return escape(" ".join(part for part in (section, row, column) if part))


def _evidence(item: Evidence) -> str:
    where = _where(item.section, item.row, item.column)
    return f'<div class="q"><span class="where">{where}：</span>{escape(item.value)}</div>'


def _findings(report: CheckReport, form: Form) -> str:
    if not report.findings:
        return "<h2>问题清单</h2>\n<p>没有发现问题。</p>"
    blocks = ["<h2>问题清单</h2>"]
    for number, group in groupby(report.findings, key=lambda finding: finding.section):
        section = form.section(number)
        title = f"{number} {section.title}" if section else number
        rows = "\n".join(_finding(finding) for finding in group)
        blocks.append(
            f"<h3>{escape(title)}</h3>\n<table><thead><tr><th>级别</th><th>位置</th><th>问题与建议</th>"
            f"</tr></thead><tbody>\n{rows}\n</tbody></table>"
        )
    return "\n".join(blocks)


def _finding(finding: Finding) -> str:
    advice = f'<div class="adv">建议：{escape(finding.advice)}</div>' if finding.advice else ""
    basis = escape(f"{KIND_NAMES[finding.kind]}；依据 {finding.citation.doc} {finding.citation.locator}")
    return (
        f'<tr><td class="k">{_tag(_SEVERITY[finding.severity])}</td><td>{_where("", finding.row, finding.column) or "整节"}</td>'
        f'<td><div>{escape(finding.message)}</div>{advice}<div class="where">{basis}</div></td></tr>'
    )
