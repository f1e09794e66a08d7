"""Free text in itself (kind `consistency`): passages given twice, numbering that skips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.draft import Draft
from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, rule
from assistant.checker.sentences import split_sentences
from assistant.checker.source import Paragraph
from index.numerals import parse_numeral

# Shorter sentences are alike by chance; shorter overlaps are a fact told twice.
_LEAST_SENTENCE, _LEAST_COPIED, _PART = 20, 150, 0.5
_LEAST_PARAGRAPH = 40


def _sentences(draft: Draft, section: str) -> list[str]:
    text = draft.texts.get(section)
    parts = (
        [flat(each) for paragraph in text.paragraphs for each in split_sentences(paragraph.text)]
        if text
        else []
    )
    return [part for part in parts if len(part) >= _LEAST_SENTENCE]


@rule(id="text-copied", kind="consistency", title="两节文字大段相同", severity="warning")
def text_copied(context: Context) -> Iterator[Problem]:
    """More than half of a section's text stands word by word in an earlier one."""
    draft = context.draft
    earlier: dict[str, set[str]] = {}
    for section in context.form.sections:
        if section.kind != "text":
            continue
        own = _sentences(draft, section.number)
        length = sum(len(sentence) for sentence in own)
        for number, others in earlier.items():
            copied = sum(len(sentence) for sentence in own if sentence in others)
            if copied >= _LEAST_COPIED and copied > _PART * length:
                yield Problem(
                    section=section.number,
                    message=f"“{section.number} {section.title}”有 {copied} 字与 {number} 的文字完全相同，"
                    "占该节一半以上。",
                    advice="两节要求不同，请按各自的填写说明分别撰写。",
                    found=str(copied),
                    place=draft.texts[section.number].paragraphs[0].place,
                )
                break
        earlier[section.number] = set(own)


@rule(id="paragraph-repeated", kind="consistency", title="同一段文字出现两次", severity="warning")
def paragraph_repeated(context: Context) -> Iterator[Problem]:
    """The same paragraph stands twice in one section."""
    for section in context.form.sections:
        text = context.draft.texts.get(section.number)
        seen: set[str] = set()
        for paragraph in text.paragraphs if text and section.kind == "text" else ():
            plain = flat(paragraph.text)
            if len(plain) >= _LEAST_PARAGRAPH and plain in seen:
                yield Problem(
                    section=section.number,
                    message=f"{section.number} 有一段文字出现两次：“{paragraph.text.strip()[:20]}……”。",
                    advice="请删去重复的一段。",
                    place=paragraph.place,
                )
            seen.add(plain)


# Styles of numbering that writers keep through a section.
_STYLES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^\s*([一二三四五六七八九十]{1,3})、",
        r"^\s*[(（]([一二三四五六七八九十]{1,3})[)）]",
        r"(?:^|(?<=[。；;：:\s]))([一二三四五六七八九十])是(?!否)",
        r"^\s*第([一二三四五六七八九十]{1,3})部分",
        r"^\s*(\d{1,2})[.．、](?!\d)",
    )
)


@rule(id="numbering-gap", kind="consistency", title="文字编号跳号", severity="info")
def numbering_gap(context: Context) -> Iterator[Problem]:
    """A series of numbered paragraphs leaves a number out (一是、二是、四是)."""
    for section in context.form.sections:
        text = context.draft.texts.get(section.number)
        if section.kind == "text" and text is not None:
            for style in _STYLES:
                yield from _gaps(section.number, text.everything, style)


def _gaps(section: str, paragraphs: tuple[Paragraph, ...], style: re.Pattern[str]) -> Iterator[Problem]:
    last = 0
    for paragraph in paragraphs:
        for match in style.finditer(paragraph.text):
            number = parse_numeral(match.group(1))
            if last and number > last + 1:
                yield Problem(
                    section=section,
                    message=f"{section} 的编号从第 {last} 项跳到第 {number} 项（“{match.group().strip()}”）。",
                    advice="请核对是否漏写或编号有误。",
                    found=match.group().strip(),
                    place=paragraph.place,
                )
            last = number
