"""Where in a Word document a comment is hung: around a table cell, a sentence or a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from assistant.checker.readers.ooxml import is_word, local

_SENTENCE_ENDS: Final = "。！？；!?;\n"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to be written.

    Attributes:
        paragraph: ordinal of the paragraph that it is about, counted as `Place.paragraph`; None for the title, that is
            the first paragraph with text.
        lines: its paragraphs; the first is set in bold.
        cell: it is about the whole table cell that the paragraph stands in.
        words: it is about the sentence of the paragraph with these words; about the paragraph where they are not there.
    """

    paragraph: int | None
    lines: tuple[str, ...]
    cell: bool = False
    words: str = ""


def target_of(paragraphs: Sequence[etree._Element], comment: Comment) -> etree._Element:
    """The paragraph that a comment is hung on.

    Args:
        paragraphs: all paragraphs of the document.
        comment: the comment; a number past the end means the title.
    """
    number = comment.paragraph
    if number is None or number >= len(paragraphs):
        texts = ("".join(_shown(paragraph)).strip() for paragraph in paragraphs)
        number = next((place for place, text in enumerate(texts) if text), 0)
    return _holder(paragraphs[number])


def _holder(paragraph: etree._Element) -> etree._Element:
    """The paragraph itself; for one in a text box, where Word allows no comments, the one that holds the box."""
    holder = paragraph
    for ancestor in paragraph.iterancestors():
        if local(ancestor) == "txbxContent":
            holder = next((up for up in ancestor.iterancestors() if local(up) == "p" and is_word(up)), holder)
    return holder


def hang(paragraph: etree._Element, comment: Comment, number: int, space: str, style: str | None) -> None:
    """Put start, end and reference of a comment around what it is about."""
    first, last = _cell_ends(paragraph) if comment.cell else (paragraph, paragraph)
    begin, end = mark(space, "commentRangeStart", number), mark(space, "commentRangeEnd", number)
    run = etree.Element(f"{space}r")
    if style:
        look = etree.SubElement(etree.SubElement(run, f"{space}rPr"), f"{space}rStyle")
        look.set(f"{space}val", style)
    run.append(mark(space, "commentReference", number))
    spoken = _sentence(first, comment.words) if first is last and comment.words else None
    if spoken is not None:
        spoken[0].addprevious(begin)
        spoken[-1].addnext(end)
    else:
        properties = next((found for found in first if local(found) == "pPr"), None)
        if properties is None:
            first.insert(0, begin)
        else:
            properties.addnext(begin)
        last.append(end)
    end.addnext(run)


def mark(space: str, name: str, number: int) -> etree._Element:
    """An element of the namespace `space` that carries a comment's number."""
    element = etree.Element(f"{space}{name}")
    element.set(f"{space}id", str(number))
    return element


def _cell_ends(paragraph: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The first and the last paragraph of the table cell that `paragraph` stands in."""
    cell = next((up for up in paragraph.iterancestors() if local(up) == "tc" and is_word(up)), None)
    if cell is None:
        return paragraph, paragraph
    own = list(_own_paragraphs(cell))
    return (own[0], own[-1]) if own else (paragraph, paragraph)


def _own_paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell, without those of nested tables and text boxes."""
    for found in element:
        if local(found) == "p" and is_word(found):
            yield found
        elif local(found) not in ("tbl", "", "tcPr"):
            yield from _own_paragraphs(found)


def _sentence(paragraph: etree._Element, words: str) -> list[etree._Element] | None:
    """The children of a paragraph that hold the sentence with `words`, None where the words are not there."""
    pieces = [(found, "".join(_shown(found))) for found in paragraph]
    text = "".join(piece for _, piece in pieces)
    at = text.find(words)
    if at < 0:
        return None
    start = max(text.rfind(end, 0, at) for end in _SENTENCE_ENDS) + 1
    ends = [found for end in _SENTENCE_ENDS if (found := text.find(end, at + len(words))) >= 0]
    stop = min(ends, default=len(text) - 1) + 1
    out, position = [], 0
    for found, piece in pieces:
        if piece and position < stop and position + len(piece) > start:
            out.append(found)
        position += len(piece)
    return out or None


def _shown(element: etree._Element) -> Iterator[str]:
    """The text of a run or of what wraps runs, deletions left out."""
    if local(element) in ("moveFrom", "pPr", "txbxContent"):
        return
    if local(element) == "t" and is_word(element):
        yield element.text or ""
    for found in element:
        yield from _shown(found)
