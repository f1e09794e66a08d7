"""The command line: `python -m assistant COMMAND`, also installed as `cluster-assistant`.

Results go to standard output, progress and logs to standard error. Exit status: 0 done, 1 `check`
found errors in the draft, 2 the input could not be used.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from assistant.arguments import Parser, count, day, file_name, words
from assistant.outputs import holds, print_json
from index.errors import UserError
from index.oserrors import reason

if TYPE_CHECKING:
    from assistant.models import Answer
    from assistant.settings import Settings

STAGES = ("初赛", "决赛")
CATEGORIES = ("先进制造业集群", "中小企业特色产业集群")


def _ask_arguments(commands: Any) -> None:
    ask = commands.add_parser("ask", help="回答一个问题", description="回答一个问题，附条款依据。")
    ask.add_argument("question", type=words, nargs="?", metavar="QUESTION", help="问题")
    ask.add_argument(
        "--batch", type=file_name, metavar="FILE", help="JSON Lines 文件，每行 {id, turns}，“-”为标准输入"
    )
    ask.add_argument("--json", action="store_true", help="输出 JSON")
    ask.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="以哪一天判断文件是否有效，默认今天")
    ask.add_argument("--no-llm", action="store_true", help="不用大模型，只给按条款组成的答案")
    ask.set_defaults(run=_ask)


def _check_arguments(commands: Any) -> None:
    check = commands.add_parser(
        "check", help="检查参赛报告草稿", description="按第六条检查参赛报告草稿并打分。"
    )
    check.add_argument("file", type=file_name, metavar="FILE", help="参赛报告文件")
    check.add_argument("--stage", choices=STAGES, help="初赛或决赛，默认从文件中识别")
    check.add_argument("--category", choices=CATEGORIES, help="申报类别，默认从文件中识别")
    check.add_argument("--json", action="store_true", help="输出 JSON")
    check.add_argument("--html", type=file_name, metavar="OUT", help="另存网页报告，可打印")
    check.add_argument(
        "--docx",
        type=file_name,
        metavar="OUT",
        help="另存带批注的 Word 文件；原稿不是 Word 的，另存 Word 格式的检查结果",
    )
    check.add_argument("--sarif", type=file_name, metavar="OUT", help="另存 SARIF 2.1.0 文件")
    check.add_argument(
        "--exceptions", type=file_name, metavar="FILE", help="例外清单（YAML）：其中已接受的问题不计入退出码"
    )
    check.add_argument(
        "--write-exceptions", type=file_name, metavar="OUT", help="按查出的问题另存一份待填写的例外清单"
    )
    check.add_argument(
        "--as-of",
        type=day,
        metavar="YYYY-MM-DD",
        help="以哪一天判断例外是否到期，默认今天；不用例外清单时不起作用",
    )
    check.set_defaults(run=_check)


def _form_arguments(commands: Any) -> None:
    form = commands.add_parser(
        "form", help="另存空白参赛报告", description="另存一份空白的参赛报告（Word）。"
    )
    form.add_argument("out", type=file_name, metavar="OUT", help="写到哪个文件（.docx）")
    form.add_argument("--stage", choices=STAGES, default=STAGES[0], help=f"初赛或决赛，默认{STAGES[0]}")
    form.set_defaults(run=_form)


def _index_arguments(commands: Any) -> None:
    index = commands.add_parser("index", help="建立、扩充、查看索引", description="建立、扩充、查看索引。")
    actions = index.add_subparsers(dest="action", required=True, metavar="ACTION")
    build = actions.add_parser(
        "build", help="建立或更新索引", description="建立或更新索引；内容未变则不重建。"
    )
    build.set_defaults(run=_index_build)
    add = actions.add_parser(
        "add", help="加入自有文件", description="加入自有文件（docx、pdf、html、md、txt）。"
    )
    add.add_argument("files", nargs="+", type=file_name, metavar="FILE")
    add.set_defaults(run=_index_add)
    remove = actions.add_parser(
        "remove", help="移除自有文件", description="移除自己加入的文件，编号见 index status。"
    )
    remove.add_argument("document", metavar="ID", help="文件编号")
    remove.set_defaults(run=_index_remove)
    status = actions.add_parser("status", help="查看索引内容", description="查看索引内容。")
    status.add_argument("--json", action="store_true", help="输出 JSON")
    status.set_defaults(run=_index_status)


def _feedback_arguments(commands: Any) -> None:
    feedback = commands.add_parser(
        "feedback",
        help="查看用户评价",
        description="查看用户在网页上对答案的评价（有帮助、没帮助和理由）。评价只保存在本机数据目录的 "
        "feedback.jsonl 中，不含报告草稿的内容；删除该文件即清空。",
    )
    feedback.add_argument("--json", action="store_true", help="输出 JSON")
    feedback.set_defaults(run=_feedback)


def build_parser() -> argparse.ArgumentParser:
    """The command line as CONTRACT.md fixes it."""
    parser = Parser(prog="cluster-assistant", description="湖南省先进制造业集群政策问答与参赛报告自查。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _ask_arguments(commands)
    search = commands.add_parser("search", help="检索条款", description="检索条款，按相关度排列。")
    search.add_argument("query", type=words, metavar="QUERY", help="检索词或地址（如 第十四条）")
    search.add_argument("-k", type=count, default=10, metavar="N", help="条数，默认 10")
    search.add_argument("--json", action="store_true", help="输出 JSON")
    search.set_defaults(run=_search)
    _check_arguments(commands)
    _index_arguments(commands)
    _form_arguments(commands)
    _feedback_arguments(commands)
    return parser


def _note(line: str) -> None:
    with suppress(OSError):  # a progress line that nobody can read stops nothing
        print(" ".join(line.split()), file=sys.stderr, flush=True)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _render(answer: Answer) -> str:
    lines = [answer.answer]
    if answer.citations:
        lines += ["", "依据："]
        for number, citation in enumerate(answer.citations, 1):
            reference = f"（{citation.number}）" if citation.number else ""
            lines.append(f"[{number}] 《{citation.title}》{reference}{citation.locator}：“{citation.quote}”")
    if answer.warnings:
        lines += ["", *(f"注意：{warning}" for warning in answer.warnings)]
    return "\n".join(lines)


def _ask(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.answering.service import Assistant
    from assistant.batch import read_batch

    if (arguments.question is None) == (arguments.batch is None):
        raise UserError("请给出一个问题，或用 --batch 指定批量问题文件（二者选一）。")
    if arguments.no_llm:
        settings = settings.model_copy(update={"llm_base_url": None})
    assistant = Assistant(settings, note=_note)
    if arguments.batch is not None:
        for identifier, turns in read_batch(arguments.batch):
            answer = assistant.ask(turns[-1], history=turns[:-1], as_of=arguments.as_of)
            line = {"id": identifier, **answer.model_dump(mode="json")}
            print_json(json.dumps(line, ensure_ascii=False))
        return 0
    answer = assistant.ask(arguments.question, as_of=arguments.as_of)
    if arguments.json:
        print_json(_dump(answer.model_dump(mode="json")))
    else:
        print(_render(answer))
    return 0


def _search(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.answering.service import Assistant

    passages = Assistant(settings, note=_note).search(arguments.query, k=arguments.k)
    if arguments.json:
        print_json(_dump([passage.model_dump(mode="json") for passage in passages]))
        return 0
    for number, passage in enumerate(passages, 1):
        print(
            f"{number}. {passage.doc} {passage.locator}（{passage.score:.3f}）\n   {' '.join(passage.text.split())}"
        )
    if not passages:
        print("没有找到相关条款，请换一种说法。")
    return 0


def _check(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.checker.command import run_check

    return run_check(arguments, settings, _note)


def _form(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.checker.reports.blank import blank_form
    from assistant.outputs import check_outputs, write_outputs

    check_outputs(None, [arguments.out])
    write_outputs({arguments.out: blank_form(arguments.stage)})
    return 0


def _feedback(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.feedback import FeedbackLog, feedback_text

    entries = FeedbackLog(settings.data_dir).read()
    if arguments.json:
        print_json(_dump([entry.model_dump(mode="json") for entry in entries]))
    else:
        print(feedback_text(entries))
    return 0


def _index_build(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.library import Library

    _note(Library(settings, note=_note).build())
    return 0


def _index_add(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.library import Library

    for document in Library(settings, note=_note).add(arguments.files):
        print(f"{document.id}\t《{document.title}》\t{len(document.clauses)} 条")
    return 0


def _index_remove(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.library import Library

    Library(settings, note=_note).remove(arguments.document)
    return 0


def _index_status(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.library import Library, status_json, status_text

    status = Library(settings, note=_note).status()
    if arguments.json:
        print_json(status_json(status))
    else:
        print(status_text(status))
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments without the program's name, `sys.argv[1:]` when None.

    Returns:
        The exit status: 0, 1 or 2 as CONTRACT.md says.
    """
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may be GBK: a character that they lack must not end the command.
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if holds(stream, "中") else "utf-8", errors="replace")
    try:
        return _run(argv)
    except UserError as error:
        _note(str(error))
        return 2
    except KeyboardInterrupt:
        _note("已中止。")
        return 130
    except BrokenPipeError:
        _abandon_output()  # the reader of the pipe has gone (`| head`): leave quietly, as other commands do
        return 0
    except UnicodeEncodeError as error:
        if error.encoding != "ascii":
            raise
        _note("当前的语言环境不能使用中文文件名：请设置环境变量 PYTHONUTF8=1 后重试。")
        return 2
    except OSError as error:
        _abandon_output()
        what = f"无法读写“{error.filename}”" if error.filename else "无法写出结果"
        _note(f"{what}（{reason(error)}）：请检查磁盘空间和权限。")
        return 2


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = build_parser().parse_args(argv)
        from assistant.settings import load_settings

        return int(arguments.run(arguments, load_settings()))
    finally:
        if sys.stdout is not None:  # closed by the caller
            sys.stdout.flush()  # here, where a full disk can still be told


def _abandon_output() -> None:
    """Let what is still buffered go nowhere, or the interpreter fails on it once more as it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
