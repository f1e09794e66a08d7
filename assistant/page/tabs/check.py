"""自查: a draft in, score, findings and downloads out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from assistant.checker.reports.names import SEVERITY_NAMES
from assistant.page.desk import AUTO, Desk
from assistant.page.drafts import STAGES
from assistant.page.findings import ALL
from assistant.page.markup import element, notice
from assistant.page.samples import samples
from assistant.page.tabs.checking import COMMENTED, Checking
from assistant.page.tabs.common import DRAFT_FILES, PRIVATE, QUIET
from assistant.registry import CATEGORIES

DOWNLOADS: Final = ((COMMENTED, ".docx"), ("下载网页报告", ".html"), ("下载 JSON", ".json"))
# On a narrow page the result stands below the choices.
_TO_RESULT: Final = """() => {
  const head = document.querySelector('.ca-result-head');
  if (head && matchMedia('(max-width: 640px)').matches) head.scrollIntoView({ block: 'start' });
}"""
_INVITATION: Final = (
    "把写好的初赛或决赛报告拖进或选进“参赛报告”一栏（Word、WPS、PDF、扫描件、图片、文本都行），几秒后看到得分、依据和要改的地方；"
    "也可以先用一份示例看看。"
)
_KEPT: Final = "文件只在运行本程序的电脑上核对，别人看不到；一小时后自动删除，也可随时点“清除”。"


@dataclass(frozen=True)
class _Left:
    upload: Any
    samples: list[tuple[str, Any]]
    stage: Any
    category: Any
    again: Any
    revised: Any
    clear: Any


@dataclass(frozen=True)
class _Right:
    head: Any
    files: Any
    downloads: list[Any]
    result: Any
    levels: Any
    section: Any
    kind: Any
    findings: Any
    conditions: Any
    changed: Any
    changes: Any


def check_tab(gr: Any, desk: Desk, checked: Any) -> dict[str, Any]:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: checks drafts.
        checked: the session's `gr.State` with the draft checked last.

    Returns:
        The arguments of an event that shows what is in `checked`.
    """
    with gr.Row(equal_height=False, elem_classes="ca-check"):
        with gr.Column(scale=2, min_width=260):
            left = _left(gr, desk)
        with gr.Column(scale=5, min_width=300):
            right = _right(gr)
    work = Checking(gr, desk, [suffix for _, suffix in DOWNLOADS])
    filters = [right.levels, right.section, right.kind]
    page = [right.head, *filters, right.findings, right.conditions, right.changes, right.changed]
    page += [right.files, right.result, left.again, left.revised, left.clear, *right.downloads]
    show = {"fn": work.show, "inputs": [checked], "outputs": page, **QUIET}
    outputs = [checked, left.upload, left.revised, right.head, right.files, right.result]
    shown = {"show_progress_on": right.head, **PRIVATE}
    choices = [left.stage, left.category, checked]
    starts = [
        left.upload.upload(work.start, [left.upload, *choices], outputs, **shown),
        left.revised.upload(work.revise, [left.revised, *choices], outputs, **shown),
        left.again.click(work.restart, choices, outputs, **shown),
        *(button.click(work.sample(key), [checked], outputs, **shown) for key, button in left.samples),
    ]
    for event in starts:
        event.success(**show).then(fn=None, js=_TO_RESULT, **PRIVATE)
    left.clear.click(work.clear, [checked], outputs, **QUIET).success(**show)
    for part in filters:
        part.input(
            work.filter,
            [checked, *filters],
            [*filters, right.findings],
            trigger_mode="always_last",
            **QUIET,
        )
    return show


def _left(gr: Any, desk: Desk) -> _Left:
    upload = gr.File(label="参赛报告", file_types=DRAFT_FILES, height=150, elem_classes="ca-drop")
    with gr.Row(elem_classes="ca-pair"):
        tries = [(sample.key, gr.Button(sample.title, size="sm", min_width=110)) for sample in samples()]
    revised = gr.UploadButton(
        "检查修改稿，与这一稿比较", file_types=DRAFT_FILES, size="sm", variant="primary", visible=False
    )
    stage = gr.Radio([AUTO, *STAGES], value=AUTO, label="赛段")
    category = gr.Radio([AUTO, *CATEGORIES], value=AUTO, label="申报类别")
    again = gr.Button("按所选赛段、类别重新核对", size="sm", visible=False)
    clear = gr.Button("清除这份报告", size="sm", visible=False)
    gr.HTML(notice(_KEPT))
    gr.HTML(element("h3", "空白报告格式"), elem_classes="ca-small-head")
    with gr.Row(elem_classes="ca-pair"):
        for name, path in zip(STAGES, desk.forms(), strict=True):
            gr.DownloadButton(f"{name}空白表", str(path), size="sm", min_width=110)
    return _Left(upload, tries, stage, category, again, revised, clear)


def _right(gr: Any) -> _Right:
    head = gr.HTML(notice(_INVITATION), elem_classes="ca-result-head")
    with gr.Row(visible=False, elem_classes="ca-downloads") as files:
        downloads = [gr.DownloadButton(label, size="sm", min_width=120) for label, _ in DOWNLOADS]
    with gr.Tabs(visible=False) as result:
        with gr.Tab("问题", id="findings"):
            levels = gr.CheckboxGroup(
                [(name, value) for value, name in SEVERITY_NAMES.items()],
                value=list(SEVERITY_NAMES),
                label="级别",
                show_label=False,
                container=False,
            )
            with gr.Row():
                section = gr.Dropdown([ALL], value=ALL, label="部分", filterable=False, min_width=160)
                kind = gr.Dropdown([ALL], value=ALL, label="类型", filterable=False, min_width=160)
            findings = gr.HTML()
        with gr.Tab("六项条件", id="conditions"):
            conditions = gr.HTML()
        with gr.Tab("与上一稿比较", id="changes", visible=False) as changed:
            changes = gr.HTML()
    return _Right(
        head, files, downloads, result, levels, section, kind, findings, conditions, changed, changes
    )
