"""Opinion, commitments, signatures, seals and dates (kind `declaration`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from assistant.checker.form import Commitment, Section
from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, missing, rule
from assistant.checker.source import Paragraph, Place

_DATE = re.compile(
    r"(?:20\d{2}|二[〇零○O0]二[〇零○一二三四五六七八九])\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]"
    r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
_SEAL = re.compile(r"\((?:单位|公)?盖章\)|\(公章\)|盖章:?|公章")
_BLANK_DATE = re.compile(r"[_\s]*年[_\s]*月[_\s]*日")
_COMMITMENT_LIKENESS = 0.6
_NUMBERED = re.compile(r"^(?:\(?[\d一二三]{1,2}\)?[、.)]|[①②③④⑤])")


def signed_text(raw: str) -> str:
    """What is left of an opinion or signature when seal, date and blanks are taken away."""
    text = _DATE.sub("", raw)
    text = re.sub(r"\s+", "", flat(text))
    text = _SEAL.sub("", text)
    text = _BLANK_DATE.sub("", text)
    text = re.sub(r"年?月?日?$", "", text) if len(text) <= 3 else text
    return re.sub(r"[\s_:：;；,，。.、()（）—-]+", "", text)


@rule(id="endorsement-blank", kind="declaration", title="人民政府意见或签字为空")
def endorsement_blank(context: Context) -> Iterator[Problem]:
    """The government's opinion, or a signature, is not there."""
    for section, _table, row in context.form.rows():
        if row.kind not in ("endorsement", "signature"):
            continue
        value = context.draft.value(f"{section.number}/{row.key}")
        if value is None and section.number not in context.draft.headings:
            continue
        if value is not None and signed_text(value.raw):
            continue
        what = "没有签署意见" if row.kind == "endorsement" else "没有签字"
        yield missing(
            context,
            section.number,
            row,
            None,
            f"{section.number} “{row.label}”{what}。",
            "报送前请签署意见并加盖公章。"
            if row.kind == "endorsement"
            else "报送前请由负责人签字并加盖单位公章。",
        )


@rule(id="endorsement-undated", kind="declaration", title="意见或签字没有日期")
def endorsement_undated(context: Context) -> Iterator[Problem]:
    """An opinion or signature without a date."""
    for section, _table, row in context.form.rows():
        if row.kind not in ("endorsement", "signature"):
            continue
        value = context.draft.value(f"{section.number}/{row.key}")
        if value is None or not signed_text(value.raw) or _DATE.search(flat(value.raw)):
            continue
        yield at(value, f"{section.number} “{row.label}”没有填写日期。", "请填写年、月、日。")


def _letters(text: str) -> str:
    """A commitment without numbering, white space and punctuation: only its words count."""
    plain = flat(text)
    previous = None
    while previous != plain:
        previous, plain = plain, _NUMBERED.sub("", plain)
    return re.sub(r"[\s,，.。;；:：、“”\"'‘’()（）]+", "", plain)


@rule(id="commitment", kind="declaration", title="承诺内容缺失或被改动")
def commitment(context: Context) -> Iterator[Problem]:
    """Each sentence of the declaration stands in it word by word."""
    for section in context.form.sections:
        if not section.commitments or section.number not in context.draft.headings:
            continue
        text = context.draft.texts.get(section.number)
        paragraphs = text.everything if text else ()
        whole = _letters("".join(paragraph.text for paragraph in paragraphs))
        for item in section.commitments:
            if _letters(item.text) not in whole:
                yield _altered(section, item, paragraphs, context.draft.headings[section.number])


def _altered(
    section: Section, item: Commitment, paragraphs: tuple[Paragraph, ...], heading: Place
) -> Problem:
    pieces = [
        (
            Levenshtein.normalized_similarity(_letters(piece), _letters(item.text)),
            piece.strip(),
            paragraph.place,
        )
        for paragraph in paragraphs
        for piece in re.split(r"(?<=[；;。])", paragraph.text)
        if piece.strip()
    ]
    likeness, nearest, place = max(pieces, key=lambda entry: entry[0], default=(0.0, "", heading))
    if likeness < _COMMITMENT_LIKENESS:
        return Problem(
            section=section.number,
            message=f"真实性声明缺少承诺：“{item.text}”",
            advice="请按报告格式补上原文。",
            expected=item.text,
            place=heading,
        )
    return Problem(
        section=section.number,
        message=f"真实性声明的承诺与格式原文不同：写作“{nearest}”。",
        advice=f"请改回原文：“{item.text}”",
        found=nearest,
        expected=item.text,
        place=place,
    )
