"""A document's body cut into clauses.

One pass over the lines. A line opens a piece where a number stands at its head and fits what came before;
every other line continues the piece that is open, so no character is lost. Ranks give the nesting
(章 → 节 → 条 → 一、 → （一） → 1. → （1）).
"""

from __future__ import annotations

from collections.abc import Sequence

from index.clauses import Clause
from index.parsing.lines import Line, split_lines
from index.parsing.markers import Marker, find_marker
from index.parsing.options import ParserOptions
from index.parsing.pages import page_pieces
from index.parsing.pieces import RANKS, Piece, name_pieces, title_of
from index.parsing.regions import is_date, opens_closing
from index.parsing.survey import Survey
from index.parsing.tables import Table


def parse_clauses(doc: str, body: str, options: ParserOptions | None = None) -> tuple[Clause, ...]:
    """Cut `body` into clauses.

    The clauses' texts, joined, are `body`; locators are unique; every parent is a clause of the document.
    Cross-references are left out: `index.parsing.links` adds them once all documents are known.

    Args:
        doc: document id, copied into the clauses.
        body: the text without front matter.
        options: how the document departs from the usual numbering.
    """
    return _Outline(split_lines(body), options or ParserOptions()).clauses(doc)


class _Outline:
    """The state of one pass."""

    def __init__(self, lines: list[Line], options: ParserOptions) -> None:
        survey = Survey(lines)
        self.survey = survey
        self.lines = lines
        self.mute = survey.mute
        self.annexes = survey.annexes
        self.options = options
        self.pieces: list[Piece] = []
        self.stack: list[Piece] = []
        self.last: dict[tuple[int, str], tuple[int, ...]] = {}
        self.closing = False
        self.signed = False

    # -- the pass --------------------------------------------------------------------------------------

    def clauses(self, doc: str) -> tuple[Clause, ...]:
        """Run the pass and name the pieces."""
        index = 0
        while index < len(self.lines):
            table = self.survey.tables.get(index)
            if table is not None:
                self._take_table(table)
                index = table.end
            else:
                self._take_line(index)
                index += 1
        if all(piece.kind == "preamble" for piece in self.pieces):
            self.pieces = page_pieces(self.lines)
        return _finish(doc, self.pieces)

    def _take_line(self, index: int) -> None:
        line = self.lines[index]
        if line.blank:
            self._continue(line)
        elif index in self.annexes:
            self._open_annex(index)
        elif index in self.survey.entries:
            self._open_entry(index)
        elif (marker := self._marker_at(index)) is not None:
            self._open_marker(index, marker)
        elif line.level and line.level != self.survey.title_level:
            self._open_heading(line)
        elif self._begins_closing(index):
            self._open_closing(line)
        else:
            if self.closing and is_date(line.words):
                self.signed = True
            self._continue(line)

    def _marker_at(self, index: int) -> Marker | None:
        """The marker of this line, if its number fits here."""
        if index in self.mute:
            return None
        marker = self.survey.majors.get(index) or find_marker(self.lines[index].words)
        if marker is None or marker.kind == "annex":
            return None
        if self.closing and not self._ends_closing(marker):
            return None
        return marker if self._fits(marker) else None

    def _ends_closing(self, marker: Marker) -> bool:
        if marker.kind in ("chapter", "article"):
            return marker.apart
        return marker.kind == "section" and marker.number == (1,) and self.signed

    def _fits(self, marker: Marker) -> bool:
        before = self._previous(marker)
        number = marker.number
        if marker.kind in ("chapter", "division", "article"):
            if marker.kind != "article" and any(piece.kind == "decimal" for piece in self.stack):
                return False  # the outline of a text asked for, not a part of this one
            if marker.apart:
                return True
            return number[0] == (before[0] + 1 if before else 1) or (
                before is not None and number == (*before, 1)
            )
        if marker.kind == "decimal":
            return self._decimal_fits(marker, before)
        if number == (1,):
            return True
        if before is None:
            return 0 < len(marker.rest) <= 40 and marker.rest[-1] not in "。；，,;" and marker.kind != "point"
        return before[0] <= number[0] <= before[0] + 3

    def _decimal_fits(self, marker: Marker, before: tuple[int, ...] | None) -> bool:
        number = marker.number
        if before is None or number[: len(before)] == before:
            return number[-1] <= 1 or marker.apart
        if number <= before:
            return False
        same = sum(1 for a, b in zip(number, before, strict=False) if a == b)
        step = number[same] - before[same] if same < len(before) else 1
        return step <= 5 and all(part <= 1 for part in number[same + 1 :])

    def _previous(self, marker: Marker) -> tuple[int, ...] | None:
        """The last number of this kind below the part that would hold the new piece."""
        return self.last.get((self._scope(marker), marker.kind))

    def _scope(self, marker: Marker) -> int:
        holder = (
            self._annex() if marker.kind in ("article", "decimal", "chapter") else self._holder(marker.kind)
        )
        return id(holder) if holder else 0

    def _annex(self) -> Piece | None:
        return self.stack[0] if self.stack and self.stack[0].kind == "annex" else None

    def _holder(self, kind: str) -> Piece | None:
        rank = RANKS[kind]
        return next((piece for piece in reversed(self.stack) if piece.rank < rank), None)

    # -- opening pieces --------------------------------------------------------------------------------

    def _push(self, piece: Piece) -> None:
        while self.stack and self.stack[-1].rank >= piece.rank:
            self.stack.pop()
        piece.parent = self.stack[-1] if self.stack else None
        self.stack.append(piece)
        self.pieces.append(piece)
        self.closing = self.signed = False

    def _open_annex(self, index: int) -> None:
        marker, line = self.annexes[index], self.lines[index]
        label = self.options.prefixes.get(marker.label, marker.label)
        piece = Piece("annex", label, RANKS["annex"], line.text, title=self._annex_title(index))
        piece.bare_articles = self.survey.article_home == index
        self._push(piece)

    def _annex_title(self, index: int) -> str:
        words = [self.lines[index].words]
        if not self.annexes[index].rest:
            following = [line for line in self.lines[index + 1 : index + 8] if not line.blank][:1]
            words += [
                line.words for line in following if len(line.words) <= 60 and find_marker(line.words) is None
            ]
        return " ".join(words)

    def _open_marker(self, index: int, marker: Marker) -> None:
        line = self.lines[index]
        self.last[self._scope(marker), marker.kind] = marker.number
        listed = index in self.survey.lists
        rank = RANKS[marker.kind] + (len(marker.number) / 100 if marker.kind == "decimal" else 0)
        piece = Piece(marker.kind, marker.label, rank, line.text, title=title_of(line.words))
        piece.level = line.level
        if listed:
            piece.kind, piece.label = "row", f"序号{marker.label}"
            piece.cells = (("序号", marker.label), ("名称", marker.rest))
        if marker.kind == "section" and self.options.sections_as_items and self._annex() is None:
            piece.label = f"第{marker.label}项"
        while self.stack and line.level and self.stack[-1].level >= line.level:
            self.stack.pop()
        self._push(piece)

    def _open_heading(self, line: Line) -> None:
        while self.stack and not (0 < self.stack[-1].level < line.level) and self.stack[-1].kind != "annex":
            self.stack.pop()
        piece = Piece("heading", line.words, RANKS["heading"], line.text, title=line.words)
        piece.level = line.level
        piece.parent = self.stack[-1] if self.stack else None
        self.stack.append(piece)
        self.pieces.append(piece)
        self.closing = self.signed = False

    def _open_entry(self, index: int) -> None:
        line, name = self.lines[index], self.survey.entries[index]
        piece = Piece("row", name, RANKS["row"], line.text)
        piece.cells = ((name, line.words[len(name) + 1 :].strip()),)
        self._push(piece)

    def _begins_closing(self, index: int) -> bool:
        if (
            self.closing
            or not self.stack
            or index >= self.survey.main_end
            or not opens_closing(self.lines, index)
        ):
            return False
        following = {(piece.kind, piece.next_number()) for piece in self._open_series()}
        for ahead in range(index, self.survey.main_end):
            marker = find_marker(self.lines[ahead].words) if ahead not in self.mute else None
            if marker and (marker.kind, marker.number) in following:
                return False
        return True

    def _open_series(self) -> list[Piece]:
        return [Piece(kind, "", 0, "", number=number) for (_, kind), number in self.last.items()]

    def _open_closing(self, line: Line) -> None:
        self.stack.clear()
        self.pieces.append(Piece("closing", "结语", RANKS["closing"], line.text))
        self.closing = True

    def _continue(self, line: Line) -> None:
        if not self.pieces:
            self.pieces.append(Piece("preamble", "前言", RANKS["preamble"], line.text))
        elif self.pieces[-1].kind == "row" and self.pieces[-1].tabled and not line.blank:
            self._open_after_table(line)
        else:
            self.pieces[-1].text += line.text

    def _open_after_table(self, line: Line) -> None:
        """Text between or below tables: it belongs to neither the row above nor the part's own words."""
        while self.stack and self.stack[-1].kind in ("row", "table"):
            self.stack.pop()
        named = len(line.words) <= 40 and line.words[-1] not in "。；，" and line.words[0] not in "注备"
        piece = Piece("table", line.words.rstrip("：:") if named else "说明", RANKS["table"], line.text)
        piece.caption = named
        self._push(piece)

    def _take_table(self, table: Table) -> None:
        rows = {row.line: row for row in table.rows if row.label}
        if not self._caption_waits():
            self._push(Piece("table", "表", RANKS["table"], ""))
        for index in range(table.start, table.end):
            row = rows.get(index)
            if row is None:
                self.pieces[-1].text += self.lines[index].text
                continue
            piece = Piece("row", row.label, RANKS["row"], self.lines[index].text)
            piece.cells, piece.tabled = row.cells, True
            self._push(piece)
        if not rows:
            return
        self.pieces[-1].tabled = True

    def _caption_waits(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].kind == "table" and self.pieces[-1].caption


def _finish(doc: str, pieces: Sequence[Piece]) -> tuple[Clause, ...]:
    """Name the pieces and turn them into clauses; white space before the first one goes with it."""
    pieces = list(pieces)
    if len(pieces) > 1 and pieces[0].kind == "preamble" and not pieces[0].text.strip():
        blank = pieces.pop(0)
        pieces[0].text = blank.text + pieces[0].text
        for piece in pieces:
            if piece.parent is blank:
                piece.parent = None
    name_pieces(pieces)
    return tuple(piece.clause(doc, order) for order, piece in enumerate(pieces))
