"""Which reader takes a file, and what document comes of it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from index.documents import Document
from index.errors import UserError
from index.oserrors import reason
from index.parsing.frontmatter import build_document, split_user_front_matter
from index.parsing.readers.extracted import Extracted
from index.parsing.readers.metadata import guess_metadata

_MAX_BYTES = 100 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT = (".md", ".markdown", ".txt", ".text")
_WEB = (".html", ".htm")
DOCUMENT_SUFFIXES = (".docx", ".pdf", *_WEB, *_TEXT)
_SUPPORTED = "支持 .docx、.pdf、.html、.md、.txt"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


def read_file(path: Path, taken: Collection[str] = ()) -> Document:
    """The document that a user's file holds; without links.

    Args:
        path: a .docx, .pdf, .html, .md or .txt file.
        taken: document ids that are in use.

    Raises:
        UserError: the file cannot be used; the message says why and what to do.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UserError(f"{path.name} 超过 100 MB：请拆成较小的文件后再试")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件 {path}：请检查路径") from None
    except IsADirectoryError:
        raise UserError(f"{path} 是文件夹：请给出文件") from None
    except OSError as error:
        raise UserError(f"{path} 无法读取（{reason(error)}）：请检查权限") from None
    # a locale without Chinese gives names as single bytes
    name = os.fsencode(path.name).decode("utf-8", errors="replace")
    return read_bytes(data, name, taken)


def read_bytes(data: bytes, name: str, taken: Collection[str] = ()) -> Document:
    """As `read_file`, for a file's bytes and name."""
    if not data.strip():
        raise UserError(f"{name} 是空文件：请检查是否选对了文件")
    try:
        extracted = _reader(data, name)(data, name)
    except RecursionError:
        raise UserError(f"{name} 的内容嵌套过深：请另存为纯文本后再试") from None
    front, body = (
        split_user_front_matter(extracted.text, name)
        if name.lower().endswith((".md", ".markdown"))
        else ({}, "")
    )
    body = (body if front else extracted.text).lstrip("\n")
    if not re.search(r"\w", body):
        raise UserError(f"{name} 里没有文字：请检查文件内容，扫描件请先做文字识别（OCR）")
    doc = document_id(name, taken)
    return _document(doc, name, body, extracted.title, front)


def document_id(name: str, taken: Collection[str] = ()) -> str:
    """A document id from a file's name: Chinese, ASCII letters in lower case and digits kept.

    Args:
        name: the file's name.
        taken: ids in use; a name that is taken gets `-2`, `-3` …
    """
    stem = re.sub(r"\.(?:docx?|pdf|html?|md|markdown|txt)$", "", Path(name).name, flags=re.IGNORECASE).lower()
    stem = re.sub(r"[^a-z0-9\u3400-\u9fff]+", "-", stem).strip("-")[:60].strip("-") or "document"
    if stem in _RESERVED:
        stem += "-file"
    candidate, count = stem, 1
    while candidate in taken:
        count += 1
        candidate = f"{stem}-{count}"
    return candidate


def _reader(data: bytes, name: str) -> Callable[[bytes, str], Extracted]:
    """The reader for a file, by its first bytes, then by its name."""
    suffix = Path(name).suffix.lower()
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UserError(f"{name} 已加密：请去掉密码后再试")
        raise UserError(f"{name} 是旧格式（.doc、.xls 或 .wps）：请用 Word 或 WPS 另存为 .docx 后再试")
    if data.lstrip()[:5] == b"%PDF-":
        from index.parsing.readers.pdf import read_pdf

        return read_pdf
    if data.startswith(b"PK\x03\x04") or suffix == ".docx":
        if suffix not in (".docx", ""):
            raise UserError(f"{name} 的格式不支持：{_SUPPORTED}，请另存后再试")
        from index.parsing.readers.docx import read_docx

        return read_docx
    if suffix == ".pdf":
        raise UserError(f"{name} 已损坏或不是完整的 PDF：请重新下载或另存后再试")
    if suffix in _WEB or re.match(rb"\s*<(?:!doctype html|html)", data[:200], re.IGNORECASE):
        from index.parsing.readers.html import read_html

        return read_html
    if suffix in (*_TEXT, ""):
        from index.parsing.readers.text import read_text

        return read_text
    raise UserError(f"{name} 的格式不支持：{_SUPPORTED}，请另存后再试")


def _document(doc: str, name: str, body: str, declared: str, front: dict[str, Any]) -> Document:
    guessed = guess_metadata(body, declared, Path(name).stem)
    values: dict[str, Any] = {
        "title": guessed.title,
        "number": guessed.number,
        "issuer": guessed.issuer,
        "issued": guessed.issued,
        "published": guessed.published,
        "expires": guessed.expires,
        "repeals": list(guessed.repeals),
        "source": f"用户添加的文件 {name}",
        "official": bool(guessed.number),
        "aliases": [guessed.notice] if guessed.notice else [],
    }
    values |= {key: value for key, value in front.items() if value not in (None, "")}
    values |= {"id": doc, "added": True}
    document = build_document(values, body)
    if "\f" in body and any(clause.kind != "page" for clause in document.clauses):
        from index.parsing.readers.pdf import join_pages

        document = build_document(values, join_pages(body))
    return document
