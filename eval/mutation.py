"""`python -m eval.mutation`: whether the tests notice changes to the checker's rules.

cosmic-ray gives the changes; a sample of them is made, one at a time, in a copy of the tree, and the tests
of the changed module run there, then those of the other rules. A change that no test notices survives.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import importlib.util
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from index.errors import UserError

RULES: Final = Path("assistant/checker/rules")
TESTS: Final = Path("tests/assistant/checker/rules")
Outcome = Literal["killed", "survived", "timed out"]

_ROOT: Final = Path(__file__).parents[1]
_COPIED: Final = ("assistant", "corpus", "eval", "index", "prompts", "tests", "app.py", "pyproject.toml")
_UNUSABLE: Final = 2  # exit status of a command whose input could not be used
_NEED_ARGUMENTS: Final = ("core/VariableReplacer", "core/VariableInserter")
_PYTEST: Final = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:cov",
    "-W",
    "ignore",
    "-o",
    "addopts=",
)
_TIMES: Final = 10  # a change may make the tests this many times as slow
_LEAST: Final = 5  # seconds that a run of tests always gets
_MEMORY: Final = 6 << 30  # bytes of address space, for a change that makes numbers or texts endless
_PRELOADED: Final = (
    "hypothesis",
    "docx",
    "rapidfuzz.distance",
    "rapidfuzz.fuzz",
    "assistant.answering.service",
    "assistant.checker.mapping.mapper",
    "assistant.checker.sentences",
    "assistant.checker.wordcount",
    "eval.drafts.mutations",
)


@dataclass(frozen=True)
class Mutant:
    """A change to a module.

    Attributes:
        module: name of the module without package (`growth`).
        operator: cosmic-ray's name of the kind of change.
        occurrence: which of the places in the module where the operator can change something, from 0.
        line: line of the change, from 1.
    """

    module: str
    operator: str
    occurrence: int
    line: int

    @property
    def family(self) -> str:
        """The kind of change, all replacements of one kind of operator taken together."""
        return self.operator.removeprefix("core/").partition("_")[0]


def mutants_of(source: str, module: str) -> list[Mutant]:
    """All changes to a module, those without effect by their place left out: type annotations, `__all__`, decorators' arguments.

    Text (docstrings, messages) has none: cosmic-ray's operators change code alone.
    """
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    nodes = tuple(ast_nodes(get_ast(source)))
    found = []
    for name in operator_names():
        if name in _NEED_ARGUMENTS:
            continue
        operator = get_operator(name)()
        places = ((node, place) for node in nodes for place in operator.mutation_positions(node))
        for occurrence, (node, (start, _)) in enumerate(places):
            if not _without_effect(node):
                found.append(Mutant(module, name, occurrence, start[0]))
    return found


def _without_effect(node: Any) -> bool:
    """Whether a node of parso's tree stands where a change does nothing at run time."""
    while (parent := node.parent) is not None:
        if parent.type == "decorator":
            return True
        if (
            parent.type in ("annassign", "tfpdef")
            and parent.children[-1 if parent.type == "tfpdef" else 1] is node
        ):
            return True
        if parent.type == "funcdef" and parent.annotation is node:
            return True
        if parent.type == "expr_stmt" and parent.children[0].get_code().strip() == "__all__":
            return True
        node = parent
    return False


def mutated(source: str, mutant: Mutant) -> str | None:
    """The changed source; None where it is no Python or means the same to the compiler."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    changed = mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence)
    if changed is None:
        return None
    try:
        same = compile(changed, "", "exec") == compile(source, "", "exec")
    except SyntaxError:
        return None
    return None if same else changed


def difference(source: str, changed: str) -> str:
    """What was changed, in one line: `was → is`."""
    lines = list(difflib.ndiff(source.splitlines(), changed.splitlines()))
    was = " ".join(line[2:].strip() for line in lines if line.startswith("- "))
    now = " ".join(line[2:].strip() for line in lines if line.startswith("+ "))
    return f"{was} → {now or '(nothing)'}"


def draw(mutants: Mapping[str, Sequence[Mutant]], size: int, seed: int) -> list[Mutant]:
    """A random sample, each module's share in proportion to its changes (largest remainder)."""
    total = sum(map(len, mutants.values()))
    size = min(size, total)
    shares = {module: divmod(size * len(each), total) for module, each in mutants.items() if each}
    left = size - sum(whole for whole, _ in shares.values())
    rounded_up = sorted(shares, key=lambda module: (-shares[module][1], module))[:left]
    chance = random.Random(seed)
    return [
        mutant
        for module in sorted(shares)
        for mutant in sorted(
            chance.sample(list(mutants[module]), shares[module][0] + (module in rounded_up)),
            key=lambda each: (each.line, each.operator, each.occurrence),
        )
    ]


