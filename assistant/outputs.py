"""What a command writes: files, checked before the work starts and written whole or not at all, and JSON."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from index.errors import UserError
from index.oserrors import reason


def check_outputs(source: Path | None, outputs: Sequence[Path], what: str = "要检查的文件") -> None:
    """Find out, before anything is done, whether the outputs are places of their own.

    Args:
        source: the file that is read, None where there is none.
        outputs: where is to be written.
        what: what the source is, for the message.

    Raises:
        UserError: an output is the source or another output, is a folder, or lies in no folder.
    """
    for number, path in enumerate(outputs):
        if source is not None and _same(path, source):
            raise UserError(f"输出“{path}”就是{what}，写入会毁掉原稿：请换一个文件名。")
        if any(_same(path, other) for other in outputs[:number]):
            raise UserError(f"两个输出是同一个文件“{path}”：请给出不同的文件名。")
        if path.is_dir():
            raise UserError(f"输出“{path}”是文件夹：请给出文件名。")
        if not path.parent.is_dir():
            raise UserError(f"输出“{path}”所在的文件夹不存在：请先新建文件夹。")


def write_outputs(contents: Mapping[Path, bytes]) -> None:
    """Write files: all are written aside first, so that a failure leaves what was there before.

    Args:
        contents: the bytes of each file.

    Raises:
        UserError: one cannot be written; no file is changed then, save where the last step fails.
    """
    staged: dict[Path, Path] = {}
    place = Path()
    try:
        for place, content in contents.items():
            target = Path(os.path.realpath(place))  # a link stays a link
            if target.exists() and not target.is_file():
                target.write_bytes(content)  # a pipe or a device cannot be replaced
                continue
            aside = target.with_name(f".{secrets.token_hex(8)}.tmp")
            staged[aside] = target
            aside.write_bytes(content)
            if target.exists():
                shutil.copymode(target, aside)
        for aside, place in staged.items():
            os.replace(aside, place)
    except OSError as error:
        raise UserError(f"无法写入“{place}”（{reason(error)}）：请检查路径、磁盘空间和权限。") from error
    finally:
        for aside in staged:
            with suppress(OSError):
                aside.unlink(missing_ok=True)


def print_json(text: str) -> None:
    """Print JSON so that nothing of it is lost in the encoding of the output, which on Windows may be GBK."""
    if not holds(sys.stdout, text):
        # beyond ASCII there is nothing in JSON but what stands in strings
        text = "".join(
            character if holds(sys.stdout, character) else json.dumps(character)[1:-1] for character in text
        )
    print(text, flush=True)


def holds(stream: TextIO, text: str) -> bool:
    """Whether the encoding of an output has all characters of `text`."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        if os.path.samefile(one, other):
            return one.is_file()  # two outputs may well go to one device
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other)) and (
        not one.exists()
    )
