"""Reads tables of fields, where labels and values stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.form import Row, Section
from assistant.checker.labels import best, core, flat
from assistant.checker.mapping.collect import Collected, RawValue
from assistant.checker.mapping.lines import RowLine
from assistant.checker.source import Cell, Paragraph, Place, paragraphs

_OPEN_KINDS = ("endorsement", "signature")
PICTURE = "［图片］"
_TITLE_LABELS = ("职务", "职称", "职务职称")
_PHONE_LABELS = (
    "联系电话",
    "电话号码",
    "手机",
    "手机号码",
    "手机号",
    "办公电话",
    "固定电话",
    "联系方式",
    "电话手机",
)
_WITH_PHONE = re.compile(r"^(.*?)(?:及|和|与|、|/|,|\()?(?:联系电话|联系方式|电话|手机)\)?$")
_PHONE_NUMBER = re.compile(
    r"(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?0\d{2,3}\)?[-— ]?[2-9]\d{6,7}|[2-9]\d{6,7})(?:(?:转|-)\d{1,6})?"
)
_LONGEST_LABEL = 20


def _whose(row: Row) -> str:
    return {"head": "负责人", "contact": "联系人"}.get((row.after or "").rpartition("_")[2], "")


def _labels(row: Row) -> tuple[str, ...]:
    if row.kind != "phone":
        return (row.label, *row.aliases)
    return (row.label, *_PHONE_LABELS, *(f"{_whose(row)}{label}" for label in (row.label, *_PHONE_LABELS)))


def _group_names(group: str | None) -> tuple[str, ...]:
    short = (group or "").removeprefix("集群")
    return tuple(name for name in (group or "", short, short.removeprefix("核心")) if name)


def _full_labels(row: Row) -> tuple[str, ...]:
    names = [row.label, *row.aliases]
    if row.kind == "phone":
        names = [f"{_whose(row)}{label}" for label in ("电话", "联系电话")]
    return tuple(f"{group}{name}" for group in _group_names(row.group) for name in names)


def _content(cell: Cell) -> str:
    """The text of a cell; a picture (a scanned signature or seal) is told in brackets."""
    pictures = any(paragraph.pictures for paragraph in paragraphs(cell.blocks))
    return f"{cell.text}\n{PICTURE}" if pictures else cell.text


class FieldReader:
    """Keeps the group and the persons that the next label belongs to."""

    def __init__(self, collected: Collected) -> None:
        self._collected = collected
        self.reset()

    def reset(self) -> None:
        """Forget group, persons and the open field, at a new section."""
        self._group: str | None = None
        self._here: str | None = None  # the person named last in this line
        self._waiting: list[str] = []  # persons whose telephone has not come
        self._last: Row | None = None
        self._open: tuple[str, Row] | None = None

    def rows(self, section: Section) -> list[Row]:
        """All fields of a section."""
        return [row for table in section.tables if table.kind == "fields" for row in table.rows]

    # --- labels ---------------------------------------------------------------------------

    def find(self, text: str, section: Section) -> Row | None:
        """The field that `text` labels, given the group and persons before it."""
        if len(flat(text)) > _LONGEST_LABEL + 10:
            return None
        rows = self.rows(section)
        near = [row for row in rows if row.group in (None, self._group) and self._due(row)]
        found = best(text, [(row, _labels(row)) for row in near], at_least=0.8)
        # A label may carry its group's name (集群促进组织负责人电话), wherever it stands.
        return found or best(text, [(row, _full_labels(row)) for row in rows if row.group], at_least=0.9)

    def _due(self, row: Row) -> bool:
        if row.after is None:
            return True
        return row.after == (self._here or next(iter(self._waiting), None))

    def _group_of(self, text: str, section: Section) -> str | None:
        groups = dict.fromkeys(row.group for row in self.rows(section) if row.group)
        words = core(text)
        return next((group for group in groups if words and words in map(core, _group_names(group))), None)

    def _enter_group(self, group: str) -> None:
        if group != self._group:
            self._group, self._here, self._waiting, self._last = group, None, [], None

    def _enter(self, row: Row) -> None:
        if row.group is not None:
            self._enter_group(row.group)
        if row.kind == "person":
            self._here = row.key
            self._waiting.append(row.key)
        elif row.kind == "phone" and row.after in self._waiting:
            self._waiting.remove(row.after or "")
        self._last = row

    def _is_label(self, text: str, section: Section) -> bool:
        words = core(text)
        names = (label for row in self.rows(section) for label in (row.label, *row.aliases))
        return bool(words) and (words in _TITLE_LABELS or any(core(name) == words for name in names))

    # --- rows -----------------------------------------------------------------------------

    def read_row(self, line: RowLine, section: Section) -> bool:
        """Read the fields of a table row; False where it holds none."""
        cells = line.cells
        found = False
        position = 0
        self._here = None
        while position < len(cells):
            used = self._read_cell(cells, position, section)
            found = found or used > 0
            position += max(used, 1)
        return found

    def _read_cell(self, cells: tuple[Cell, ...], position: int, section: Section) -> int:
        """Read what begins at a cell; the number of cells that it takes, 0 for none of the section's fields."""
        cell = cells[position]
        text = _content(cell)
        group = self._group_of(text, section)
        if group:
            self._enter_group(group)
            return 0
        after = cells[position + 1] if position + 1 < len(cells) else None
        if not self._label_alone(text, after, section) and self._prefixed(text, cell.place, section):
            return 1
        row = self.find(text, section)
        if row is None:
            return self._read_other(text, cell, after, section)
        self._enter(row)
        if after is None or self._is_label(after.text, section):
            self._put(section, row, "", cell.place, text)
            return 1
        self._put(section, row, _content(after), after.place, text)
        return 2

    def _read_other(self, text: str, cell: Cell, after: Cell | None, section: Section) -> int:
        """A title beside a name, a person with the telephone in the same cell, or label and value in one cell."""
        if (
            core(text) in _TITLE_LABELS
            and self._last is not None
            and self._last.kind == "person"
            and after is not None
        ):
            self._append(section.number, self._last, after.text, "，")
            return 2
        if after is not None and self._with_phone(text, after.text, after.place, section):
            return 2
        return 1 if self._labelled(text, cell.place, section) else 0

    def _label_alone(self, text: str, after: Cell | None, section: Section) -> bool:
        """A label of 意见 or 签字 with nothing behind it in its cell and its value in the next one."""
        if after is None or self._is_label(after.text, section):
            return False
        words = core(text)
        return any(row.kind in _OPEN_KINDS and core(row.label) == words for row in self.rows(section))

    def _with_phone(self, label: str, value: str, place: Place, section: Section) -> bool:
        """`联系人及电话` with both in one cell."""
        match = _WITH_PHONE.match(flat(label))
        person = self.find(match.group(1), section) if match and match.group(1) else None
        if person is None or person.kind != "person":
            return False
        self._enter(person)
        numbers = [found.group() for found in _PHONE_NUMBER.finditer(value)]
        name = _PHONE_NUMBER.sub("", value).strip(" \t\n,，、;；/:：()（）")
        self._put(section, person, name, place, label)
        phone = next((row for row in self.rows(section) if row.after == person.key), None)
        if phone is not None:
            self._enter(phone)
            self._put(section, phone, "、".join(numbers), place, label)
        return True

    def _put(self, section: Section, row: Row, text: str, place: Place, label: str) -> None:
        table = next(table for table in section.tables if table.row(row.key))
        self._collected.tables.add((section.number, table.key))
        self._collected.put(section.number, row, None, RawValue(row, None, text.strip(), place, label, ""))

    # --- lines ----------------------------------------------------------------------------

    def _prefixed(self, text: str, place: Place, section: Section) -> bool:
        """`意见：…` and `签字：…` within one cell or line."""
        plain = flat(text)
        for row, label in self._open_labels(section):
            if plain.startswith(label):
                rest = text.replace("：", ":", 1).partition(":")[2] if ":" in plain else ""
                self._open = None
                self._put(section, row, rest, place, row.label)
                return True
        return False

    def _open_labels(self, section: Section) -> Iterator[tuple[Row, str]]:
        for row in self.rows(section):
            if row.kind in _OPEN_KINDS:
                for label in (row.label, *row.aliases):
                    yield row, flat(label)

    def read_line(self, paragraph: Paragraph, section: Section) -> bool:
        """Read `label：value` from a line, or continue an open field; False where it is neither."""
        text = paragraph.text
        plain = flat(text)
        if not plain:
            return self._open is not None
        group = self._group_of(text, section)
        if group:
            self._enter_group(group)
            return True
        if self._prefixed(text, paragraph.place, section):
            opened = next(row for row, label in self._open_labels(section) if plain.startswith(label))
            self._open = (section.number, opened)
            return True
        if self._open is not None and self._open[0] == section.number:
            self._append(section.number, self._open[1], text, "\n")
            return True
        self._here = None
        pieces = [piece for piece in re.split(r"[ \t\u3000]{2,}|\t", text) if piece.strip()]
        if len(pieces) > 1 and all(self._starts_labelled(piece) for piece in pieces):  # 联系人：…　　电话：…
            read = [self._labelled(piece, paragraph.place, section) for piece in pieces]
            return any(read)
        return self._labelled(text, paragraph.place, section)

    def _starts_labelled(self, text: str) -> bool:
        return bool(re.match(rf"[^:：]{{1,{_LONGEST_LABEL}}}[:：]", text.strip()))

    def _labelled(self, text: str, place: Place, section: Section) -> bool:
        label, colon, value = text.replace("：", ":").partition(":")
        if not colon or len(flat(label)) > _LONGEST_LABEL:
            return False
        if self._with_phone(label, value, place, section):
            return True
        row = self.find(label, section)
        if row is None:
            return False
        self._enter(row)
        self._put(section, row, value, place, label)
        return True

    def _append(self, number: str, row: Row, text: str, between: str) -> None:
        for ref, value in self._collected.values.items():
            if ref.section == number and ref.row == row.key:
                parts = [part for part in (value.raw, text.strip()) if part]
                value.raw = between.join(parts)
                return
