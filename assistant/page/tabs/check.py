"""自查: a draft in, score, findings and downloads out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from assistant.page import reports
from assistant.page.desk import AUTO, Desk
from assistant.page.drafts import STAGES, Checked
from assistant.page.markup import notice
from assistant.page.tabs.common import DRAFT_FILES, PRIVATE, QUIET
from assistant.registry import CATEGORIES
from index.errors import UserError

_DOWNLOADS: Final = (("下载带批注的 Word", ".docx"), ("下载网页报告", ".html"), ("下载 JSON", ".json"))
_PROGRESS: Final = (0.1, 0.4, 0.8)
_INVITATION: Final = "选好或拖入写好的初赛、决赛报告，几秒后就能看到得分、依据和要改的地方。"


@dataclass(frozen=True)
class _Left:
    upload: Any
    stage: Any
    category: Any
    again: Any


@dataclass(frozen=True)
class _Right:
    head: Any
    files: Any
    downloads: list[Any]
    result: Any
    levels: Any
    findings: Any
    conditions: Any


def check_tab(gr: Any, desk: Desk, checked: Any) -> dict[str, Any]:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: checks drafts.
        checked: the session's `gr.State` with the draft checked last.

    Returns:
        The arguments of an event that shows what is in `checked`.
    """
    with gr.Row(equal_height=False):
        with gr.Column(scale=2, min_width=260):
            left = _left(gr, desk)
        with gr.Column(scale=5, min_width=300):
            right = _right(gr)
    show = {
        "fn": _showing(gr),
        "inputs": [checked, right.levels],
        "outputs": [
            *(right.head, right.findings, right.conditions, right.files, right.result, left.again),
            *right.downloads,
        ],
        **QUIET,
    }
    outputs = [checked, left.upload, right.head, right.files, right.result]
    shown = {"show_progress_on": right.head, **PRIVATE}
    start, restart = _checking(gr, desk)
    choices = [left.stage, left.category, checked]
    left.upload.upload(start, [left.upload, *choices], outputs, **shown).success(**show)
    left.again.click(restart, choices, outputs, **shown).success(**show)
    right.levels.change(
        lambda done, chosen: reports.findings_html(done.report, chosen) if done else "",
        [checked, right.levels],
        right.findings,
        **QUIET,
    )
    return show


def _left(gr: Any, desk: Desk) -> _Left:
    upload = gr.File(label="参赛报告（Word）", file_types=DRAFT_FILES, height=150)
    stage = gr.Radio([AUTO, *STAGES], value=AUTO, label="赛段")
    category = gr.Radio([AUTO, *CATEGORIES], value=AUTO, label="申报类别")
    again = gr.Button("按所选重新核对", size="sm", visible=False)
    gr.HTML(notice("文件只在运行本程序的电脑上核对，页面关闭后删除。"))
    with gr.Accordion("空白表", open=False):
        for path in desk.forms():
            gr.DownloadButton(path.stem, str(path), size="sm")
    return _Left(upload, stage, category, again)


def _right(gr: Any) -> _Right:
    head = gr.HTML(notice(_INVITATION))
    with gr.Row(visible=False) as files:
        downloads = [gr.DownloadButton(label, size="sm", min_width=140) for label, _ in _DOWNLOADS]
    with gr.Tabs(visible=False) as result:
        with gr.Tab("问题"):
            levels = gr.CheckboxGroup(
                [(label, name) for name, label in reports.SEVERITIES.items()],
                value=list(reports.SEVERITIES),
                show_label=False,
                label="级别",
                container=False,
            )
            findings = gr.HTML()
        with gr.Tab("六项条件"):
            conditions = gr.HTML()
    return _Right(head, files, downloads, result, levels, findings, conditions)


def _showing(gr: Any) -> Callable[..., tuple[Any, ...]]:
    def show(done: Checked | None, chosen: list[str]) -> tuple[Any, ...]:
        if done is None:
            return (gr.skip(),) * (6 + len(_DOWNLOADS))
        paths = [done.download(suffix) for _, suffix in _DOWNLOADS]
        return (
            reports.report_head(done.report),
            reports.findings_html(done.report, chosen),
            reports.conditions_html(done.report),
            *(gr.update(visible=True) for _ in range(3)),
            *(gr.DownloadButton(value=str(path) if path else None, visible=bool(path)) for path in paths),
        )

    return show


def _checking(gr: Any, desk: Desk) -> tuple[Callable[..., tuple[Any, ...]], Callable[..., tuple[Any, ...]]]:
    def attempt(work: Callable[[], Checked], last: Checked | None) -> tuple[Any, ...]:
        try:
            done = work()
        except UserError as error:
            desk.forget(last)  # an older report below the message would be taken for this file's
            hidden = gr.update(visible=False)
            return None, None, notice(str(error), "fail"), hidden, hidden
        if last and last.draft != done.draft:
            desk.forget(last)
        return done, None, gr.skip(), gr.skip(), gr.skip()

    def start(
        path: str,
        stage: str,
        category: str,
        last: Checked | None,
        progress: Any = gr.Progress(),  # noqa: B008
    ) -> tuple[Any, ...]:
        shares = iter(_PROGRESS)

        def step(line: str) -> None:
            progress(next(shares, _PROGRESS[-1]), desc=line)

        return attempt(lambda: desk.check(path, stage, category, step), last)

    def restart(stage: str, category: str, last: Checked | None) -> tuple[Any, ...]:
        return attempt(lambda: desk.check_again(last, stage, category), last)

    return start, restart
