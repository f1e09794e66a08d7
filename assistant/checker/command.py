"""The command `check`: one draft in; the result printed, and written in the formats asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UserError

if TYPE_CHECKING:
    from assistant.checker.exceptions import AcceptedException
    from assistant.checker.reports.models import CheckReport
    from assistant.settings import Settings


def run_check(arguments: argparse.Namespace, settings: Settings, note: Callable[[str], None]) -> int:
    """Run the command.

    Args:
        arguments: `file`, `stage`, `category`, `json`, `html`, `docx`, `sarif`, `exceptions`, `write_exceptions` and
            `as_of`, as `assistant.cli` parses them.
        settings: the day on which exceptions are judged, where `as_of` names none.
        note: takes lines for standard error.

    Returns:
        1 where the draft has errors that no exception accepts, else 0.

    Raises:
        UserError: the draft, the file of exceptions or an output cannot be used; nothing is written then.
    """
    from assistant.checker.check import check_file
    from assistant.outputs import check_outputs, print_json, write_outputs

    outputs = (arguments.html, arguments.docx, arguments.sarif, arguments.write_exceptions)
    chosen = [path for path in outputs if path is not None]
    check_outputs(arguments.file, chosen)
    entries: Sequence[AcceptedException] = ()
    if arguments.exceptions is not None:
        from assistant.checker.exceptions_file import load_exceptions

        check_outputs(arguments.exceptions, chosen, what="例外清单")
        entries = load_exceptions(arguments.exceptions)
    report = check_file(arguments.file, stage=arguments.stage, category=arguments.category)
    if arguments.exceptions is not None:
        from assistant.checker.exceptions import accept

        report = accept(report, entries, arguments.as_of or settings.day())
    write_outputs(_contents(arguments, report, entries, note))
    if arguments.json:
        print_json(report.to_json())
    else:
        from assistant.checker.reports.text import render_text

        print(render_text(report))
    return 1 if report.errors else 0


def _contents(
    arguments: argparse.Namespace,
    report: CheckReport,
    entries: Sequence[AcceptedException],
    note: Callable[[str], None],
) -> dict[Path, bytes]:
    """The bytes of each output that is asked for."""
    contents: dict[Path, bytes] = {}
    if arguments.html is not None:
        from assistant.checker.reports.html import render_html

        contents[arguments.html] = render_html(report).encode()
    if arguments.docx is not None:
        contents[arguments.docx] = _word(arguments, report, note)
    if arguments.sarif is not None:
        from assistant.checker.reports.sarif import render_sarif

        contents[arguments.sarif] = render_sarif(report).encode()
    if arguments.write_exceptions is not None:
        from assistant.checker.exceptions_file import exceptions_template

        contents[arguments.write_exceptions] = exceptions_template(report, entries).encode()
    return contents


def _word(arguments: argparse.Namespace, report: CheckReport, note: Callable[[str], None]) -> bytes:
    from assistant.checker.reports.docx import word_result

    result = word_result(arguments.file.read_bytes(), report)
    out: Path = arguments.docx
    if result.suffix == ".docm" and out.suffix.lower() == ".docx":
        raise UserError(
            f"{report.file} 是启用宏的 Word 文件，写成 .docx 打不开：请把 --docx 的文件名改为以 .docm 结尾。"
        )
    if result.instead:
        note(f"{result.instead}{out} 是 Word 格式的检查结果，不是原稿。")
    return result.content
