"""Maps a file to the form: one pass over its lines and table rows, keeping the section and table one is in."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checker.draft import Draft
from assistant.checker.form import Category, Form, Section, Table
from assistant.checker.form_loader import load_form
from assistant.checker.labels import best, core, flat
from assistant.checker.mapping.collect import Collected, build_draft
from assistant.checker.mapping.contents import without_contents
from assistant.checker.mapping.fields import FieldReader
from assistant.checker.mapping.headings import Standing, find_heading, opens_annex
from assistant.checker.mapping.identify import stage_written
from assistant.checker.mapping.lines import RowLine, lines
from assistant.checker.mapping.rows import RowReader, caption_units
from assistant.checker.mapping.strays import Stray, bring_home
from assistant.checker.source import Cell, Paragraph, Source

_TEXT_KINDS = ("text", "annex", "declaration")
_PRINTED = ("body", "textbox")
_LONGEST_TITLE = 60
_FIELDS_OF_A_FORM = 4


def map_source(source: Source, form: Form, category: Category | None = None) -> Draft:
    """Map a file to a form.

    Args:
        source: the file, read.
        form: the form of the draft's stage.
        category: category chosen by flag; None to read it from the file.
    """
    stated = stage_written(source)
    mapper = _Mapper(form, load_form(stated) if stated not in (None, form.stage) else None)
    every = without_contents([line for line in lines(source.blocks) if not _is_margin(line)])
    for number, line in enumerate(every):
        if isinstance(line, Paragraph):
            mapper.paragraph(line)
        else:
            mapper.row(line, every[number:])
    bring_home(mapper.strays, form, mapper.collected)
    return build_draft(mapper.collected, form, source, category)


def _is_margin(line: Paragraph | RowLine) -> bool:
    return isinstance(line, Paragraph) and line.where not in _PRINTED


class _Mapper:
    """State of the pass.

    Args:
        form: the form by which the file is read.
        written_for: the form that the file is written for, where that is the other one; what stands in sections of
            its own is no content of this one.
    """

    def __init__(self, form: Form, written_for: Form | None) -> None:
        self.form = form
        self.written_for = written_for
        self.collected = Collected()
        self.section: Section | None = None
        self.fields = FieldReader(self.collected)
        self.rows = RowReader(self.collected)
        self.strays: list[Stray] = []

    # --- sections -------------------------------------------------------------------------

    def enter(self, section: Section, line: Paragraph) -> None:
        self.section = section
        number = section.number
        # A heading that nothing stood below was no more than a mention of this one.
        if number not in self.collected.headings or not self.collected.has_content(number):
            self.collected.headings[number] = line.place
        self.fields.reset()
        self.rows.reset()
        self.rows.units = caption_units(line.text)

    @property
    def standing(self) -> Standing:
        return Standing(self.section, self.collected.has_content, self.collected.headings.__contains__)

    def heading(self, text: str) -> Section | None:
        return find_heading(text, self.form, self.standing) if len(text) <= 200 else None

    def before(self, line: Paragraph) -> None:
        """Keep what stands before the first section."""
        if not self.collected.headings and line.text.strip():
            self.collected.front.append(line)

    def leaves_form(self, text: str) -> bool:
        """Whether `text` is the heading of a section that only the other form has; the section is then left."""
        if self.written_for is None or not text.strip():
            return False
        titles = {core(section.title) for section in self.form.sections}
        own = [s for s in self.written_for.sections if core(s.title) not in titles]
        if not any(core(text) == core(section.title) for section in own):
            return False
        self.section = None
        self.rows.reset()
        return True

    def find_declaration(self, line: Paragraph) -> None:
        """Enter the declaration whose heading is lost at the first of its commitments."""
        words = flat(line.text)
        for section in self.form.sections:
            if section.kind != "declaration" or section.number in self.collected.headings:
                continue
            if any(flat(item.text).strip(":;。") in words for item in section.commitments):
                self.enter(section, line)

    # --- lines ----------------------------------------------------------------------------

    def paragraph(self, line: Paragraph) -> None:
        text = f"{line.number} {line.text}".strip() if line.number else line.text
        found = self.heading(text) if line.where == "body" and text.strip() else None
        if found is not None:
            self.enter(found, line)
            return
        if self.leaves_form(text):
            return
        annex = opens_annex(text, self.form, self.standing)
        if annex is not None:
            self.enter(annex, line)
        self.find_declaration(line)
        section = self.section
        if section is None:
            self.before(line)
            return
        if section.kind not in ("text", "annex") or section.level == 1:
            if section.kind != "annex" and self.titled(line.text):
                return
            if self.fields.read_line(line, section) and section.kind != "declaration":
                return
            if section.kind not in _TEXT_KINDS and self.rows.caption(line.text):
                return
        self.collected.add_text(section.number, line)

    def titled(self, text: str) -> bool:
        """Whether `text` is the title of a list; a list whose section's heading is lost leads to its section."""
        plain = flat(text)
        assert self.section is not None
        if not plain or len(plain) > _LONGEST_TITLE:
            return False
        self.rows.interrupted = True
        titles = [(table, (table.title,)) for table in self.section.tables if table.title]
        table = best(text, titles, at_least=0.8)
        if table is None and self.section.kind not in _TEXT_KINDS:
            table = self._title_elsewhere(text)
        if table is None:
            return False
        self.rows.begin(table, caption_units(text))
        self.collected.tables.add((self.section.number, table.key))
        return True

    def _title_elsewhere(self, text: str) -> Table | None:
        lost = [
            ((section, table), (table.title,))
            for section, table in self.form.lists()
            if table.title and section.number not in self.collected.headings
        ]
        found = best(text, lost, at_least=0.95)
        if found is None:
            return None
        self.section = found[0]
        self.fields.reset()
        return found[1]

    # --- rows -----------------------------------------------------------------------------

    def row(self, line: RowLine, rest: Sequence[Paragraph | RowLine]) -> None:
        filled = [cell for cell in line.cells if cell.text.strip()]
        if self.heading_row(filled) or self.leaves_form("".join(cell.text for cell in filled)):
            return
        section = self.section
        if section is None:
            section = self.section = self.first_section(line, rest)
            if section is None:
                self.before(Paragraph("\t".join(cell.text for cell in filled), filled[0].place))
                self.stray(line)
                return
        if section.kind in _TEXT_KINDS:
            self.text_table(line, section, filled)
            return
        if len(filled) == 1 and (self.rows.caption(filled[0].text) or self.titled(filled[0].text)):
            return
        if len(filled) == 2 and caption_units(filled[1].text) and self.titled(filled[0].text):
            self.rows.units = caption_units(filled[1].text)
            return
        assert self.section is not None
        section = self.section
        if self.rows.heading(line, section, self.form) or self.rows.indicator(line, section):
            return
        if self.rows.listed(line, section) or self.fields.read_row(line, section):
            return
        if self.rows.lost_list(line, self.form):
            self.section = self.rows.home
            return
        self.stray(line)

    def first_section(self, line: RowLine, rest: Sequence[Paragraph | RowLine]) -> Section | None:
        """The section of fields that begins here though its heading is lost; a cover names fewer of them."""
        first = next(section for section in self.form.sections if self.fields.rows(section))
        if first.number in self.collected.headings:
            return None
        own = [other for other in rest if isinstance(other, RowLine) and other.table == line.table]
        names = {
            row.key for other in own for cell in other.cells if (row := self.fields.find(cell.text, first))
        }
        return first if len(names) >= _FIELDS_OF_A_FORM else None

    def text_table(self, line: RowLine, section: Section, filled: Sequence[Cell]) -> None:
        """A table row within free text, the declaration or the proof."""
        if self.fields.rows(section) and self.fields.read_row(line, section):
            return
        texts = self.text_row(section, filled)
        if section.kind == "annex" and section.level == 1:
            return
        heading = self.rows.note_heads(line, self.form)
        self.stray(line, tuple(texts), in_text=True, heading=heading)

    def stray(
        self,
        line: RowLine,
        texts: tuple[Paragraph, ...] = (),
        *,
        in_text: bool = False,
        heading: bool = False,
    ) -> None:
        number = self.section.number if self.section else ""
        heads = tuple(self.rows.heads) if self.rows.heads_table == line.table else ()
        self.strays.append(Stray(line, number, heads, self.rows.units, texts, in_text, heading))

    def heading_row(self, filled: Sequence[Cell]) -> bool:
        """A row that is nothing but a section's heading, perhaps with its text or its unit beside it."""
        if not filled:
            return True
        joined = "".join(cell.text for cell in filled) if len(filled) <= 2 else ""
        found = self.heading(joined)
        rest: Sequence[Cell] = ()
        if found is None and len(filled) == 2:
            found, rest = self.heading(filled[0].text), filled[1:]
            if found is not None and found.kind not in _TEXT_KINDS and not caption_units(rest[0].text):
                return False
        if found is None:
            return False
        self.enter(found, Paragraph(joined, filled[0].place))
        for cell in rest:
            if units := caption_units(cell.text):
                self.rows.units = units
            else:
                self.text_row(found, [cell])
        return True

    def text_row(self, section: Section, cells: Sequence[Cell]) -> list[Paragraph]:
        """Keep a row as free text; the paragraphs that it gives."""
        own = [cell for cell in cells if not cell.continued]
        if section.kind == "annex":  # an entry and its page stand in one row: keep them together
            texts = [Paragraph("\t".join(cell.text for cell in own), cells[0].place)]
        else:
            texts = [block for cell in own for block in cell.blocks if isinstance(block, Paragraph)]
        for paragraph in texts:
            self.collected.add_text(section.number, paragraph)
        return texts
