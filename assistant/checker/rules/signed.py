"""Reads cells with an opinion or a signature: who, when, under what seal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.checker.draft import Draft, Value
from assistant.checker.form import Row, Section
from assistant.checker.labels import flat
from assistant.checker.mapping.fields import PICTURE
from assistant.checker.rules.registry import Context
from index.numerals import parse_numeral

_DIGITS = "〇零○O0一二三四五六七八九"
DATE = re.compile(
    rf"(?P<year>20\d{{2}}|二[〇零○O0][{_DIGITS}]{{2}})\s*[年./-]\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
_SEAL = re.compile(r"\((?:单位|公)?盖章\)|\(公章\)|盖章:?|公章")
_BLANK_DATE = re.compile(r"[\d_]*年[\d_]*月?[\d_]*日?")
# Lines that name who seals, not who signs.
_UNIT = re.compile(
    r"[\u4e00-\u9fff()]{2,40}(?:会|中心|联盟|园区?|开发区|高新区|经开区|集中区|新区|公司|政府|局|院|所)"
)
# What people write where a signature will be put later.
_LATER = re.compile(r"待签字?|待盖章|待签章|待补|待定|暂缺|略|无|空")


_NAMED = ("一/promoter_name", "四/promoter_name", "一/park_name", "3.1/park_name")


def units_named(draft: Draft) -> tuple[str, ...]:
    """The names that a draft gives its promotion organisation and its park."""
    return tuple(draft.text_of(path) for path in _NAMED)


def signed_cells(context: Context) -> Iterator[tuple[Section, Row, Value | None]]:
    """The opinion and the signatures, None where the draft does not have the cell."""
    for section, _table, row in context.form.rows():
        if row.kind in ("endorsement", "signature"):
            yield section, row, context.draft.value(f"{section.number}/{row.key}")


def last_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of the last date in a text, as written; None where there is none."""
    matches = list(DATE.finditer(flat(text)))
    if not matches:
        return None
    year, month, day = (parse_numeral(part.replace("O", "0")) for part in matches[-1].groups())
    return year, month, day


def signed_text(raw: str) -> str:
    """What is left of an opinion or signature when seal, date (also one half filled in) and blanks are taken away."""
    text = _BLANK_DATE.sub("", _SEAL.sub("", DATE.sub("", flat(raw))))
    text = re.sub(r"[_:：;；,，。.、()（）—-]+", "", text)
    return "" if _LATER.fullmatch(text) else text


def sealing_units(raw: str) -> tuple[str, ...]:
    """The units that a signed cell names on lines of their own, seal and date taken away."""
    lines = (
        _SEAL.sub("", DATE.sub("", flat(line))).strip("_:：,，。.、") for line in re.split(r"\n|\s{2,}", raw)
    )
    return tuple(line for line in lines if _UNIT.fullmatch(line))


def signed_by(raw: str, units: Iterable[str]) -> str:
    """`signed_text` without the units that seal: who signs.

    Args:
        raw: the cell's text.
        units: names of the units that the draft gives elsewhere; a line is one of them where it begins as they do,
            and where one stands behind a name (王某示例高新区, as PDF files join lines) the name stays.
    """
    text = signed_text(raw)
    names = [name for unit in units if (name := flat(unit))]
    for line in sealing_units(raw):
        if any(line[:2] == name[:2] for name in names):
            start = 0
        else:
            start = min((line.find(name) for name in names if name in line), default=len(line))
        text = text.replace(re.sub(r"[()]", "", line[start:]), "")
    return text


def unread_picture(value: Value) -> bool:
    """Whether a cell holds a picture (a scanned signature or seal) and no blank line for the date."""
    return PICTURE in value.raw and not _BLANK_DATE.search(flat(value.raw))
