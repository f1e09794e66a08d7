"""The checker (报告检查): reads a draft report, applies the rules, scores it against 第六条 and reports.

Public names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {
    "check_file": "assistant.checker.check",
    "blank_form": "assistant.checker.reports.blank",
    "render_html": "assistant.checker.reports.html",
    "write_commented_docx": "assistant.checker.reports.docx",
    "commented_docx": "assistant.checker.reports.docx",
    "CheckReport": "assistant.checker.reports.models",
}
__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
