"""The check report as one self-contained HTML page that prints well: no scripts, no outside addresses."""

from __future__ import annotations

from importlib.resources import files

from assistant.checker.reports.html.appendix import rules_appendix, score_appendix
from assistant.checker.reports.html.conditions import additions, conditions
from assistant.checker.reports.html.findings import accepted_list, findings_list
from assistant.checker.reports.html.head import head
from assistant.checker.reports.html.markup import esc
from assistant.checker.reports.models import CheckReport

_SECTIONS = (
    ("score", "得分"),
    ("findings", "问题清单"),
    ("additions", "要补充什么"),
    ("conditions", "六项条件"),
    ("accepted", "已接受的问题"),
    ("scoring", "附录一　评分说明"),
    ("rules", "附录二　检查规则说明"),
)


def render_html(report: CheckReport) -> str:
    """The report as an HTML page; the same report gives the same text.

    Args:
        report: the result of a check.
    """
    title = esc(f"{report.cluster or report.file} 自查结果")
    style = (files(__package__) / "style.css").read_text(encoding="utf-8")
    bodies = {
        "score": "",
        "findings": findings_list(report),
        "additions": additions(report),
        "conditions": conditions(report),
        "accepted": accepted_list(report),
        "scoring": score_appendix(report),
        "rules": rules_appendix(report),
    }
    shown = [(key, name) for key, name in _SECTIONS if key == "score" or bodies[key]]
    links = "".join(f'<li><a href="#{key}">{name}</a></li>' for key, name in shown)
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>',
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        '<a class="skip" href="#findings">跳到问题清单</a>',
        head(report),
        f'<nav aria-label="目录"><ul>{links}</ul></nav>\n<main>',
    ]
    for key, name in shown[1:]:
        kind = ' class="appendix"' if name.startswith("附录") else ""
        parts.append(f'<section id="{key}" aria-labelledby="h-{key}"{kind}>')
        parts.append(f'<h2 id="h-{key}">{name}</h2>\n{bodies[key]}\n</section>')
    parts.append("</main>\n</body>\n</html>\n")
    return "\n".join(parts)