def tests_of(module: str) -> tuple[list[Path], list[Path]]:
    """(tests of the module and of those that use it, tests of the other rules), below the working directory."""
    everything = sorted(TESTS.glob("test_*.py"))
    users = {module} | {
        path.stem for path in RULES.glob("*.py") if f"rules.{module} import" in path.read_text("utf-8")
    }
    near = [path for path in everything if path.stem.removeprefix("test_") in users]
    near.sort(key=lambda path: path.stem != f"test_{module}")
    return near, [path for path in everything if path not in near]


def run_tests(tests: Sequence[Path], limit: float) -> tuple[Outcome, float]:
    """(outcome, seconds) of tests with the files as they are now; seconds of the processor where forking is known."""
    if not hasattr(os, "fork"):
        return _spawned(tests, limit)
    child = os.fork()
    if not child:
        _test_and_exit(tests, limit)
    # The processor's time is limited, whatever else the machine does; the clock's only for what waits for ever.
    last = time.monotonic() + limit * 20
    while not (ended := os.wait4(child, os.WNOHANG))[0]:
        if time.monotonic() > last:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.005)
    _, status, usage = ended
    seconds = usage.ru_utime + usage.ru_stime
    if os.WIFSIGNALED(status):
        return ("timed out" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "killed"), seconds
    return ("survived" if status == 0 else "killed"), seconds


def _test_and_exit(tests: Sequence[Path], limit: float) -> None:
    """Run tests in this forked process and end it with their status."""
    import resource

    status = 1
    try:
        used = resource.getrusage(resource.RUSAGE_SELF)
        allowed = int(used.ru_utime + used.ru_stime + limit) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 1))
        with suppress(ValueError, OSError):  # macOS knows no such limit
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        import pytest

        status = int(pytest.main([*_PYTEST, *map(str, tests)]))
    finally:
        os._exit(status)


def _spawned(tests: Sequence[Path], limit: float) -> tuple[Outcome, float]:
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", *_PYTEST, *map(str, tests)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return "timed out", limit
    return ("killed" if done.returncode else "survived"), time.monotonic() - started


class Trial:
    """Runs tests against changed modules below the working directory, which is a copy of the tree.

    Raises:
        UserError: tests fail without any change.
    """

    def __init__(self) -> None:
        self._limits: dict[tuple[Path, ...], float] = {}

    def outcome(self, mutant: Mutant, changed: str) -> Outcome:
        """What the tests make of a change; the file is put back after."""
        path = RULES / f"{mutant.module}.py"
        source = path.read_text("utf-8")
        stages = [tests for tests in tests_of(mutant.module) if tests]
        limits = [self._limit(tests) for tests in stages]
        result: Outcome = "survived"
        try:
            _write(path, changed)
            for tests, limit in zip(stages, limits, strict=True):
                result, _ = run_tests(tests, limit)
                if result != "survived":
                    break
        finally:
            _write(path, source)
        return result

    def _limit(self, tests: Sequence[Path]) -> float:
        key = tuple(tests)
        if key not in self._limits:
            outcome, seconds = run_tests(tests, 600)
            if outcome != "survived":
                raise UserError(
                    f"未改动的规则也有测试不通过（{tests[0]} 等 {len(tests)} 个文件）：请先修好再测。"
                )
            self._limits[key] = max(_LEAST, _TIMES * seconds)
        return self._limits[key]


