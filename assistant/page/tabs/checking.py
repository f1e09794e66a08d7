"""What happens on the tab 自查: check, check again, compare, filter, clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from assistant.page.changed import changes_html
from assistant.page.changes import compare
from assistant.page.conditions import conditions_html
from assistant.page.desk import Desk
from assistant.page.drafts import Checked
from assistant.page.findings import ALL, Filter, facets, findings_html
from assistant.page.markup import notice
from assistant.page.reports import report_head
from index.errors import UserError

_PROGRESS: Final = (0.1, 0.3, 0.6, 0.9)
COMMENTED: Final = "下载 Word（带批注）"
_WORD_REPORT: Final = "下载 Word（检查结果）"
_CLEARED: Final = "已清除：报告和结果都已从本机删除。"
Outcome = tuple[Any, ...]


class Checking:
    """The functions behind the tab's events.

    Args:
        gr: the module gradio.
        desk: checks drafts.
        suffixes: of the downloads, in the order of their buttons.
    """

    def __init__(self, gr: Any, desk: Desk, suffixes: Sequence[str]) -> None:
        self._gr = gr
        self._desk = desk
        self._suffixes = tuple(suffixes)

    def start(self, path: str, stage: str, category: str, last: Checked | None) -> Outcome:
        """Check a draft that was handed in."""
        return self._attempt(lambda: self._desk.check(path, stage, category, self._stepping()), last)

    def revise(self, path: str, stage: str, category: str, last: Checked | None) -> Outcome:
        """Check an edited draft and keep the report before it for comparison; a failure leaves that as it is."""
        try:
            done = self._desk.check(path, stage, category, self._stepping())
        except UserError as error:
            self._gr.Warning(str(error))
            return last, None, None, *(self._gr.skip() for _ in range(3))
        self._desk.forget(last)
        return self._done(replace(done, before=last.report if last else None))

    def restart(self, stage: str, category: str, last: Checked | None) -> Outcome:
        """Check the same draft as another stage or category."""
        return self._attempt(lambda: self._desk.check_again(last, stage, category), last)

    def sample(self, key: str) -> Callable[[Checked | None], Outcome]:
        """A function that checks a sample."""

        def check(last: Checked | None) -> Outcome:
            return self._attempt(lambda: self._desk.check_sample(key, self._stepping()), last)

        return check

    def clear(self, last: Checked | None) -> Outcome:
        """Delete the draft and its results."""
        self._desk.forget(last)
        return self._nothing(notice(_CLEARED))

    def show(self, done: Checked | None) -> Outcome:
        """Everything that shows a check."""
        gr, desk = self._gr, self._desk
        if done is None:
            hidden = gr.update(visible=False)
            # Head, filters, findings, conditions, changes stay; the tab and the rest go.
            return *(gr.skip() for _ in range(7)), *(hidden for _ in range(6 + len(self._suffixes)))
        compared = (
            changes_html(compare(done.before, done.report), desk.corpus, desk.day()) if done.before else ""
        )
        paths = [done.download(suffix) for suffix in self._suffixes]
        return (
            report_head(done.report, done.instead),
            *self.filter(done, list(Filter().severities), ALL, ALL),
            conditions_html(done.report, desk.corpus, desk.day()),
            compared,
            gr.update(visible=bool(compared)),
            gr.update(visible=True),
            gr.update(visible=True, selected="changes" if compared else "findings"),
            *(gr.update(visible=True) for _ in range(3)),
            *(self._download(done, path) for path in paths),
        )

    def _download(self, done: Checked, path: Path | None) -> Any:
        if path is None:
            return self._gr.update(visible=False)
        word = path.suffix in (".docx", ".docm")
        label = {"label": _WORD_REPORT if done.instead else COMMENTED} if word else {}
        return self._gr.DownloadButton(value=str(path), visible=True, **label)

    def filter(self, done: Checked | None, levels: list[str], section: str, kind: str) -> Outcome:
        """The three filters with their counts, and the findings that they take."""
        gr = self._gr
        if done is None:
            return tuple(gr.skip() for _ in range(4))
        chosen = Filter(tuple(levels), section or ALL, kind or ALL)
        offered = facets(done.report, chosen)
        return (  # without values: the reader may have chosen on meanwhile
            gr.CheckboxGroup(choices=offered.severities),
            gr.Dropdown(choices=offered.sections),
            gr.Dropdown(choices=offered.kinds),
            findings_html(done.report, done.excerpts, chosen, self._desk.corpus, self._desk.day()),
        )

    def _attempt(self, work: Callable[[], Checked], last: Checked | None) -> Outcome:
        try:
            done = work()
        except UserError as error:
            self._desk.forget(last)  # an older report below the message would be taken for this file's
            return self._nothing(notice(str(error), "fail"))
        if last and last.draft != done.draft:
            self._desk.forget(last)
        return self._done(done)

    def _done(self, done: Checked) -> Outcome:
        return done, None, None, *(self._gr.skip() for _ in range(3))

    def _nothing(self, said: str) -> Outcome:
        hidden = self._gr.update(visible=False)
        return None, None, None, said, hidden, hidden

    def _stepping(self) -> Callable[[str], None]:
        progress = self._gr.Progress()
        shares = iter(_PROGRESS)
        return lambda line: progress(next(shares, _PROGRESS[-1]), desc=line)
