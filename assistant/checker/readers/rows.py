"""Tables on their way from pages to a source: joined over page breaks, then set on one grid of columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from assistant.checker.readers.lines import goes_on, joined_text
from assistant.checker.readers.page import Grid, GridCell, TextLine

_NEAR = 3.0
_LONG_TEXT = 20
_FEW_CELLS = 3


class Chunk(NamedTuple):
    """Lines of one column of text that stand on one page, between `left` and `right`."""

    page: int
    lines: tuple[TextLine, ...]
    left: float
    right: float


class Written(NamedTuple):
    """A paragraph and the page on which it begins."""

    text: str
    page: int


def written(chunks: Sequence[Chunk]) -> Iterator[Written]:
    """The paragraphs of consecutive chunks, those over page breaks joined."""
    group: list[TextLine] = []
    start = page = 0
    for chunk in chunks:
        for line in chunk.lines:
            if group and not goes_on(group, line, chunk.left, chunk.right, apart=chunk.page != page):
                yield Written(joined_text(group), start)
                group = []
            start = start if group else chunk.page
            group.append(line)
            page = chunk.page
    if group:
        yield Written(joined_text(group), start)


@dataclass(eq=False)
class CellDraft:
    """One cell, perhaps on several pages; the same object stands in every row that it covers.

    Attributes:
        x0, x1: its sides.
        page: the page on which it begins.
        chunks: its text.
        grids: tables in it, each after how many chunks and on which page.
        pictures: number of pictures.
        rows: number of rows that it covers on its last page.
    """

    x0: float
    x1: float
    page: int
    chunks: list[Chunk] = field(default_factory=list)
    grids: list[tuple[int, int, Grid]] = field(default_factory=list)
    pictures: int = 0
    rows: int = 0

    @property
    def blank(self) -> bool:
        """Nothing is in it."""
        return not self.chunks and not self.grids and not self.pictures

    @property
    def length(self) -> int:
        """Number of characters of its own text."""
        return sum(len(line.text) for chunk in self.chunks for line in chunk.lines)

    def take(self, other: CellDraft) -> None:
        """Add what the same cell holds on the next page."""
        count = len(self.chunks)
        self.chunks += other.chunks
        self.grids += [(count + after, page, grid) for after, page, grid in other.grids]
        self.pictures += other.pictures
        self.rows = other.rows

    def goes_on_in(self, other: CellDraft) -> bool:
        """Whether the first line of `other` continues this cell's last paragraph."""
        if not self.chunks or not other.chunks or self.grids or other.grids:
            return False
        chunk = other.chunks[0]
        return goes_on(self.chunks[-1].lines, chunk.lines[0], chunk.left, chunk.right, apart=True)


