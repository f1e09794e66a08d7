"""Reads Word files by walking their XML, so that nothing which Word shows is dropped.

Content controls, tracked insertions, moved text, text boxes, SmartArt, nested and merged tables, footnotes and
endnotes, ticked boxes and the entries of form fields are read; tracked deletions, hidden text, field codes,
prompts of empty controls and hidden fallbacks are not, since Word does not print them or nobody wrote them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from assistant.checker.readers.ooxml import child, local
from assistant.checker.readers.wordwalk import Walker
from assistant.checker.source import Paragraph, Source, Where, paragraphs
from index.errors import UserError
from index.parsing.readers.archive import OfficeArchive
from index.parsing.readers.docx_numbering import Numbering

_OTHERS = {"xl/": " Excel 表格", "ppt/": " PowerPoint 演示文稿", "visio/": " Visio 图"}
_MOST_MARGINS = 200


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relationship of a part: the last word of its type, and the part that it leads to."""

    kind: str
    target: str


def read_docx(data: bytes, name: str) -> Source:
    """Read a Word file (.docx, .docm, .dotx; transitional or strict).

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: not a Word file, damaged, encrypted, or larger than a report can be.
    """
    try:
        return _Reader(OfficeArchive(data, name), name).read()
    except RecursionError:
        raise UserError(f"{name} 的内容嵌套过深，无法读取：请用 Word 整理后另存再试。") from None


class _Reader:
    def __init__(self, archive: OfficeArchive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._main = _main_part(archive, name)
        self._relations = _relations(archive, self._main)

    def read(self) -> Source:
        root = self._archive.xml(self._main)
        body = child(root, "body")
        if body is None:
            raise UserError(f"{self._name} 中没有正文：请用 Word 打开检查并另存后再试。")
        numbering = Numbering(self._part("numbering"), self._part("styles"))
        walker = Walker(root, self._name, label=numbering.label, diagram=self._diagram)
        blocks = tuple(walker.blocks(body))
        pictures = sum(paragraph.pictures for paragraph in paragraphs(blocks))
        noted = [f"图片 {pictures} 张"] if pictures else []
        noted += [f"图表 {walker.charts} 个"] if walker.charts else []
        return Source(
            "docx",
            blocks,
            notes=tuple(self._texts("footnotes", "footnote")) + tuple(self._texts("endnotes", "endnote")),
            margins=tuple(self._texts("header", "header")) + tuple(self._texts("footer", "footer")),
            unread=tuple(walker.unread),
            noted=tuple(noted),
        )

    def _part(self, kind: str) -> object | None:
        parts = self._parts(kind)
        return self._archive.xml(parts[0]) if parts else None

    def _parts(self, kind: str) -> list[str]:
        """The parts that the main one refers to as `kind`, by name."""
        found = {item.target for item in self._relations.values() if item.kind == kind}
        return sorted(part for part in found if self._archive.has(part))

    def _texts(self, kind: str, where: Where) -> Iterator[Paragraph]:
        for part in self._parts(kind)[:_MOST_MARGINS]:
            root = self._archive.xml(part)
            for paragraph in paragraphs(tuple(Walker(root, self._name, where).blocks(root))):
                if paragraph.text.strip():
                    yield paragraph

    def _diagram(self, relationship: str) -> list[str]:
        """The lines of a SmartArt graphic."""
        relation = self._relations.get(relationship)
        if relation is None or not self._archive.has(relation.target):
            return []
        lines = []
        for element in self._archive.xml(relation.target).iter():
            if local(element) == "p":
                lines.append("".join(text.text or "" for text in element.iter() if local(text) == "t"))
        return [line for line in lines if line.strip()]


def _relations(archive: OfficeArchive, part: str) -> dict[str, _Relation]:
    folder, _, file = part.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    found: dict[str, _Relation] = {}
    if archive.has(path):
        for relation in archive.xml(path):
            if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
                target = unquote(str(relation.get("Target", "")))
                resolved = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = str(relation.get("Type", "")).rpartition("/")[2]
                found[str(relation.get("Id", ""))] = _Relation(kind, resolved)
    return found


def _main_part(archive: OfficeArchive, name: str) -> str:
    """The part that holds the document, found as Word finds it, else by its usual name."""
    starts = [item.target for item in _relations(archive, "").values() if item.kind == "officeDocument"]
    for part in (*starts, "word/document.xml"):
        if archive.has(part) and not part.startswith(tuple(_OTHERS)):
            return part
    for prefix, kind in _OTHERS.items():
        if any(entry.startswith(prefix) for entry in archive.names()):
            raise UserError(f"{name} 是{kind}：请提供 Word（.docx）文件。")
    raise UserError(
        f"{name} 不是有效的 Word 文件（可能已损坏，"
        "或由其他格式改名而来）：请用 Word 或 WPS 另存为 .docx 后再试。"
    )
