"""Drafts that users hand in: each in a folder of its own, gone when its session ends."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.checker.readers.load import shown_name
from assistant.page.owners import Owners, current_visitor
from index.errors import UserError
from index.oserrors import reason

if TYPE_CHECKING:
    from assistant.page.cells import Excerpt

STAGES = ("初赛", "决赛")
FORMS = "forms"  # the folder of the blank forms, which are everybody's


@dataclass(frozen=True)
class Checked:
    """A draft that was checked.

    Attributes:
        draft: the private copy of the draft.
        report: the JSON of the contract.
        downloads: Word with comments, or a Word report where the draft can carry none; HTML; JSON.
        excerpts: what stands in the draft at each finding of the report, in the same order.
        instead: why the Word file is a report of its own; "" where it is the draft with comments.
        before: the report on the draft before its last edit, None where there was none.
    """

    draft: Path
    report: dict[str, Any]
    downloads: tuple[Path, ...]
    excerpts: tuple[Excerpt | None, ...] = ()
    instead: str = ""
    before: Mapping[str, Any] | None = None

    def download(self, suffix: str) -> Path | None:
        """The download with this suffix; `.docx` also gives a Word file with macros (`.docm`)."""
        wanted = (suffix, ".docm") if suffix == ".docx" else (suffix,)
        return next((path for path in self.downloads if path.suffix in wanted), None)


class Drafts:
    """Keeps drafts and what is made of them below one folder.

    Folder names are random, so that nobody can guess the address of another user's download.

    Args:
        root: a folder that is this program's alone.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.owners = Owners(root)
        self._kept: set[str] = set()

    def receive(
        self, upload: str | Path | None, *, keep_upload: bool = False, visitor: str | None = None
    ) -> Path:
        """Copy an uploaded file into a new folder of its own and delete the upload.

        Args:
            upload: the file.
            keep_upload: leave it where it is.
            visitor: who hands it in, where that is known.

        Raises:
            UserError: there is no such file, it is another visitor's, or it cannot be kept.
        """
        if not upload:
            raise UserError("没有收到文件，请重新选择。")
        source = Path(upload)
        # A path that is sent in place of an upload must not open what others handed in.
        foreign = self._is_kept(source) or not self.owners.may_read(source, visitor)
        if foreign or source.is_symlink():
            raise UserError("上传的文件已失效，请重新选择文件。")
        copy = self._new_folder(visitor) / source.name
        try:
            copy.parent.mkdir(mode=0o700, parents=True)
            shutil.copyfile(source, copy)
        except FileNotFoundError:
            self.discard(copy)
            raise UserError("上传的文件已失效，请重新选择文件。") from None
        except OSError as error:
            self.discard(copy)
            raise UserError(f"无法保存上传的文件（{reason(error)}）：请检查磁盘空间。") from None
        # Gradio keeps the same file of two visitors once: it stays for the other one.
        if not keep_upload and self.owners.give_up(source, visitor):
            source.unlink(missing_ok=True)
            with suppress(OSError):  # not empty, or not ours
                source.parent.rmdir()
        return copy

    def _new_folder(self, visitor: str | None) -> Path:
        folder = self.root / secrets.token_urlsafe(24)
        self._kept.add(folder.name)
        self.owners.add(folder, visitor)
        return folder

    def _is_kept(self, path: Path) -> bool:
        try:
            return (
                Path(os.path.realpath(path)).relative_to(os.path.realpath(self.root)).parts[0] in self._kept
            )
        except (ValueError, IndexError):
            return False

    def expire(self, seconds: float, now: float | None = None) -> int:
        """Delete what nobody has used for a while, uploads too.

        Args:
            seconds: age at which a folder goes.
            now: seconds since the epoch; the time of the clock when None.

        Returns:
            How many folders went.
        """
        limit = (time.time() if now is None else now) - seconds
        old = [folder for folder in self._folders() if _used(folder) <= limit]
        for folder in old:
            self._forget(folder)
        return len(old)

    def expire_regularly(self, seconds: float) -> threading.Event:
        """Run `expire` in the background as long as the program runs.

        Args:
            seconds: age at which a folder goes.

        Returns:
            Set it to stop.
        """
        stop = threading.Event()

        def run() -> None:
            while not stop.wait(seconds / 12):
                self.expire(seconds)

        threading.Thread(target=run, name="expire", daemon=True).start()
        return stop

    def _folders(self) -> list[Path]:
        try:
            return [path for path in self.root.iterdir() if path.is_dir() and path.name != FORMS]
        except OSError:
            return []

    def _forget(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self.owners.give_up(folder)
        self._kept.discard(folder.name)

    def keep(self, name: str, content: bytes, visitor: str | None = None) -> Path:
        """Write a file into a new folder of its own; `discard` deletes it.

        Args:
            name: its name.
            content: its bytes.
            visitor: whose it is, where that is known.

        Raises:
            UserError: it cannot be written.
        """
        path = self._new_folder(visitor) / name
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
        from assistant.checker.check import check_draft, open_draft
        from assistant.checker.reports.docx import word_result
        from assistant.checker.reports.html import render_html
        from assistant.page.cells import Excerpts

        step("正在读取报告……")
        opened = open_draft(draft, stage=stage, category=category)
        step("正在逐项核对、评分……")
        report = check_draft(opened, shown_name(draft.name))
        step("正在写批注和结果……")
        excerpts, text = Excerpts(opened), report.to_json()
        word = word_result(draft.read_bytes(), report)
        about = "自查结果" if word.instead else "批注"
        contents = {
            f"{draft.stem}（{about}）{word.suffix}": word.content,
            f"{draft.stem}（自查结果）.html": render_html(report).encode(),
            f"{draft.stem}（自查结果）.json": text.encode(),
        }
        return Checked(
            draft=draft,
            report=json.loads(text),
            downloads=self._write(draft.parent / secrets.token_urlsafe(8), contents),
            excerpts=tuple(excerpts.of(finding) for finding in report.findings),
            instead=word.instead,
        )

    def _write(self, folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
        try:
            folder.mkdir(mode=0o700)
            for name, content in contents.items():
                (folder / name).write_bytes(content)
        except OSError as error:
            raise UserError(f"无法写出结果（{reason(error)}）：请检查磁盘空间。") from None
        return tuple(folder / name for name in contents)

    def discard(self, path: Path | None) -> None:
        """Delete the folder of a draft with all that is in it; None and what is gone already are fine."""
        if path is None:
            return
        folder = path if path.parent == self.root else path.parent
        if folder.parent == self.root:
            self._forget(folder)

    @contextmanager
    def visiting(self, upload: str | Path | None) -> Iterator[Path]:
        """A draft for the length of one request: nothing of it stays."""
        draft = self.receive(upload, visitor=current_visitor())
        try:
            yield draft
        finally:
            self.discard(draft)


def _used(folder: Path) -> float:
    """When a folder or something in it was last changed; now where it is gone already."""
    try:
        times = [folder.stat().st_mtime, *(path.stat().st_mtime for path in folder.rglob("*"))]
    except OSError:
        return time.time()
    return max(times)
