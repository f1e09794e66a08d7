"""The questions of `ask --batch` (CONTRACT.md, Command line)."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from index.errors import UserError
from index.oserrors import reason


def read_batch(path: Path) -> list[tuple[Any, list[str]]]:
    """The identifier and the turns of each line of a batch, all of them read before the first is answered.

    Args:
        path: a JSON Lines file in UTF-8, `-` for the standard input.

    Raises:
        UserError: it cannot be read, or lines of it are no questions; the message names the lines.
    """
    try:
        raw = _standard_input() if str(path) == "-" else path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"无法读取批量问题文件“{path}”（{reason(error)}）：请检查路径。") from error
    except UnicodeDecodeError as error:
        raise UserError(f"批量问题文件“{path}”不是 UTF-8 编码，请另存为 UTF-8。") from error
    entries, broken = [], []
    # not `splitlines`, which also cuts at characters that may stand inside a JSON string (U+2028, U+0085)
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        if not line.strip():
            continue
        try:
            entries.append(_entry(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            broken.append(str(number))
    if broken:
        shown = "、".join(broken[:10]) + (f"等{len(broken)}" if len(broken) > 10 else "")
        raise UserError(f'批量问题文件第{shown}行无法识别，每行应为 {{"id": …, "turns": [问题, …]}}。')
    return entries


def _entry(line: str) -> tuple[Any, list[str]]:
    entry = json.loads(line)
    turns = entry["turns"]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise ValueError("turns")
    json.dumps(entry.get("id"), allow_nan=False)  # it goes into the answer, which must stay JSON
    return entry.get("id"), turns


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by the caller
        raise UserError("标准输入已关闭，读不到批量问题：请用 --batch 给出文件。")
    return sys.stdin.buffer.read()
