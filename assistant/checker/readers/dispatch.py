"""Chooses the reader by what the file holds, not by its name."""

from __future__ import annotations

from pathlib import Path

from assistant.checker.source import Source
from index.errors import UserError

MAX_BYTES = 200 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_SUFFIXES = {".txt", ".md", ".markdown", ".text"}


def read_source(path: Path, name: str | None = None) -> Source:
    """Read a draft.

    Args:
        path: the file.
        name: its name as the user knows it, where that is not `path.name`.

    Raises:
        UserError: the file cannot be read; the message says why and what to do.
    """
    shown = name or path.name
    data = _load(path, shown)
    if data.startswith(b"PK"):
        from assistant.checker.readers.docx import read_docx

        return read_docx(data, shown)
    if data.startswith(_OLE):
        raise UserError(_ole_message(data, shown))
    if data.startswith(b"%PDF"):
        raise UserError(
            f"{shown} 是 PDF 文件，目前只能检查 Word（.docx）文件：请用 Word 打开并另存为 .docx 后再试。"
        )
    if data.startswith(b"{\\rtf"):
        raise UserError(f"{shown} 是 RTF 文件：请用 Word 或 WPS 打开并另存为 .docx 后再试。")
    if Path(shown).suffix.lower() in _TEXT_SUFFIXES:
        from assistant.checker.readers.text import read_text

        return read_text(data, shown)
    if Path(shown).suffix.lower() == ".docx":
        raise UserError(
            f"{shown} 不是有效的 Word 文件（可能已损坏，"
            "或由其他格式改名而来）：请用 Word 或 WPS 另存为 .docx 后再试。"
        )
    raise UserError(f"{shown} 的格式无法识别：请提供 Word（.docx）文件。")


def _load(path: Path, shown: str) -> bytes:
    if path.is_dir():
        raise UserError(f"{shown} 是文件夹：请给出一个 Word（.docx）文件。")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UserError(f"{shown} 超过 {MAX_BYTES // 1024 // 1024} MB：请压缩文件中的图片后再试。")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件 {shown}：请检查路径。") from None
    except OSError:
        raise UserError(f"无法打开文件 {shown}：请检查是否有读取权限、是否被其他程序占用。") from None
    if not data.strip(b"\0 \r\n\t"):
        raise UserError(f"{shown} 是空文件：请重新保存后再试。")
    return data


def _ole_message(data: bytes, shown: str) -> str:
    names = data[: 4 * 1024 * 1024]
    if "EncryptedPackage".encode("utf-16-le") in names or "EncryptionInfo".encode("utf-16-le") in names:
        return f"{shown} 已加密：请在 Word 中取消打开密码，另存后再试。"
    return f"{shown} 是旧版 Word（.doc）或其他旧式 Office 文件：请用 Word 或 WPS 打开并另存为 .docx 后再试。"
