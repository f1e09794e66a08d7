"""Maps a file to the form: one pass over its lines and table rows, keeping the section and table one is in."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checker.draft import Draft
from assistant.checker.form import Category, Form, Row, Section, Table
from assistant.checker.labels import best, core, flat
from assistant.checker.mapping.collect import Collected, RawValue, build_draft, raw_value
from assistant.checker.mapping.fields import FieldReader
from assistant.checker.mapping.headings import find_heading
from assistant.checker.mapping.layout import Layout, build_layout, heading_kind
from assistant.checker.mapping.lines import RowLine, lines
from assistant.checker.numbers import is_nil
from assistant.checker.source import Cell, Paragraph, Source

_TEXT_KINDS = ("text", "annex", "declaration")


def map_source(source: Source, form: Form, category: Category | None = None) -> Draft:
    """Map a file to a form.

    Args:
        source: the file, read.
        form: the form of the draft's stage.
        category: category chosen by flag; None to read it from the file.
    """
    mapper = _Mapper(form)
    for line in lines(source.blocks):
        if isinstance(line, Paragraph):
            mapper.paragraph(line)
        else:
            mapper.row(line)
    return build_draft(mapper.collected, form, source, category)


class _Mapper:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.collected = Collected()
        self.section: Section | None = None
        self.fields = FieldReader(self.collected)
        self.layout: Layout | None = None
        self.titled: Table | None = None
        self.heading_rows: list[Sequence[Cell]] = []
        self.heading_table = -1

    # --- sections -------------------------------------------------------------------------

    def enter(self, section: Section, line: Paragraph) -> None:
        self.section = section
        self.collected.headings.setdefault(section.number, line.place)
        self.fields.reset()
        self.layout = self.titled = None
        self.heading_rows = []

    def heading(self, text: str) -> Section | None:
        if len(text) > 200:
            return None
        return find_heading(text, self.form, self.section, self.collected.has_content)

    # --- lines ----------------------------------------------------------------------------

    def paragraph(self, line: Paragraph) -> None:
        for_heading = line.text if line.where == "body" else ""
        found = self.heading(for_heading) if for_heading.strip() else None
        if found is not None:
            self.enter(found, line)
            return
        section = self.section
        if section is None:
            return
        if section.kind not in ("text", "annex") or section.level == 1:
            titled = self.list_title(line.text, section)
            if titled is not None:
                self.titled, self.layout, self.heading_rows = titled, None, []
                self.collected.tables.add((section.number, titled.key))
                return
            if self.fields.read_line(line, section) and section.kind != "declaration":
                return
        self.collected.add_text(section.number, line)

    def list_title(self, text: str, section: Section) -> Table | None:
        plain = flat(text)
        if not plain or len(plain) > 60:
            return None
        titles = [(table, (table.title,)) for table in section.tables if table.title]
        return best(text, titles, at_least=0.8)

    # --- rows -----------------------------------------------------------------------------

    def row(self, line: RowLine) -> None:
        cells = line.cells
        filled = [cell for cell in cells if cell.text.strip()]
        if self.heading_row(filled):
            return
        section = self.section
        if section is not None and section.kind in _TEXT_KINDS:
            if self.fields.rows(section) and self.fields.read_row(line, section):
                return
            if not self.belongs_elsewhere(line):
                self.text_row(section, filled)
                return
            section = self.section
        if section is not None:
            if self.table_heading(line, section, filled):
                return
            if self.matrix_row(line, section) or self.list_row(line, section):
                return
            if self.fields.rows(section) and self.fields.read_row(line, section):
                return
        if not self.belongs_elsewhere(line) or not self.matrix_row(line, self.section):
            self.keep_extra(filled)

    def heading_row(self, filled: Sequence[Cell]) -> bool:
        """A row that is nothing but a section's heading, perhaps with its text beside it."""
        if not filled:
            return True
        joined = "".join(cell.text for cell in filled) if len(filled) <= 2 else ""
        found = self.heading(joined)
        rest: Sequence[Cell] = ()
        if found is None and len(filled) == 2:
            found, rest = self.heading(filled[0].text), filled[1:]
            if found is not None and found.kind not in _TEXT_KINDS:
                return False
        if found is None:
            return False
        self.enter(found, Paragraph(joined, filled[0].place))
        for cell in rest:
            self.text_row(found, [cell])
        return True

    def text_row(self, section: Section, cells: Sequence[Cell]) -> None:
        if section.kind == "annex":  # an entry and its page stand in one row: keep them together
            line = "\t".join(cell.text for cell in cells if not cell.continued)
            self.collected.add_text(section.number, Paragraph(line, cells[0].place))
            return
        for cell in cells:
            if cell.continued:
                continue
            for block in cell.blocks:
                if isinstance(block, Paragraph):
                    self.collected.add_text(section.number, block)

    def table_heading(self, line: RowLine, section: Section, filled: Sequence[Cell]) -> bool:
        kinds = [heading_kind(cell.text, section.tables) for cell in filled]
        known, unknown = kinds.count(True), kinds.count(False)
        if known < 2 or unknown > (1 if known >= 3 else 0):
            return False
        if self.heading_table != line.table:
            self.heading_rows = []
        self.heading_rows.append(line.cells)
        self.heading_table = line.table
        layout = build_layout(self.heading_rows, section, self.titled, line.table)
        if layout is None:
            return False
        self.layout = layout
        self.collected.note_layout(section.number, layout)
        return True

    def matrix_row(self, line: RowLine, section: Section | None) -> bool:
        if section is None:
            return False
        candidates = [
            ((table, row), (row.label, *row.aliases))
            for table in section.tables
            if table.kind == "matrix"
            for row in table.rows
        ]
        for position, cell in enumerate(line.cells[:3]):
            if not candidates or cell.own_text.strip() == "":
                continue
            found = best(cell.own_text, candidates)
            if found is None:
                continue
            table, row = found
            self.heading_rows = []
            self.collected.tables.add((section.number, table.key))
            self.put_cells(section, table, row, cell, line.cells[position + 1 :], line.table)
            return True
        return False

    def put_cells(
        self, section: Section, table: Table, row: Row, label: Cell, cells: Sequence[Cell], index: int
    ) -> None:
        columns = table.row_columns(row)
        own = self.layout if self.layout is not None and self.layout.table is table else None
        usable = own is not None and any(leaf.column for leaf in own.leaves)
        if own is not None and usable and not (row.columns and len(cells) == len(columns)):
            pairs = [(leaf.column, cell, leaf.unit) for leaf, cell in own.assign(cells, index)]
        else:
            pairs = [(column, cell, "") for column, cell in zip(columns, cells, strict=False)]
        for column, cell, unit in pairs:
            if column is None or column not in columns:
                continue
            raw = raw_value(cell, row, column, label.own_text, unit)
            if not self.collected.put(section.number, row, column, raw):
                self.collected.extra.append((section.number, (label.own_text, cell.text), cell.place))

    def list_row(self, line: RowLine, section: Section) -> bool:
        layout = self.layout
        if layout is None or layout.table.kind != "list":
            return False
        self.heading_rows = []
        values: dict[str, RawValue] = {}
        for leaf, cell in layout.assign(line.cells, line.table):
            if leaf.column is not None and leaf.column.key not in values:
                values[leaf.column.key] = raw_value(cell, None, leaf.column, "", leaf.unit)
        name = next((cell.text for cell in line.cells if cell.text.strip()), "")
        if core(name) in ("合计", "总计", "小计"):
            return False
        filled = [value.raw for value in values.values() if value.raw]
        if filled and all(is_nil(text) for text in filled):  # “无” is the answer: nothing to list
            self.collected.lists.setdefault((section.number, layout.table.key), [])
        elif filled:
            label = layout.table.title or section.title
            for value in values.values():
                value.label = label
            self.collected.add_list_row(section.number, layout.table, values)
        return bool(values)

    def belongs_elsewhere(self, line: RowLine) -> bool:
        """Whether the row is, by its exact label, one of a section whose heading got lost; goes there if so."""
        first = next((cell for cell in line.cells if cell.own_text.strip()), None)
        if first is None or len(line.cells) < 3:
            return False
        words = core(first.own_text)
        homes = [
            section
            for section, table, row in self.form.rows()
            if table.kind == "matrix" and core(row.label) == words and section is not self.section
        ]
        homes = [
            home for home in homes if not self.collected.has_content(home.number) or home.kind == "tables"
        ]
        if len(homes) != 1 or self.row_known(homes[0], words):
            return False
        self.section = homes[0]
        self.fields.reset()
        if self.layout is not None and self.layout.table not in homes[0].tables:
            self.layout = None
        return True

    def row_known(self, section: Section, words: str) -> bool:
        return any(
            ref.section == section.number and value.row is not None and core(value.row.label) == words
            for ref, value in self.collected.values.items()
        )

    def keep_extra(self, filled: Sequence[Cell]) -> None:
        number = self.section.number if self.section else ""
        texts = tuple(cell.text.strip() for cell in filled)
        self.collected.extra.append((number, texts, filled[0].place))
