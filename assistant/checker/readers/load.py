"""Opens the file that a user names, whatever it turns out to be."""

from __future__ import annotations

import stat
import unicodedata
from pathlib import Path

from index.errors import UserError
from index.oserrors import reason

MAX_BYTES = 200 * 1024 * 1024
_LONGEST_NAME = 120


def shown_name(name: str) -> str:
    """A file name that is safe to show: on one line, without characters that turn the text around.

    Args:
        name: as the file system gives it; bytes that are no text become `?`.
    """
    plain = "".join(
        "?" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else character
        for character in name
    )
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME]}…"


def load(path: Path, name: str) -> bytes:
    """The bytes of a file.

    Args:
        path: the file.
        name: its name, for messages.

    Raises:
        UserError: there is none, it is a folder or a device, it is too large, or it cannot be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError(f"{name} 是文件夹：请给出一个 Word（.docx）文件。")
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device may never end
            raise UserError(f"{name} 不是普通文件：请给出一个 Word（.docx）文件。")
        if status.st_size > MAX_BYTES:
            raise UserError(f"{name} 超过 {MAX_BYTES // 1024 // 1024} MB：请压缩文件中的图片后再试。")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件 {name}：请检查路径。") from None
    except OSError as error:
        raise UserError(
            f"无法打开文件 {name}（{reason(error)}）：请检查是否有读取权限、是否被其他程序占用。"
        ) from None
    except ValueError:
        raise UserError(f"文件名 {name} 无效：请检查路径。") from None
    if not data.strip(b"\0 \r\n\t"):
        raise UserError(f"{name} 是空文件：请重新保存后再试。")
    return data
