"""What a draft's cells and lists show for a requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.checker.conditions import CellEvidence, ListEvidence
from assistant.checker.draft import Draft, ListRow, Value
from assistant.checker.form import CellRef, Row, Table
from assistant.checker.labels import flat
from assistant.checker.numbers import is_nil
from assistant.checker.reports.models import Evidence
from assistant.checker.rules.completeness import only_hint
from assistant.checker.rules.registry import list_name, short_label
from assistant.checker.rules.signed import signed_text
from assistant.checker.sentences.stance import denied

_LEFT_OPEN = re.compile(r"[XxＸ×]{2,}|\*{3,}|[_＿]{2,}|待补充|待填|待定|待核实|此处填写|请填写|TODO")
NIL, ZERO = "填的是“无”", "为0"
_INTENDED = re.compile(r"^拟|筹建中|筹备中|正在筹|待成立|待定")
_LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z\d]")
# Two years of a figure are never so far apart; a wrong unit is.
_LEAP = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Lack:
    """A cell that is no evidence.

    Attributes:
        section: its section.
        name: the row, or the list.
        column: the column's heading, "" where it means nothing.
        because: why it is none, in Chinese.
        blank: nothing is written there.
    """

    section: str
    name: str
    column: str
    because: str
    blank: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What one item of evidence gives: its part of the share from 0 to 1, None where the form has nothing of it."""

    part: float | None
    evidence: tuple[Evidence, ...] = ()
    lacks: tuple[Lack, ...] = ()


def cells(draft: Draft, item: CellEvidence) -> Found:
    """The cells of an item that pass its test.

    Args:
        draft: the draft.
        item: the cells and the test.
    """
    known = [(ref, row) for ref in item.cells if (row := _row(draft, ref)) is not None]
    if not known:
        return Found(None)
    passed: list[Evidence] = []
    lacks: list[Lack] = []
    for ref, row in known:
        value = draft.values.get(ref)
        because = _fault(draft, value, row, item.test)
        if because or value is None:
            column = _column_label(draft, ref, row)
            lacks.append(Lack(ref.section, row_name(row), column, because, value is None or value.blank))
        else:
            passed.append(
                Evidence(
                    section=ref.section,
                    row=value.row_label,
                    column=value.column_label,
                    value=value.raw.strip(),
                )
            )
    if item.any_one and passed:
        return Found(1.0, tuple(passed))
    return Found(len(passed) / len(known), tuple(passed), tuple(lacks))


def row_name(row: Row) -> str:
    """A row's label without remarks, with its group where it has one (集群促进组织单位名称)."""
    return (row.group or "") + short_label(row.label)


def _row(draft: Draft, ref: CellRef) -> Row | None:
    found = draft.form.find_row(f"{ref.section}/{ref.row}")
    if found is None:
        return None
    row = found[2]
    return row if row.only_category in (None, draft.category) else None


def _column_label(draft: Draft, ref: CellRef, row: Row) -> str:
    found = draft.form.find_row(f"{ref.section}/{ref.row}")
    column = found[1].column(ref.column) if found else None
    return row.column_label(column, draft.last_year) if column else ""


def _fault(draft: Draft, value: Value | None, row: Row, test: str) -> str:
    """Why a cell is no evidence, "" where it is."""
    if value is None or value.blank:
        return "为空"
    if not row.numeric:
        return _text_fault(value, row)
    if test == "filled":
        return "" if value.nil or value.number is not None else "不是可用的数值"
    if value.nil:
        return NIL
    number = value.number
    if number is None:
        return "不是可用的数值"
    if number.value <= 0:
        return ZERO if number.value == 0 else "为负数"
    if _implausible(draft, value, row):
        return "数值不合理"
    if test == "growing":
        before = draft.values.get(CellRef(value.ref.section, value.ref.row, "y2"))
        if before is None or before.number is None:
            return "没有上一年数值可比"
        if before.number.value >= number.value:
            return "没有比上一年增长"
    return ""


def _text_fault(value: Value, row: Row) -> str:
    raw = value.raw.strip()
    if row.kind == "endorsement":
        raw = signed_text(raw)
    if not raw or only_hint(value.raw, row):
        return "为空"
    if is_nil(raw) or _LEFT_OPEN.search(raw) or not _LETTER.search(raw):
        return "没有实际内容"
    if denied(flat(raw)):
        return "不是同意的意见" if row.kind == "endorsement" else "写的是尚没有"
    return "写的是尚在筹划" if _INTENDED.search(raw) else ""


def _implausible(draft: Draft, value: Value, row: Row) -> bool:
    number = value.number
    if number is None:
        return True
    if row.maximum is not None and number.value > row.maximum:
        return True
    if row.minimum is not None and number.value < row.minimum:
        return True
    if row.kind == "count" and number.value != number.value.to_integral_value():
        return True
    before = draft.values.get(CellRef(value.ref.section, value.ref.row, "y2"))
    if before is None or before.number is None or before.number.value <= 0 or value.ref.column != "y1":
        return False
    ratio = number.value / before.number.value
    return ratio >= _LEAP or ratio <= 1 / _LEAP


def rows(draft: Draft, item: ListEvidence) -> Found:
    """The rows of a list that are filled.

    Args:
        draft: the draft.
        item: the list, the columns that must be filled and the number of rows that is enough.
    """
    section = draft.form.section(item.section)
    table = section.table(item.table) if section else None
    if section is None or table is None:
        return Found(None)
    filled = [row for row in draft.rows(item.section, item.table) if _filled(row, table, item.columns)]
    name = list_name(section, table)
    evidence = tuple(
        _row_evidence(row, table, name, item.columns[0]) for row in _distinct(filled, item.columns[0])
    )
    part = min(1.0, len(evidence) / item.rows)
    if part >= 1:
        return Found(part, evidence)
    because = f"清单填全的有{len(evidence)}行" if evidence else "清单为空"
    return Found(part, evidence, (Lack(item.section, name, "", because, True),))


def _distinct(filled: Sequence[ListRow], key: str) -> list[ListRow]:
    return list({flat(row.text(key)): row for row in reversed(filled)}.values())[::-1]


def _filled(row: ListRow, table: Table, columns: Sequence[str]) -> bool:
    for key in columns:
        value = row.cells.get(key)
        column = table.column(key)
        if value is None or value.blank or is_nil(value.raw) or _LEFT_OPEN.search(value.raw):
            return False
        if column is not None and column.kind in ("amount", "percent", "count"):
            number = value.number
            if (
                number is None
                or number.value <= 0
                or (column.maximum is not None and number.value > column.maximum)
            ):
                return False
    return True


def _row_evidence(row: ListRow, table: Table, name: str, key: str) -> Evidence:
    value = row.cells[key]
    column = table.column(key)
    label = value.column_label or (column.label if column else None)
    return Evidence(section=row.section, row=name, column=label, value=value.raw.strip())
