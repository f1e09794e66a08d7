"""All outputs are the same bytes whatever machine, day, time zone, locale and hash seed they are made on."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.package import normalised, replaced
from eval.drafts.mutations import MUTATIONS
from eval.drafts.sample import sample_content

ROOT = Path(__file__).resolve().parents[3]
OUTPUTS = ("--html", "--docx", "--sarif", "--write-exceptions")
EXCEPTION = (
    "例外:\n- 规则: growth-rate\n  章节: '2.1'\n  行: '*'\n  列: '*'\n  理由: a\n  批准人: b\n"
    "  有效期至: 2026-01-01\n"
)


def _outputs(folder: Path, draft: Path, arguments: list[str], environment: dict[str, str]) -> dict[str, str]:
    """Digests of standard output and of every file that `check` and `form` write in a process of its own."""
    folder.mkdir()
    files = [part for name in OUTPUTS for part in (name, str(folder / name))]
    base = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), **environment}
    for command in (["check", str(draft), *files, *arguments], ["form", str(folder / "form.docx")]):
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *command],
            cwd=folder,
            env=base,
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1)
        assert done.stderr == b""
        (folder / f"{command[0]}.out").write_bytes(done.stdout)
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


@pytest.mark.parametrize("arguments", [["--json"], ["--exceptions", "x.yaml", "--as-of", "2025-12-31"]])
def test_two_processes_under_different_conditions_agree(tmp_path: Path, arguments: list[str]) -> None:
    content = sample_content("初赛", "先进制造业集群")
    for mutation in MUTATIONS:
        if mutation.id in ("growth-2.1", "no-5.2", "pledge-altered"):
            content = mutation.change(content)
    exceptions = tmp_path / "x.yaml"
    exceptions.write_text(EXCEPTION, encoding="utf-8")
    arguments = [str(exceptions) if part == "x.yaml" else part for part in arguments]
    seen = []
    for number, environment in enumerate(
        (
            {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C", "ASSISTANT_AS_OF": "2020-01-01"},
            {
                "TZ": "Asia/Shanghai",
                "PYTHONHASHSEED": "4242",
                "LC_ALL": "C.UTF-8",
                "ASSISTANT_AS_OF": "2031-12-31",
            },
        )
    ):
        draft = tmp_path / str(number) / "draft.docx"
        draft.parent.mkdir()
        draft.write_bytes(fill_form(load_form("初赛"), content))
        os.utime(draft, (number * 10**9, number * 10**9))
        seen.append(_outputs(tmp_path / f"out{number}", draft, arguments, environment))
    assert len(seen[0]) == len(OUTPUTS) + 3
    assert seen[0] == seen[1]


def _zip(entries: list[tuple[str, bytes, int]], day: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content, method in entries:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, day, 1, 1, 1)), content, method)
    return out.getvalue()


ENTRIES = [
    ("word/图.xml", b"a" * 1000, zipfile.ZIP_DEFLATED),
    ("b.bin", b"\0\1", zipfile.ZIP_STORED),
    ("c.bz", b"c" * 100, zipfile.ZIP_BZIP2),
    ("folder/", b"", zipfile.ZIP_STORED),
    ("[Content_Types].xml", b"<x/>", zipfile.ZIP_DEFLATED),
]


def test_an_archive_is_written_anew_with_its_contents() -> None:
    data = replaced(_zip(ENTRIES), {"b.bin": b"new", "z": b"added"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["[Content_Types].xml", "b.bin", "c.bz", "word/图.xml", "z"]
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("word/图.xml") == b"a" * 1000
        assert archive.getinfo("word/图.xml").compress_type == zipfile.ZIP_DEFLATED
        assert archive.read("c.bz") == b"c" * 100
        assert (archive.read("b.bin"), archive.read("z")) == (b"new", b"added")


def test_neither_day_nor_order_of_the_entries_matters() -> None:
    assert replaced(_zip(ENTRIES), {}) == replaced(_zip(ENTRIES[::-1], day=9), {})
    assert normalised(_zip(ENTRIES)) == normalised(_zip(ENTRIES[::-1], day=9))


def test_what_is_new_is_not_compressed() -> None:
    """The bytes of a compressed entry depend on the version of the compressing library."""
    with zipfile.ZipFile(io.BytesIO(normalised(_zip(ENTRIES)))) as archive:
        assert {i.compress_type for i in archive.infolist()} == {zipfile.ZIP_STORED}
