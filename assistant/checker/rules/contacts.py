"""Persons and telephone numbers of section 一."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, rule, shown

_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
# Area codes: 010 and 02x have three digits, all others four; behind +86 the zero is left out.
_LANDLINE = re.compile(r"(?:0(?:10|2\d|[3-9]\d{2})|\+?860?(?:10|2\d|[3-9]\d{2}))?[2-9]\d{6,7}")
_SERVICE = re.compile(r"(?:400|800)\d{7}")
_EXTENSION = re.compile(r"(?:转|分机|x|ext\.?|#)\d{1,6}$", re.IGNORECASE)
# 0731-82345678-801: a third group of digits is an extension.
_DASHED_EXTENSION = re.compile(r"(?<=\d{7})-\d{1,5}$")
_DITTO = re.compile(r"同上|同左|同负责人|见上")
_TITLE = re.compile(r"[长任记理总席员师授]$")


def is_telephone(text: str) -> bool:
    """Whether `text` is one or more Chinese telephone numbers and nothing else but names of them."""
    parts = [part for part in re.split(r"[,，、;；\n/／]|(?<=\d{7})\s+(?=[01])|或", text) if part.strip()]
    return bool(parts) and all(_one_telephone(part) for part in parts)


def _one_telephone(part: str) -> bool:
    digits = flat(part).replace("—", "-").replace("–", "-")
    digits = re.sub(r"\([^()\d]*\)", "", digits)
    digits = _DASHED_EXTENSION.sub("", _EXTENSION.sub("", digits))
    # A name in front (办公：, 李某) or behind does no harm.
    digits = re.sub(r"^[\u4e00-\u9fff]{1,6}:?|[\u4e00-\u9fff]{1,6}$", "", digits)
    digits = re.sub(r"[-().]", "", digits)
    return any(pattern.fullmatch(digits) for pattern in (_MOBILE, _LANDLINE, _SERVICE))


@rule(id="telephone", kind="format", title="电话号码格式不对")
def telephone(context: Context) -> Iterator[Problem]:
    """A telephone number that cannot be dialled."""
    for section, _table, row in context.form.rows():
        value = context.draft.value(f"{section.number}/{row.key}")
        if row.kind != "phone" or value is None or value.blank:
            continue
        if _DITTO.fullmatch(flat(value.raw)) or is_telephone(value.raw):
            continue
        yield at(
            value,
            f"{section.number} {value.column_label}的电话“{shown(value)}”不是有效的电话号码。",
            "请填写 11 位手机号，或“区号-号码”形式的固定电话。",
        )


_OWN = (
    ("一/promoter_head_phone", "一/promoter_contact_phone"),
    ("一/park_head_phone", "一/park_contact_phone"),
)


@rule(id="telephone-shared", kind="consistency", title="促进组织与园区电话相同", severity="info")
def telephone_shared(context: Context) -> Iterator[Problem]:
    """The promotion organisation and the park, two units, give the same telephone number."""
    promoter, park = ([context.draft.value(path) for path in paths] for paths in _OWN)
    numbers = {_digits(value.raw): value for value in promoter if value is not None}
    for value in park:
        other = numbers.get(_digits(value.raw)) if value is not None else None
        if value is None or other is None or len(_digits(value.raw)) < 7:
            continue
        yield at(
            value,
            f"一 {value.column_label}的电话与{other.column_label}的电话相同（{shown(value)}）。",
            "请核对；确由同一人负责的，可不改。",
            expected=None,
        )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", flat(text))


@rule(id="person-title", kind="format", title="应填写姓名和职务", severity="warning")
def person_title(context: Context) -> Iterator[Problem]:
    """A name of two or three characters without a title."""
    for section, _table, row in context.form.rows():
        value = context.draft.value(f"{section.number}/{row.key}")
        if row.kind != "person" or value is None:
            continue
        name = flat(value.raw)
        if re.fullmatch(r"[\u4e00-\u9fff]{2,3}", name) and not _TITLE.search(name) and name != "同上":
            yield at(
                value,
                f"{section.number} {value.column_label}的“{row.label}”只填了“{name}”。",
                "请同时填写姓名和职务。",
            )
