"""A user's own documents: added and removed one job at a time, in the background, for all sessions."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents import Document
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.answering.service import Assistant
    from assistant.settings import Settings


@dataclass(frozen=True)
class Shelved:
    """A document that a user added.

    Attributes:
        id: its id.
        title: its title.
        clauses: number of its clauses.
        added: the day on which it was added last.
    """

    id: str
    title: str
    clauses: int
    added: date


class Shelf:
    """Adds and removes documents in a thread of its own, so that the page stays free.

    Args:
        settings: where they are kept and how they are indexed.
        assistant: reads them anew after a change.
    """

    def __init__(self, settings: Settings, assistant: Assistant) -> None:
        from assistant.library import Library

        self._library = Library(settings, note=self._note)
        self._assistant = assistant
        self._lock = threading.Lock()
        self._changed = threading.Condition()
        self._waiting = 0
        self.line = ""
        self.results: tuple[str, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether something is being added or removed."""
        return self._waiting > 0

    def documents(self) -> list[Shelved]:
        """What was added, by title."""
        found = [document for document in self._assistant.context.corpus.documents.values() if document.added]
        return sorted((self._shelved(document) for document in found), key=lambda each: each.title)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, in the background; they are deleted afterwards.

        Args:
            paths: the files, each in a folder of its own.
        """
        self._begin(f"正在加入 {len(paths)} 个文件……", lambda: self._add(paths))

    def remove(self, identifier: str) -> None:
        """Remove a document, in the background."""
        self._begin("正在移除……", lambda: self._remove(identifier))

    def wait(self, seconds: float = 60.0) -> bool:
        """Wait until nothing is being done; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self.busy, seconds)

    def _note(self, line: str) -> None:
        self.line = line

    def _begin(self, line: str, work: Callable[[], tuple[str, ...]]) -> None:
        with self._changed:
            self._waiting += 1
        self.line, self.results = line, ()
        threading.Thread(target=self._run, args=(work,), name="shelf", daemon=True).start()

    def _run(self, work: Callable[[], tuple[str, ...]]) -> None:
        try:
            with (
                self._lock
            ):  # one change after another; other processes are kept out by the library's own lock
                self.results = work()
        except UserError as error:
            self.results = (str(error),)
        except Exception:
            # Nobody is above this thread: what leaves it would be lost, and the page would wait on in silence.
            logging.getLogger(__name__).exception("a change of the documents failed")
            self.results = ("没有成功，详情见日志；文件没有变动。",)
        finally:
            with self._changed:
                self._waiting -= 1
                self.line = self.line if self.busy else ""
                self._changed.notify_all()

    def _add(self, paths: Sequence[Path]) -> tuple[str, ...]:
        from index.parsing.readers import read_file

        lines: list[str] = []
        good: list[Path] = []
        for number, path in enumerate(paths, 1):
            self.line = f"正在读取第 {number} 个（共 {len(paths)} 个）：{path.name}"
            try:
                read_file(path, set())
                good.append(path)
            except UserError as error:
                lines.append(f"未加入：{error}")
        if good:
            self.line = f"正在为 {len(good)} 个文件建立索引……"
            lines = [*self._index(good), *lines]
        for path in paths:
            shutil.rmtree(path.parent, ignore_errors=True)
        return tuple(lines)

    def _index(self, paths: Sequence[Path]) -> list[str]:
        try:
            documents = self._library.add(paths)
        except UserError as error:
            return [f"未加入：{error}"]
        self._refresh()
        return [f"已加入：《{document.title}》，{len(document.clauses)} 条" for document in documents]

    def _remove(self, identifier: str) -> tuple[str, ...]:
        title = next((each.title for each in self.documents() if each.id == identifier), identifier)
        self._library.remove(identifier)
        self._refresh()
        return (f"已移除：《{title}》",)

    def _refresh(self) -> None:
        """Let answers use what is there now; the next question does not wait for index and model."""
        self._assistant.reload()
        self.line = "正在更新检索……"
        with suppress(UserError):  # told by the question that needs it
            self._assistant.warm_up()

    def _shelved(self, document: Document) -> Shelved:
        path = self._library.folder / f"{document.id}.md"
        try:
            added = datetime.fromtimestamp(path.stat().st_mtime).date()
        except OSError:
            added = date.today()
        return Shelved(document.id, document.title, len(document.clauses), added)
