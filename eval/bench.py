"""`python -m eval.bench`: how quick the product is, as ratios measured in one run.

Seconds differ from machine to machine; what a ratio compares runs on the same one, minutes apart at
most, each the best of several. Cold: a new process from start to end. Warm: within a running one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

ADDRESS: Final = "第十四条"
OPEN: Final = "协同创新方面对骨干企业有什么要求"
_NOTHING: Final = "pass"
_OPEN_DOCX: Final = "import docx, sys; d = docx.Document(sys.argv[1]); [p.text for p in d.paragraphs]"
_UNUSABLE: Final = 2  # exit status of a command whose input could not be used


class NotMeasuredError(Exception):
    """A command did not run; the message is its last line."""


@dataclass(frozen=True)
class Ratio:
    """One thing's time over another's.

    Attributes:
        name: what is compared.
        seconds: best time of the first.
        base: best time of the second.
    """

    name: str
    seconds: float
    base: float

    @property
    def value(self) -> float:
        """How many times as long the first takes."""
        return self.seconds / self.base

    def __str__(self) -> str:
        return f"{self.value:8.2f}  {self.name}  ({self.seconds:.4f} s / {self.base:.4f} s)"


def best(action: Callable[[], object], repeat: int) -> float:
    """Seconds of the quickest of `repeat` runs."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return min(times)


def cold(arguments: Sequence[str], repeat: int) -> float:
    """Seconds of the quickest of `repeat` new Python processes.

    Raises:
        NotMeasuredError: the process could not do it.
    """

    def once() -> None:
        done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [""]
        # an uncaught exception exits with 1 as “errors found in the draft” does, but leaves a traceback
        if done.returncode >= _UNUSABLE or b"Traceback" in done.stderr:
            raise NotMeasuredError(last[0])

    return best(once, repeat)


def cold_ratios(draft: Path, repeat: int) -> list[Ratio | str]:
    """Whole commands against the least that a Python process can do; a line for what did not run."""
    try:
        cold(
            ["-m", "assistant", "index", "build"], 1
        )  # a stale index is rebuilt in memory: not what is measured
    except NotMeasuredError as error:
        return [f"not measured: the index could not be built: {error}"]
    start = cold(["-c", _NOTHING], repeat)
    ask = ["-m", "assistant", "ask", "--json"]
    compared: list[tuple[str, list[str], float]] = [
        ("address question, cold / Python start", [*ask, ADDRESS], start),
        ("first open question, cold / Python start", [*ask, OPEN], start),
        (
            "check a draft, cold / open it with python-docx, cold",
            ["-m", "assistant", "check", str(draft), "--json"],
            cold(["-c", _OPEN_DOCX, str(draft)], repeat),
        ),
    ]
    results: list[Ratio | str] = []
    for name, arguments, base in compared:
        try:
            results.append(Ratio(name, cold(arguments, repeat), base))
        except NotMeasuredError as error:
            results.append(f"not measured: {name}: {error}")
    return results


def warm_ratios(draft: Path, repeat: int) -> list[Ratio | str]:
    """Questions and checks in a running process."""
    from docx import Document

    from assistant.answering.service import Assistant
    from assistant.settings import load_settings

    assistant = Assistant(load_settings())
    for question in (ADDRESS, OPEN):
        assistant.ask(question)
    address = best(lambda: assistant.ask(ADDRESS), repeat)
    results: list[Ratio | str] = [
        Ratio("open question / address question, warm", best(lambda: assistant.ask(OPEN), repeat), address)
    ]
    try:
        from assistant.checker import check_file
    except ImportError as error:
        return [*results, f"not measured: check a draft, warm: {error}"]
    check_file(draft)
    opened = best(lambda: [paragraph.text for paragraph in Document(str(draft)).paragraphs], repeat)
    checked = best(lambda: check_file(draft), repeat)
    return [*results, Ratio("check a draft / open it with python-docx, warm", checked, opened)]


def make_draft(path: Path) -> Path:
    """Write a Word draft of ordinary length: the form's headings, twenty tables, long self-assessments."""
    from docx import Document

    document = Document()
    document.add_heading("湖南省产业集群竞赛参赛报告（初赛）", 0)
    sections = (
        "2.1集群主要经济指标",
        "2.2集群企业培育情况",
        "2.4集群创新情况",
        "5.1  未来三年集群主要经济指标发展目标",
    )
    rows = (
        "集群总产值（亿元）",
        "集群主导产业产值（亿元）",
        "企业数量（个）",
        "集群研发经费（亿元）",
        "发明专利数量（个）",
    )
    for number in range(20):
        document.add_heading(sections[number % len(sections)], 2)
        table = document.add_table(rows=1, cols=4)
        for cell, text in zip(
            table.rows[0].cells, ("指标名称", "2021年", "2022年", "增幅（%）"), strict=True
        ):
            cell.text = text
        for line in range(20):
            cells = table.add_row().cells
            values = (rows[line % len(rows)], f"{100 + line}.0", f"{110 + line}.0", "10.0")
            for cell, text in zip(cells, values, strict=True):
                cell.text = text
    for heading in ("2.8  集群发展总体情况自评报告", "3.2  集群核心承载园区推进集群发展自评报告"):
        document.add_heading(heading, 2)
        for number in range(50):
            document.add_paragraph(
                f"2022年第{number + 1}项工作：集群实现总产值120亿元，新增规上工业企业12家。"
            )
    document.save(str(path))
    return path


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--draft", type=Path, help="a Word draft; one is made where absent")
    parser.add_argument(
        "--repeat", type=int, default=5, help="runs of each, of which the quickest counts (5)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        draft = options.draft or make_draft(Path(folder) / "draft.docx")
        results = [*cold_ratios(draft, options.repeat), *warm_ratios(draft, options.repeat)]
    if options.json:
        measured = [item for item in results if isinstance(item, Ratio)]
        print(
            json.dumps({item.name: round(item.value, 3) for item in measured}, ensure_ascii=False, indent=2)
        )
    else:
        print("\n".join(str(item) for item in results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