def _write(path: Path, text: str) -> None:
    # A compiled file is taken for the source's by second and size, which a change may leave alike.
    Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _compile() -> None:
    """Have the tests compiled once: pytest's rewriting of the large tables takes longer than running them."""
    subprocess.run(
        [sys.executable, "-m", "pytest", *_PYTEST, "--collect-only", str(TESTS)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )


def _preload() -> None:
    """Import, once for all forks, what tests need beside the rules, and read what does not change."""
    for name in _PRELOADED:
        importlib.import_module(name)
    from assistant.checker.form import STAGES
    from assistant.checker.form_loader import load_form
    from assistant.parameters import load_parameters
    from index.corpus import load_corpus

    for stage in STAGES:
        load_form(stage)
    load_parameters()
    load_corpus()
    here = Path.cwd().resolve()
    for name, module in sys.modules.items():
        if name.partition(".")[0] in ("assistant", "corpus", "eval", "index") and module.__file__:
            assert here in Path(module.__file__).resolve().parents, module.__file__
    _forget_rules()
    sys.dont_write_bytecode = True


def _forget_rules() -> None:
    """Forget the rules, and what holds on to them, so that each fork imports them as they are by then."""
    rules = ".".join(RULES.parts)
    forgotten = {name for name in sys.modules if name.startswith(rules)}
    known = {name: module for name, module in sys.modules.items() if name.startswith(("assistant.", "eval."))}
    grown = True
    while grown:
        holders = {
            name
            for name, module in known.items()
            if not rules.startswith(f"{name}.")  # a package holds on to its parts only
            and any(
                getattr(value, "__module__", getattr(value, "__name__", None)) in forgotten
                for value in list(vars(module).values())
            )
        }
        grown = not holders <= forgotten
        forgotten |= holders
    for name in forgotten - {__name__}:
        del sys.modules[name]


def measure(argv: Sequence[str]) -> int:
    """Measure in the working directory, which is a copy of the tree; what `main` runs there."""
    options = build_parser().parse_args(argv)
    modules = [options.module] if options.module else sorted(path.stem for path in RULES.glob("*.py"))
    try:
        sources = {name: (RULES / f"{name}.py").read_text("utf-8") for name in modules}
    except FileNotFoundError:
        print(f"没有规则模块 {options.module}：请写 {RULES} 里一个文件的名字，不带 .py。", file=sys.stderr)
        return _UNUSABLE
    mutants = {name: mutants_of(source, name) for name, source in sources.items()}
    total = sum(map(len, mutants.values()))
    sample = draw(mutants, total if options.all else options.sample, options.seed)
    results: list[Result] = []
    try:
        with suppress(KeyboardInterrupt):  # what was measured until then is told
            for result in _tried(sample, sources):
                results.append(result)
    except UserError as error:
        print(error, file=sys.stderr)
        return _UNUSABLE
    size = "all" if options.all else f"seed {options.seed}"
    print(f"{len(results)} of {total} changes ({size})\n\n{report(results)}")
    return 0


Result = tuple[Mutant, str, Outcome]


def _tried(sample: Sequence[Mutant], sources: Mapping[str, str]) -> Iterator[Result]:
    if hasattr(os, "fork"):
        _preload()
    _compile()
    trial = Trial()
    for position, mutant in enumerate(sample, start=1):
        source = sources[mutant.module]
        changed = mutated(source, mutant)
        if changed is None:
            continue
        outcome = trial.outcome(mutant, changed)
        what = difference(source, changed)
        print(f"{position}/{len(sample)} {outcome}  {mutant.module}:{mutant.line}  {what}", file=sys.stderr)
        yield mutant, what, outcome


def report(results: Sequence[Result]) -> str:
    """The tables by module and by kind of change, the score, and the changes that survived."""
    lines = []
    for heading, keys in (
        ("module", [mutant.module for mutant, _, _ in results]),
        ("change", [mutant.family for mutant, _, _ in results]),
    ):
        lines.append(f"{heading:32} {'killed':>8} {'survived':>9} {'timed out':>10} {'score':>7}")
        for key in [*sorted(set(keys)), "all"]:
            outcomes = [each[2] for each, own in zip(results, keys, strict=True) if key in (own, "all")]
            killed, survived, late = (outcomes.count(each) for each in ("killed", "survived", "timed out"))
            score = f"{100 * (killed + late) / len(outcomes):.1f}%" if outcomes else "—"
            lines.append(f"{key:32} {killed:8} {survived:9} {late:10} {score:>7}")
        lines.append("")
    survivors = [each for each in results if each[2] == "survived"]
    lines.append(f"{len(survivors)} survived; a change that timed out counts as noticed")
    lines += [f"{RULES.as_posix()}/{each.module}.py:{each.line}  {what}" for each, what, _ in survivors]
    return "\n".join(lines)


def build_parser() -> argparse.ArgumentParser:
    """The options of the measurement."""
    parser = argparse.ArgumentParser(prog="python -m eval.mutation", description=__doc__)
    parser.add_argument("--module", help="only this module of the rules (growth)")
    parser.add_argument("--sample", type=int, default=300, metavar="N", help="number of changes (300)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which sample (1)")
    parser.add_argument("--all", action="store_true", help="every change")
    return parser


def copy_tree(target: Path) -> None:
    """Copy what the rules and their tests need."""
    left_out = shutil.ignore_patterns("__pycache__", ".*")
    for name in _COPIED:
        path = _ROOT / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=left_out)
        else:
            shutil.copy2(path, target / name)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure in a copy; 0, or 2 where nothing could be measured."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    build_parser().parse_args(arguments)
    if importlib.util.find_spec("cosmic_ray") is None:
        print("没有安装 cosmic-ray：请先运行 pip install -e .[mutation]。", file=sys.stderr)
        return _UNUSABLE
    if hasattr(os, "nice"):
        os.nice(5)
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder))
        start = "import sys; from eval.mutation import measure; sys.exit(measure(sys.argv[1:]))"
        environment = {**os.environ, "PYTHONPATH": folder}
        process = subprocess.Popen([sys.executable, "-c", start, *arguments], cwd=folder, env=environment)
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # it was told too, and ends with its figures
                continue


if __name__ == "__main__":
    sys.exit(main())
