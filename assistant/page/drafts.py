"""Drafts that users hand in: each in a folder of its own, gone when its session ends."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UserError
from index.oserrors import reason

STAGES = ("初赛", "决赛")


@dataclass(frozen=True)
class Checked:
    """A draft that was checked.

    Attributes:
        draft: the private copy of the draft.
        report: the JSON of the contract.
        downloads: Word with comments (absent for a draft that is not Word), HTML, JSON.
    """

    draft: Path
    report: dict[str, Any]
    downloads: tuple[Path, ...]

    def download(self, suffix: str) -> Path | None:
        """The download with this suffix."""
        return next((path for path in self.downloads if path.suffix == suffix), None)


class Drafts:
    """Keeps drafts and what is made of them below one folder.

    Folder names are random, so that nobody can guess the address of another user's download.

    Args:
        root: a folder that is this program's alone.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def receive(self, upload: str | Path | None, *, keep_upload: bool = False) -> Path:
        """Copy an uploaded file into a new folder of its own and delete the upload.

        Raises:
            UserError: there is no such file, or it cannot be kept.
        """
        if not upload:
            raise UserError("没有收到文件，请重新选择。")
        source = Path(upload)
        folder = self.root / secrets.token_urlsafe(24)
        try:
            folder.mkdir(mode=0o700, parents=True)
            copy = folder / source.name
            shutil.copyfile(source, copy)
        except FileNotFoundError:
            self.discard(folder)
            raise UserError("上传的文件已失效，请重新选择文件。") from None
        except OSError as error:
            self.discard(folder)
            raise UserError(f"无法保存上传的文件（{reason(error)}）：请检查磁盘空间。") from None
        if not keep_upload:
            source.unlink(missing_ok=True)
            with suppress(OSError):  # not empty, or not ours
                source.parent.rmdir()
        return copy

    def keep(self, name: str, content: bytes) -> Path:
        """Write a file into a new folder of its own; `discard` deletes it.

        Raises:
            UserError: it cannot be written.
        """
        path = self.root / secrets.token_urlsafe(24) / name
        try:
            path.parent.mkdir(mode=0o700, parents=True)
            path.write_bytes(content)
        except OSError as error:
            raise UserError(f"无法写出文件（{reason(error)}）：请检查磁盘空间。") from None
        return path

    def check(
        self,
        draft: Path,
        stage: str | None = None,
        category: str | None = None,
        step: Callable[[str], None] = lambda line: None,
    ) -> Checked:
        """Check a draft that `receive` took, and write its downloads beside it.

        Args:
            draft: the private copy.
            stage: 初赛 or 决赛; read from the draft when None.
            category: one of the two; read from the draft when None.
            step: told each stage of the work.

        Raises:
            UserError: the draft cannot be read.
        """
        from assistant.checker import check_file
        from assistant.checker.reports.html import render_html

        step("正在读取报告、逐项核对……")
        report = check_file(draft, stage=stage, category=category)
        step("正在写批注和结果……")
        text = report.to_json()
        folder = draft.parent / secrets.token_urlsafe(8)
        folder.mkdir(mode=0o700)
        downloads = []
        if draft.suffix.lower() == ".docx":
            from assistant.checker.reports.docx import write_commented_docx

            downloads.append(folder / f"{draft.stem}（批注）.docx")
            write_commented_docx(draft, report, downloads[0])
        for suffix, content in ((".html", render_html(report)), (".json", text)):
            downloads.append(folder / f"{draft.stem}（自查结果）{suffix}")
            downloads[-1].write_text(content, encoding="utf-8", newline="\n")
        return Checked(draft, json.loads(text), tuple(downloads))

    def discard(self, path: Path | None) -> None:
        """Delete the folder of a draft with all that is in it; None and what is gone already are fine."""
        if path is None:
            return
        folder = path if path.parent == self.root else path.parent
        if folder.parent == self.root:
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def visiting(self, upload: str | Path | None) -> Iterator[Path]:
        """A draft for the length of one request: nothing of it stays."""
        draft = self.receive(upload)
        try:
            yield draft
        finally:
            self.discard(draft)
