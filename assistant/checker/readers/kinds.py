"""Tells what a file is by its content, not by its name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

from index.errors import UserError

TEXT_SUFFIXES = {".txt", ".md", ".markdown", ".text"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8")
_NAMED = {
    ".docx": "Word 文件",
    ".docm": "Word 文件",
    ".doc": "Word 文件",
    ".wps": "WPS 文件",
    ".pdf": "PDF 文件",
    ".rtf": "RTF 文件",
    ".odt": "ODT 文件",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp"), "图片"),
}
# What a file to be read may be called; the content decides.
DRAFT_SUFFIXES: tuple[str, ...] = (*_NAMED, *sorted(TEXT_SUFFIXES))
_SUPPORTED = "请提供 Word（.docx）文件，或 PDF、文本文件。"


def kind_of(data: bytes, name: str) -> str:
    """`docx`, `doc`, `wps`, `rtf`, `odt`, `pdf`, `picture`, `md` or `txt`.

    Args:
        data: the file's bytes.
        name: its name; its suffix counts only for text, which has no mark of its own.

    Raises:
        UserError: it is none of these; the message says what it is, where that is known.
    """
    suffix = Path(name).suffix.lower()
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        return _compound(data, name, suffix)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    if re.match(rb"<(?:!doctype html|html|\?xml)", head, re.IGNORECASE) and suffix not in TEXT_SUFFIXES:
        raise UserError(f"{name} 是网页或 XML 文件：请用 Word 或 WPS 打开并另存为 .docx 后再试。")
    if suffix in TEXT_SUFFIXES:
        return "md" if suffix.startswith(".m") else "txt"
    if suffix in _NAMED:
        raise _renamed(name, _NAMED[suffix])
    raise UserError(f"{name} 的格式无法识别：{_SUPPORTED}")


def _renamed(name: str, what: str) -> UserError:
    return UserError(
        f"{name} 不是有效的 {what}（可能已损坏，或由其他格式改名而来）：请用 Word 或 WPS 另存为 .docx 后再试。"
        if what[0].isascii()
        else f"{name} 不是有效的{what}（可能已损坏，或由其他格式改名而来）：请重新保存后再试。"
    )


def _zipped(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = b""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype")
    except (
        zipfile.BadZipFile,
        struct.error,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ):
        return "docx"  # whose reader says what is wrong with the archive
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise UserError(f"{name} 是 OpenDocument 表格或演示文稿：{_SUPPORTED}")
    if "OFD.xml" in names:
        raise UserError(f"{name} 是 OFD 版式文件：请用阅读器转换为 PDF，或改交 Word（.docx）文件。")
    return "docx"


def _compound(data: bytes, name: str, suffix: str) -> str:
    """The kind of a file in the container of old Office programs, by the names of its streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise UserError(f"{name} 已加密：请在 Word 中取消打开密码，另存后再试。")
    if holds("WordDocument"):
        # The document's header: its mark, its version, and a bit for encryption.
        header = re.search(rb"\xec\xa5[\x00-\xff]{8}([\x00-\xff]{2})", data)
        if header and int.from_bytes(header.group(1), "little") & 0x0100:
            raise UserError(f"{name} 已加密：请在 Word 或 WPS 中取消打开密码，另存后再试。")
        return "wps" if suffix == ".wps" else "doc"
    for stream, what in (
        ("Workbook", " Excel 表格"),
        ("PowerPoint Document", "演示文稿"),
    ):
        if holds(stream):
            raise UserError(f"{name} 是{what}：{_SUPPORTED}")
    raise UserError(f"{name} 不是有效的 Word 文件（可能已损坏，或是别的旧式 Office 文件）：{_SUPPORTED}")
