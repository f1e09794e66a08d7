"""`python -m eval`: measures the answers on the question sets."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.question import KINDS, SEALED, SETS, Question, load_questions, quick_sample
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.settings import Settings
    from eval.report import Result

_REPORT = Path(__file__).with_name("report.md")


def build_parser() -> argparse.ArgumentParser:
    """The options of the harness."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--set", choices=(*SETS, "all"), default="tuning", help="question set (tuning)")
    parser.add_argument("--kind", choices=KINDS, help="only questions of this kind")
    parser.add_argument("--quick", action="store_true", help="a quarter of the questions")
    parser.add_argument("--failures", action="store_true", help="list failed questions (tuning sets only)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--baselines", action="store_true", help="measure simpler searches too")
    parser.add_argument("--no-model", action="store_true", help="lexical search, in an index of its own")
    parser.add_argument("--report", action="store_true", help="write eval/report.md")
    parser.add_argument("--gate", action="store_true", help="tuning set without a model against gate.yaml")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the harness; 0, or 1 where the gate is not passed, or 2 for unusable settings."""
    options = build_parser().parse_args(argv)
    if options.gate:
        options.set, options.kind, options.quick = "tuning", None, False
    try:
        with tempfile.TemporaryDirectory() as folder:
            result = _run(options, Path(folder))
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    _show(result, options)
    return _gate(result) if options.gate else 0


def _run(options: argparse.Namespace, folder: Path) -> Result:
    from assistant.answering.service import Assistant
    from eval.report import Result
    from eval.runner import run

    settings = _settings(options, folder)
    model = _build(settings)
    assistant = Assistant(settings)
    corpus = assistant.context.corpus
    names = SETS if options.set == "all" else (options.set,)
    chosen = {name: _chosen(load_questions(name), options) for name in names}
    sets = {name: run(questions, assistant, corpus, _progress) for name, questions in chosen.items()}
    baselines = {}
    if options.baselines:
        from eval.baselines import compare
        from index.embedding import load_embedder

        embedder = load_embedder(settings.embed_model if model else "none", settings.data_dir)
        baselines = {
            name: compare(questions, corpus, assistant, embedder) for name, questions in chosen.items()
        }
    # a model given by path is named by its folder: no machine's paths in reports
    return Result(sets, corpus.corpus_hash, Path(model).name if model else None, baselines)


def _settings(options: argparse.Namespace, folder: Path) -> Settings:
    from assistant.settings import load_settings

    # figures of rules and search; `python -m eval.llm` measures answers in a model's words
    settings = load_settings().model_copy(update={"llm_base_url": None})
    if not (options.no_model or options.gate):
        return settings
    changes = {"data_dir": folder, "embed_model": "none", "chroma_url": None}
    return settings.model_copy(update=changes)


def _build(settings: Settings) -> str | None:
    """Bring the index up to date, so that the figures are of this corpus; the name of its model."""
    from index.build import build
    from index.corpus import load_corpus

    documents = load_corpus(settings.data_dir / "documents").documents.values()
    built = build(settings.data_dir, documents, settings.embed_model, settings.chroma_url)
    if built.note:
        print(built.note, file=sys.stderr)
    return built.model


def _chosen(questions: Sequence[Question], options: argparse.Namespace) -> tuple[Question, ...]:
    kept = quick_sample(questions) if options.quick else tuple(questions)
    return tuple(question for question in kept if options.kind in (None, question.kind))


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _show(result: Result, options: argparse.Namespace) -> None:
    from eval.report import failures, markdown, terminal

    if options.json:
        print(json.dumps(_as_json(result, options.failures), ensure_ascii=False, indent=2))
    else:
        print(terminal(result))
        for name, outcomes in result.sets.items():
            if options.failures and name not in SEALED:
                print(f"\n{failures(outcomes)}")
    if options.failures and options.set in SEALED:
        print(f"the {options.set} set has figures only", file=sys.stderr)
    if options.report:
        _REPORT.write_text(markdown(result, date.today()), encoding="utf-8")


def _as_json(result: Result, with_failures: bool) -> dict[str, Any]:
    from eval.figures import as_json, by_kind, figures

    sets: dict[str, Any] = {}
    for name, outcomes in result.sets.items():
        judgements = [outcome.judgement for outcome in outcomes]
        kinds = {kind: as_json(value) for kind, value in by_kind(judgements).items()}
        sets[name] = {"all": as_json(figures(judgements)), "kinds": kinds}
        if name in result.baselines:
            sets[name]["baselines"] = {
                item.name: {"hit1": item.hit1.rate, "hit3": item.hit3.rate} for item in result.baselines[name]
            }
        if with_failures and name not in SEALED:
            sets[name]["failures"] = {
                item.question.id: [*item.failed, *(f"quote: {place}" for place in item.unfaithful)]
                for item in judgements
                if not item.success
            }
    return {"corpus": result.corpus, "model": result.model, "sets": sets}


def _gate(result: Result) -> int:
    from eval.gate import load_thresholds, shortfalls

    lines = shortfalls([outcome.judgement for outcome in result.sets["tuning"]], load_thresholds())
    for line in lines:
        print(f"gate: {line}", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
