"""Puts pages together: running heads aside, paragraphs and tables joined over page breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.checker.readers.margins import Body, bodies
from assistant.checker.readers.page import Item, Page, TextLine
from assistant.checker.readers.rows import CellDraft, Chunk, TableDraft, written
from assistant.checker.readers.spaced import with_tables
from assistant.checker.source import Block, Cell, Paragraph, Place, Source, Table

_NEAR = 3.0
_NO_PAGE = 0
_HEAD = 20.0
# Text fills this share of a page's width at least, and a screen has this many columns.
_LEAST_WIDTH = 0.75
_SCREEN = 80.0
# As many lines end together where running text ends.
_FULL_LINES = 5


def assemble(pages: Sequence[Page], kind: str) -> Source:
    """A source from pages.

    Args:
        pages: the pages in order.
        kind: the source's format.
    """
    parts = bodies(pages)
    assembler = _Assembler(parts)
    blocks = tuple(assembler.blocks())
    recognised = frozenset(page.number for page in pages if page.recognised)
    pictures = sum(page.pictures for page in pages if not page.recognised and not page.unread)
    noted = [f"图片 {pictures} 张"] if pictures else []
    return Source(
        kind,
        blocks,
        margins=tuple(_margins(parts)),
        uncertain=bool(recognised),
        unread=tuple(_unread(pages)),
        uncertain_pages=recognised,
        noted=(*noted, *_guesses(assembler)),
        guessed_tables=frozenset(assembler.guessed),
    )


def assemble_text(items: Sequence[Item], kind: str) -> Source:
    """A source from a text that has no pages.

    Args:
        items: its lines and tables from top to bottom.
        kind: the source's format.
    """
    width = max((_SCREEN, *(item.box.x1 for item in items)))
    height = max((item.box.bottom for item in items), default=0.0)
    assembler = _Assembler([Body(Page(_NO_PAGE, width, height), tuple(items))])
    blocks = tuple(assembler.blocks())
    guessed = frozenset(assembler.guessed)
    return Source(kind, blocks, noted=tuple(_guesses(assembler)), guessed_tables=guessed)


def _guesses(assembler: _Assembler) -> Iterator[str]:
    if assembler.guessed:
        yield f"{len(assembler.guessed)} 个表格没有框线，各格内容按位置推断，可能有误，请与原件核对"


def _margins(parts: Sequence[Body]) -> Iterator[Paragraph]:
    """Running heads and feet once each, and the page numbers in one paragraph."""
    for where, texts in (
        ("header", [text for body in parts for text in (*body.heads, *body.page.aside)]),
        ("footer", [text for body in parts for text in body.feet]),
    ):
        for text in dict.fromkeys(texts):
            yield Paragraph(text, Place(), where)  # type: ignore[arg-type]
    numbers = [body.number for body in parts if body.number]
    if numbers:
        yield Paragraph("\n".join(numbers), Place(), "footer")


def _unread(pages: Sequence[Page]) -> Iterator[str]:
    """The pages that could not be read, those in a row with the same cause together."""
    numbered = [(page.number, page.unread) for page in pages]
    for (why, _), run in groupby(enumerate(numbered), key=lambda item: (item[1][1], item[0] - item[1][0])):
        numbers = [number for _, (number, _) in run]
        if why:
            last = f"—{numbers[-1]}" if len(numbers) > 1 else ""
            yield f"第{numbers[0]}{last}页（{why}）"
    for page in pages:
        if page.doubtful:
            yield f"第{page.number}页有 {page.doubtful} 处文字难以辨认"


class _Assembler:
    """Makes paragraphs and tables; `guessed` are the ordinals of the tables that no lines rule."""

    def __init__(self, parts: Sequence[Body]) -> None:
        self._parts = parts
        self._heads: dict[int, float] = {}
        # Lines are as long as the longest on any page of that width: a page of headings has only short ones.
        self._sides: dict[int, tuple[float, float]] = {}
        for body in parts:
            for item in body.items:
                least = _LEAST_WIDTH * body.page.width
                left, right = self._sides.get(round(body.page.width), (item.box.x0, least))
                self._sides[round(body.page.width)] = min(left, item.box.x0), max(right, item.box.x1)
                head = self._heads.get(round(body.page.height), item.box.top)
                self._heads[round(body.page.height)] = min(head, item.box.top)
        for width, right in _text_ends(parts).items():
            self._sides[width] = self._sides[width][0], right
        self._paragraphs = 0
        self._tables = 0
        self.guessed: set[int] = set()

    def blocks(self) -> Iterator[Block]:
        """The body's paragraphs and tables."""
        chunks: list[Chunk] = []
        table: TableDraft | None = None
        for body in self._parts:
            page = body.page.number
            ruled = set(map(id, body.items))
            for position, item in enumerate(_with_spaced(body.items)):
                if isinstance(item, TextLine):
                    if table is not None:
                        yield self._finished(table)
                        table = None
                    chunks.append(Chunk(page, (item,), *self._sides[round(body.page.width)]))
                    continue
                yield from self._texts(chunks)
                chunks = []
                draft = TableDraft(item, page, guessed=id(item) not in ruled)
                if table is not None:
                    over = position == 0 and table.page == page - 1 and self._at_head(item, body)
                    if over and table.join(draft):
                        continue
                    yield self._finished(table)
                table = draft
        yield from self._texts(chunks)
        if table is not None:
            yield self._finished(table)

    def _at_head(self, item: Item, body: Body) -> bool:
        """Whether something stands where the text of a page begins."""
        return item.box.top - self._heads[round(body.page.height)] <= _HEAD

    def _texts(self, chunks: Sequence[Chunk], at: Place | None = None) -> Iterator[Paragraph]:
        place = at or Place()
        for text, page in written(chunks):
            yield Paragraph(text, Place(self._next(), place.table, place.row, place.cell, page or None))

    def _next(self) -> int:
        self._paragraphs += 1
        return self._paragraphs - 1

    def _finished(self, draft: TableDraft) -> Table:
        index = self._tables
        self._tables += 1
        if draft.guessed:
            self.guessed.add(index)
        borders = draft.columns()
        done: dict[CellDraft, Cell] = {}
        rows = []
        for number, row in enumerate(draft.rows):
            cells = []
            for position, cell in enumerate(row):
                start = _border(borders, cell.x0)
                span = max(1, _border(borders, cell.x1) - start)
                above = done.get(cell)
                if above is not None:
                    cells.append(Cell(above.blocks, start, span, above.place, continued=True))
                    continue
                place = Place(None, index, number, position, cell.page or None)
                blocks = tuple(self._content(cell, place))
                first = next((block for block in blocks if isinstance(block, Paragraph)), None)
                anchor = first.place.paragraph if first else None
                done[cell] = Cell(blocks, start, span, Place(anchor, index, number, position, place.page))
                cells.append(done[cell])
            rows.append(tuple(cells))
        return Table(index, tuple(rows))

    def _content(self, cell: CellDraft, place: Place) -> Iterator[Block]:
        start = 0
        if cell.pictures or (not cell.chunks and not cell.grids):
            at = Place(self._next(), place.table, place.row, place.cell, place.page)
            yield Paragraph("", at, pictures=cell.pictures)
        for after, page, grid in cell.grids:
            yield from self._texts(cell.chunks[start:after], place)
            start = after
            yield self._finished(TableDraft(grid, page))
        yield from self._texts(cell.chunks[start:], place)


def _text_ends(parts: Sequence[Body]) -> dict[int, float]:
    """Where the lines of running text end, by width of page; tables beside it may be wider.

    It shows only where several lines end together.
    """
    ends: dict[int, list[tuple[float, float]]] = {}
    for body in parts:
        for item in body.items:
            if isinstance(item, TextLine):
                ends.setdefault(round(body.page.width), []).append((item.box.x1, item.em))
    found = {}
    for width, lines in ends.items():
        right, em = max(lines)
        if right >= _LEAST_WIDTH * width and sum(right - x1 <= em for x1, _ in lines) >= _FULL_LINES:
            found[width] = right
    return found


def _border(borders: Sequence[float], x: float) -> int:
    """The number of the border nearest to `x`."""
    position = bisect_left(borders, x - _NEAR)
    return min(position, len(borders) - 1)


def _with_spaced(items: Sequence[Item]) -> list[Item]:
    """The items with lines that make a table without rules put together."""
    found: list[Item] = []
    lines: list[TextLine] = []
    top = True
    for item in items:
        if isinstance(item, TextLine):
            lines.append(item)
        else:
            found += [*with_tables(lines, top=top), item]
            lines = []
            top = False
    return found + with_tables(lines, top=top, bottom=True)
