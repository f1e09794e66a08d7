"""What happens once the page is up: bring the index up to date, then load the model."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from index.errors import UserError

if TYPE_CHECKING:
    from assistant.answering.service import Assistant
    from assistant.library import Library


class Startup:
    """Prepares the assistant in the background; questions are answered meanwhile, from what is there.

    Args:
        assistant: to be warmed up.
        library: builds the index; it must report its progress to `note` of this object.
        log: receives each progress line too.
    """

    def __init__(self, log: Callable[[str], None] = lambda line: None) -> None:
        self._log = log
        self.line = "正在准备检索……现在就可以提问。"
        self.done = False
        self.failed = False

    def note(self, line: str) -> None:
        """Take a progress line."""
        self.line = line
        self._log(line)

    def start(self, assistant: Assistant, library: Library) -> Thread:
        """Begin; the thread ends by itself and does not keep the program alive."""
        thread = Thread(target=self.run, args=(assistant, library), name="startup", daemon=True)
        thread.start()
        return thread

    def run(self, assistant: Assistant, library: Library) -> None:
        """Build, reload, warm up; a failure is told in one line and leaves lexical search."""
        try:
            summary = library.build()
            assistant.reload()
            self.note(summary)
            assistant.warm_up()
            notes = assistant.context.retriever.notes()
            self.line = "；".join(notes)
        except UserError as error:
            self.failed = True
            self.note(f"{error} 暂按字面检索作答。")
        except Exception:
            # Nobody is above this thread: what leaves it would be lost, and the page would wait on in silence.
            logging.getLogger(__name__).exception("startup failed")
            self.failed = True
            self.note("准备检索时出错，详情见日志；暂按字面检索作答。")
        finally:
            self.done = True
