"""An answer as plain text that can be pasted into an official reply."""

from __future__ import annotations

import re
from typing import Final

from assistant.models import Answer, Citation

_MARKS: Final = re.compile(r"(?:\[\d{1,3}\])+")
_NUMERALS: Final = ("一", "二", "三")


def official_reply(answer: Answer) -> str:
    """The answer, then what it rests on, then what to mind, in the form of an official reply (答复).

    Args:
        answer: the answer; its `[1]` become （依据1）, and go where there is but one source.
    """
    parts = [("答复意见", [_with_marks(line, answer) for line in answer.answer.splitlines() if line.strip()])]
    sources = [cited(citation) for citation in answer.citations]
    if len(sources) > 1:
        sources = [f"{number}.{source}" for number, source in enumerate(sources, 1)]
    parts += [("依据", sources)] if sources else []
    warnings = list(answer.warnings)
    if len(warnings) > 1:
        warnings = [f"{number}.{warning}" for number, warning in enumerate(warnings, 1)]
    parts += [("需要说明的事项", warnings)] if warnings else []
    if len(parts) == 1:
        return "\n".join(parts[0][1])
    lines = [f"关于“{_asked(answer.question)}”的答复"]
    for numeral, (title, content) in zip(_NUMERALS, parts, strict=False):
        lines += [f"{numeral}、{title}", *content]
    return "\n".join(lines)


def cited(citation: Citation) -> str:
    """`《title》（number）locator：“quote”`, as an official letter cites a clause."""
    number = f"（{citation.number}）" if citation.number else ""
    quote = re.sub(r"\s*\|\s*", " ", citation.quote).strip()
    return f"《{citation.title}》{number}{citation.locator}：“{' '.join(quote.split())}”"


def _asked(question: str) -> str:
    return " ".join(question.split()).rstrip("？?。！!")


def _with_marks(line: str, answer: Answer) -> str:
    def written(match: re.Match[str]) -> str:
        numbers = [number for number in re.findall(r"\d+", match.group()) if 0 < int(number) <= count]
        return f"（依据{'、'.join(numbers)}）" if numbers and count > 1 else "" if numbers else match.group()

    count = len(answer.citations)
    return _MARKS.sub(written, line.strip())