class TableDraft:
    """A table that may go on on the next page.

    Args:
        grid: the table on its first page.
        page: that page.
        guessed: no lines rule it.
    """

    def __init__(self, grid: Grid, page: int, guessed: bool = False) -> None:
        self.guessed = guessed
        self.page = page
        self.box = grid.box
        cells: dict[int, CellDraft] = {}
        self.rows: list[list[CellDraft]] = []
        for row in grid.rows:
            drafts = [cells.setdefault(id(cell), _draft(cell, page)) for cell in row]
            for draft in drafts:
                draft.rows += 1
            self.rows.append(drafts)

    def join(self, other: TableDraft) -> bool:
        """Add what the next page shows of this table; False where it is another table."""
        if abs(self.box.x0 - other.box.x0) > _NEAR or abs(self.box.x1 - other.box.x1) > _NEAR:
            return False
        repeated = self._repeated(other)
        rest = other.rows[repeated:]
        if rest and not repeated and not _related(self.rows[-1], rest[0]):
            return False
        if rest:
            same = self._same_cells(rest[0])
            if same is not None:
                rest = rest[1:]
            else:
                same = self._merged_down(rest[0])
            rest = [[same.get(cell, cell) for cell in row] for row in rest]
        self.rows += rest
        self.page = other.page
        return True

    def _repeated(self, other: TableDraft) -> int:
        """How many rows at the head of `other` repeat the head of this table."""
        count = 0
        for ours, theirs in zip(self.rows[:-1], other.rows, strict=False):
            if not _aligned(ours, theirs) or any(
                _text(a) != _text(b) for a, b in zip(ours, theirs, strict=True)
            ):
                break
            if not any(cell.chunks for cell in theirs):
                break
            count += 1
        return count

    def _same_cells(self, first: Sequence[CellDraft]) -> dict[CellDraft, CellDraft] | None:
        """Take in a row that the page break cut in two; None where `first` is a row of its own."""
        last = self.rows[-1]
        if not _aligned(last, first):
            return None
        filled = [(above, cell) for above, cell in zip(last, first, strict=True) if not cell.blank]
        if any(above.blank for above, _ in filled):
            return None
        # Of a row that was cut at its very end nothing is left.
        cut = len(filled) < len(first) or len(first) == 1
        cut = cut and all(
            above.goes_on_in(cell) or (number and _text(cell).startswith(("（", "(")))  # a remark on a figure
            for number, (above, cell) in enumerate(filled)
        )
        unlabelled = first[0].blank and not last[0].blank and len(first) <= _FEW_CELLS
        unlabelled = unlabelled and all(above.length >= _LONG_TEXT for above, _ in filled)
        if not (cut or unlabelled or _signed(filled, len(first))):
            return None
        for above, cell in zip(last, first, strict=True):
            above.take(cell)
        return dict(zip(first, last, strict=True))

    def _merged_down(self, first: Sequence[CellDraft]) -> dict[CellDraft, CellDraft]:
        """Cells over several rows that the page break cut in two; a label may be blank in what is left of it."""
        same = {}
        for cell in first:
            for above in self.rows[-1]:
                left = cell is first[0] and cell.blank and above.rows > 1
                tall = cell.rows > 1 and (cell.blank or above.goes_on_in(cell))
                if _matches(above, cell) and (left or tall):
                    above.take(cell)
                    same[cell] = above
        return same

    def columns(self) -> list[float]:
        """The borders of the table's columns, from left to right."""
        borders = sorted({x for row in self.rows for cell in row for x in (cell.x0, cell.x1)})
        return [border for before, border in pairwise([float("-inf"), *borders]) if border - before > _NEAR]


def _draft(cell: GridCell, page: int) -> CellDraft:
    draft = CellDraft(cell.box.x0, cell.box.x1, page, pictures=cell.pictures)
    left = min((line.box.x0 for line in cell.lines), default=cell.box.x0)
    em = max((line.em for line in cell.lines), default=0.0)
    # What is left free at the left side is left free at the right one as well, unless the text is set in.
    right = max([cell.box.x1 - min(left - cell.box.x0, em), *(line.box.x1 for line in cell.lines)])
    lines = list(cell.lines)
    for grid in sorted(cell.grids, key=lambda grid: grid.box.top):
        above = [line for line in lines if line.box.top < grid.box.top]
        if above:
            draft.chunks.append(Chunk(page, tuple(above), left, right))
        lines = lines[len(above) :]
        draft.grids.append((len(draft.chunks), page, grid))
    if lines:
        draft.chunks.append(Chunk(page, tuple(lines), left, right))
    return draft


def _matches(one: CellDraft, other: CellDraft) -> bool:
    return abs(one.x0 - other.x0) <= _NEAR and abs(one.x1 - other.x1) <= _NEAR


def _aligned(one: Sequence[CellDraft], other: Sequence[CellDraft]) -> bool:
    return len(one) == len(other) and all(map(_matches, one, other))


def _signed(filled: Sequence[tuple[CellDraft, CellDraft]], cells: int) -> bool:
    """Whether cells side by side are blocks of signatures, which a page break may cut between two lines.

    Labels and figures are one paragraph each; these have several, and but one label, at their beginning.
    """

    def several(column: Iterable[CellDraft]) -> bool:
        return all(len(list(written(cell.chunks))) > 1 for cell in column)

    if cells < 2 or any(mark in _text(cell) for _, cell in filled for mark in "：:"):
        return False
    if filled and all("签字" in _text(above) for above, _ in filled):
        return True
    return several(above for above, _ in filled) or several(cell for _, cell in filled)


def _related(one: Sequence[CellDraft], other: Sequence[CellDraft]) -> bool:
    """Whether two rows have the same columns, or one parts those of the other, as the rows of a heading do."""
    if _aligned(one, other):
        return True
    few, many = sorted((one, other), key=len)
    borders = [x for cell in many for x in (cell.x0, cell.x1)]
    return len(few) > 1 and all(
        any(abs(x - border) <= _NEAR for border in borders) for cell in few for x in (cell.x0, cell.x1)
    )


def _text(cell: CellDraft) -> str:
    return "".join(line.text for chunk in cell.chunks for line in chunk.lines)
