"""Word limits (kind `limit`)."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.rules.registry import Context, Problem, rule
from assistant.checker.wordcount import count_words, word_range


@rule(id="word-limit", kind="limit", title="超过字数限制")
def word_limit(context: Context) -> Iterator[Problem]:
    """A free text that is longer than the form allows, the form's own instructions not counted.

    Where only marks that Word may count or not make it so, that is asked.
    """
    for section in context.form.sections:
        text = context.draft.texts.get(section.number)
        if section.limit is None or text is None or not text.paragraphs:
            continue
        words = count_words(text.text)
        if words > section.limit:
            yield Problem(
                section=section.number,
                message=f"“{section.number} {section.title}”共 {words} 字，超过 {section.limit} 字的限制。",
                advice=f"请至少删减 {words - section.limit} 字（按 Word"
                "“字数”统计，不含格式自带的填写说明）。",
                found=str(words),
                expected=f"≤{section.limit}",
                place=text.paragraphs[0].place,
                severity=None if word_range(text.text)[0] > section.limit else "warning",
            )
