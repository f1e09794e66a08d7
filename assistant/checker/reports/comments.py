"""Puts native comments into a Word file; everything else in the file stays as it is, byte by byte.

Works on both namespaces of WordprocessingML (transitional, strict) and beside comments that are there already.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree

from assistant.checker.readers.ooxml import NAMESPACES, STRICT
from assistant.checker.reports.anchors import Comment, hang, mark, target_of
from assistant.checker.reports.package import replaced
from index.errors import UserError
from index.parsing.readers.archive import OfficeArchive

_CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES_SPACE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_SPACE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass
class _Package:
    """The parts of a Word file that comments touch."""

    archive: OfficeArchive
    main: str
    root: etree._Element
    parts: dict[str, bytes] = field(default_factory=dict)

    @property
    def space(self) -> str:
        """The namespace of the main part, in braces."""
        return f"{{{etree.QName(self.root).namespace}}}"

    @property
    def folder(self) -> str:
        """The folder of the main part, with its slash; "" at the top."""
        return self.main[: self.main.rfind("/") + 1]

    @property
    def relations(self) -> str:
        """The name of the part with the main part's relationships."""
        return f"{self.folder}_rels/{self.main[len(self.folder) :]}.rels"


def add_comments(data: bytes, name: str, comments: Sequence[Comment], author: str, initials: str) -> bytes:
    """The Word file `data` with comments added; the same input gives the same bytes.

    Args:
        data: a .docx file.
        name: its name, for messages.
        comments: what to add; a paragraph number past the end means the title.
        author, initials: who comments; no day is written, since the bytes must not depend on it.

    Raises:
        UserError: it is no Word file, or has no paragraph that a comment could be hung on.
    """
    archive = OfficeArchive(data, name)
    main = _main_part(archive, name)
    package = _Package(archive, main, archive.xml(main))
    paragraphs = list(package.root.iter(*(f"{space}p" for space in NAMESPACES)))
    if not paragraphs:
        raise UserError(f"{name} 中没有段落，无法写入批注：请改用 --html 输出检查结果。")
    if comments:
        element, part = _comments_part(package)
        taken = [
            int(known) for note in element if (known := note.get(f"{package.space}id") or "").isdecimal()
        ]
        first = max(taken, default=-1) + 1
        styles = _styles(package)
        for number, comment in enumerate(comments, first):
            hang(
                target_of(paragraphs, comment),
                comment,
                number,
                package.space,
                styles.get("annotation reference"),
            )
            element.append(
                _note(comment, number, package.space, (author, initials), styles.get("annotation text"))
            )
        package.parts[part] = _serialised(element)
        package.parts[main] = _serialised(package.root)
    return replaced(data, package.parts)


def is_macro_enabled(data: bytes, name: str) -> bool:
    """Whether a Word file holds macros, and must therefore be called .docm.

    Raises:
        UserError: it is no Word file.
    """
    archive = OfficeArchive(data, name)
    return archive.has(_CONTENT_TYPES) and b"macroEnabled" in archive.read(_CONTENT_TYPES)


def _main_part(archive: OfficeArchive, name: str) -> str:
    starts = [target for kind, target in _links(archive, "") if kind == "officeDocument"]
    part = next((part for part in (*starts, "word/document.xml") if archive.has(part)), None)
    if part is None or not archive.has(_CONTENT_TYPES):
        raise UserError(f"{name} 不是完整的 Word（.docx）文件，无法写入批注：请用 Word 另存后再试。")
    return part


def _links(archive: OfficeArchive, part: str) -> Iterator[tuple[str, str]]:
    """(last word of the type, part that it leads to) of each relationship of a part, "" for the archive's own."""
    folder, _, file = part.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    for relation in archive.xml(path) if archive.has(path) else ():
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
            target = unquote(str(relation.get("Target", "")))
            resolved = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield str(relation.get("Type", "")).rpartition("/")[2], resolved


def _serialised(element: etree._Element) -> bytes:
    return etree.tostring(element.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments_part(package: _Package) -> tuple[etree._Element, str]:
    """The element `w:comments` and the name of its part; made, related and typed where the file has none."""
    archive = package.archive
    for kind, part in _links(archive, package.main):
        if kind == "comments" and archive.has(part):
            return archive.xml(part), part
    number, part = 0, f"{package.folder}comments.xml"
    while archive.has(part):
        number += 1
        part = f"{package.folder}comments{number}.xml"
    _relate(package, part)
    _type(package, part)
    return etree.Element(f"{package.space}comments", nsmap={"w": package.space[1:-1]}), part


def _relate(package: _Package, part: str) -> None:
    if package.archive.has(package.relations):
        relations = package.archive.xml(package.relations)
    else:
        relations = etree.Element(f"{_RELATIONS_SPACE}Relationships", nsmap={None: _RELATIONS_SPACE[1:-1]})
    taken = {relation.get("Id") for relation in relations}
    number = 1
    while f"rId{number}" in taken:
        number += 1
    relation = etree.SubElement(relations, f"{_RELATIONS_SPACE}Relationship")
    relation.set("Id", f"rId{number}")
    relation.set("Type", _STRICT_RELATION if package.space == STRICT else _RELATION)
    relation.set("Target", part.rpartition("/")[2])
    package.parts[package.relations] = _serialised(relations)


def _type(package: _Package, part: str) -> None:
    types = package.archive.xml(_CONTENT_TYPES)
    override = etree.SubElement(types, f"{_TYPES_SPACE}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", _COMMENTS_TYPE)
    package.parts[_CONTENT_TYPES] = _serialised(types)


def _styles(package: _Package) -> dict[str, str]:
    """The ids of the built-in styles by their names; Word translates the ids, not the names."""
    part = f"{package.folder}styles.xml"
    if not package.archive.has(part):
        return {}
    space = package.space
    out = {}
    for style in package.archive.xml(part).iter(f"{space}style"):
        name = style.find(f"{space}name")
        if name is not None:
            out[str(name.get(f"{space}val", "")).lower()] = str(style.get(f"{space}styleId", ""))
    return out


def _note(
    comment: Comment, number: int, space: str, who: tuple[str, str], style: str | None
) -> etree._Element:
    """The text of a comment: each line a paragraph."""
    note = mark(space, "comment", number)
    note.set(f"{space}author", who[0])
    note.set(f"{space}initials", who[1])
    for position, line in enumerate(comment.lines):
        paragraph = etree.SubElement(note, f"{space}p")
        if style:
            look = etree.SubElement(etree.SubElement(paragraph, f"{space}pPr"), f"{space}pStyle")
            look.set(f"{space}val", style)
        run = etree.SubElement(paragraph, f"{space}r")
        if position == 0:
            etree.SubElement(etree.SubElement(run, f"{space}rPr"), f"{space}b")
        text = etree.SubElement(run, f"{space}t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = line
    return note
