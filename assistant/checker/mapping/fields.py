"""Reads tables of fields, where labels and values stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checker.form import Row, Section
from assistant.checker.labels import best, core, flat
from assistant.checker.mapping.collect import Collected, RawValue
from assistant.checker.mapping.lines import RowLine
from assistant.checker.source import Cell, Paragraph, Place, paragraphs

_OPEN_KINDS = ("endorsement", "signature")
PICTURE = "［图片］"


def _labels(row: Row) -> tuple[str, ...]:
    if row.kind != "phone":
        return (row.label, *row.aliases)
    return (row.label, "联系电话", "电话号码", "手机", f"{_whose(row)}电话", f"{_whose(row)}联系电话")


def _full_labels(row: Row) -> tuple[str, ...]:
    short = (row.group or "").removeprefix("集群")
    names = [row.label, *row.aliases]
    if row.kind == "phone":
        names = [f"{_whose(row)}电话", f"{_whose(row)}联系电话"]
    return tuple(f"{group}{name}" for group in (row.group, short) for name in names)


def _whose(row: Row) -> str:
    return {"head": "负责人", "contact": "联系人"}.get((row.after or "").rpartition("_")[2], "")


def _content(cell: Cell) -> str:
    """The text of a cell; a picture (a scanned signature or seal) is told in brackets."""
    pictures = any(paragraph.pictures for paragraph in paragraphs(cell.blocks))
    return f"{cell.text}\n{PICTURE}" if pictures else cell.text


@dataclass
class OpenField:
    """A field whose value runs over the lines that follow (意见, 签字)."""

    section: str
    row: Row


class FieldReader:
    """Keeps the group and the person that the next label belongs to."""

    def __init__(self, collected: Collected) -> None:
        self._collected = collected
        self._group: str | None = None
        self._last: str | None = None
        self.open: OpenField | None = None

    def reset(self) -> None:
        """Forget the group and the open field, at a new section."""
        self._group = self._last = None
        self.open = None

    def rows(self, section: Section) -> list[Row]:
        """All fields of a section."""
        return [row for table in section.tables if table.kind == "fields" for row in table.rows]

    def _match(self, text: str, section: Section) -> Row | None:
        rows = self.rows(section)
        near = [
            row
            for row in rows
            if row.group in (None, self._group) and (row.after is None or row.after == self._last)
        ]
        found = best(text, [(row, _labels(row)) for row in near], at_least=0.8)
        # A label may carry its group's name (集群促进组织负责人电话), wherever it stands.
        return found or best(text, [(row, _full_labels(row)) for row in rows if row.group], at_least=0.9)

    def _match_group(self, text: str, section: Section) -> str | None:
        groups = dict.fromkeys(row.group for row in self.rows(section) if row.group)
        words = core(text)
        return next((group for group in groups if core(group) == words), None)

    def read_row(self, line: RowLine, section: Section) -> bool:
        """Read the fields of a table row; False where it holds none."""
        cells = line.cells
        found = False
        position = 0
        while position < len(cells):
            text = _content(cells[position])
            group = self._match_group(text, section)
            if group:
                if group != self._group:
                    self._group, self._last = group, None
                position += 1
                continue
            after = cells[position + 1] if position + 1 < len(cells) else None
            if not self._label_alone(text, after, section) and self._prefixed(
                text, cells[position].place, section
            ):
                found = True
                position += 1
                continue
            row = self._match(text, section)
            if row is None:
                position += 1
                continue
            found = True
            self._enter(row)
            if after is None or self._is_label(after.text, section):
                self._put(section, row, "", cells[position].place, text)
                position += 1
            else:
                self._put(section, row, _content(after), after.place, text)
                position += 2
        return found

    def _label_alone(self, text: str, after: Cell | None, section: Section) -> bool:
        """A label of 意见 or 签字 with nothing behind it in its cell and its value in the next one."""
        if after is None or self._is_label(after.text, section):
            return False
        words = core(text)
        return any(row.kind in _OPEN_KINDS and core(row.label) == words for row in self.rows(section))

    def _is_label(self, text: str, section: Section) -> bool:
        words = core(text)
        return bool(words) and any(core(row.label) == words for row in self.rows(section))

    def _enter(self, row: Row) -> None:
        self._group = row.group
        if row.kind != "phone":
            self._last = row.key

    def _put(self, section: Section, row: Row, text: str, place: Place, label: str) -> None:
        table = next(table for table in section.tables if table.row(row.key))
        self._collected.tables.add((section.number, table.key))
        self._collected.put(section.number, row, None, RawValue(row, None, text.strip(), place, label, ""))

    def _prefixed(self, text: str, place: Place, section: Section) -> bool:
        """`意见：…` and `签字：…` within one cell or line."""
        plain = flat(text)
        for row in self.rows(section):
            if row.kind in _OPEN_KINDS and plain.startswith((flat(row.label) + ":", flat(row.label))):
                rest = text.replace("：", ":", 1).partition(":")[2] if ":" in plain else ""
                self.open = None
                self._put(section, row, rest, place, row.label)
                return True
        return False

    def read_line(self, paragraph: Paragraph, section: Section) -> bool:
        """Read `label：value` from a line, or continue an open field; False where it is neither."""
        text = paragraph.text
        plain = flat(text)
        if not plain:
            return self.open is not None
        if self._prefixed(text, paragraph.place, section):
            opened = next(r for r in self.rows(section) if plain.startswith(flat(r.label)))
            self.open = OpenField(section.number, opened)
            return True
        if self.open is not None and self.open.section == section.number:
            self._append(text)
            return True
        label, colon, value = text.replace("：", ":").partition(":")
        row = self._match(label, section) if colon and len(flat(label)) <= 20 else None
        if row is None:
            return False
        self._enter(row)
        self._put(section, row, value, paragraph.place, label)
        return True

    def _append(self, text: str) -> None:
        assert self.open is not None
        for ref, value in self._collected.values.items():
            if ref.section == self.open.section and ref.row == self.open.row.key:
                value.raw = f"{value.raw}\n{text.strip()}".strip()
                return
