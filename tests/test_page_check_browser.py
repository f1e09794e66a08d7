"""自查 in headless Chromium, as a reader uses it; skipped where playwright or Chromium is missing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.parse import urljoin

import docx
import pytest
from browsing import CHROMIUM, browsing, opened, serving

from assistant.page.samples import sample_docx

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser-check"),
]
expect = sync_api.expect
expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong


@pytest.fixture(scope="module")
def served(lexical_settings, tmp_path_factory):
    with serving(lexical_settings, tmp_path_factory.mktemp("uploads").resolve()) as page:
        yield page


@pytest.fixture(scope="module")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser, served):
    page = opened(browser, served[0], "自查")
    yield page
    page.context.close()


def edited(change) -> bytes:
    """The first sample, changed as in Word."""
    document = docx.Document(io.BytesIO(sample_docx("preliminary")))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def replaced(document, old: str, new: str) -> None:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.text == old:
                    cell.text = new


def drop(page, path: Path) -> None:
    page.locator(".ca-drop input[type=file]").set_input_files(path)


def try_sample(page) -> None:
    page.get_by_role("button", name="示例报告（初赛）").click()
    expect(page.locator(".ca-finding").first).to_be_visible()


def count(page, label: str) -> int:
    return int(page.get_by_text(f"{label}（").first.inner_text().rstrip("）").split("（")[1])


def test_a_sample_shows_score_conditions_and_findings_with_the_drafts_own_cells(page):
    try_sample(page)
    assert page.locator(".ca-bar").count() == 6
    assert "依据" in page.locator(".ca-report").inner_text()
    growth = page.locator(".ca-finding", has_text="增幅（%）填 15.7")
    assert growth.locator("td").all_inner_texts() == ["集群企业营业收入（亿元）", "371.26", "436.90", "15.7"]
    assert growth.locator("td.ca-meant").inner_text() == "15.7"
    assert "17.7" in growth.locator(".ca-figures").inner_text()
    growth.get_by_role("button", name="初赛 2.1").click()
    dialog = page.locator("dialog[open]")
    assert "集群总产值" in dialog.inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.get_by_role("tab", name="六项条件").click()
    weak = page.locator("details.ca-condition[open]")
    assert "要补充：" in weak.inner_text()
    assert weak.locator(".ca-evidence q").count() > 3


def test_filters_show_their_counts_and_narrow(page):
    try_sample(page)
    total, errors = page.locator(".ca-finding").count(), count(page, "错误")
    assert 0 < errors < total
    page.get_by_label("提醒").uncheck()
    page.get_by_label("提示").uncheck()
    expect(page.locator(".ca-finding")).to_have_count(errors)
    page.get_by_label("部分", exact=True).click()
    page.get_by_role("option", name="2.1 集群主要经济指标（1）").click()
    expect(page.locator(".ca-finding")).to_have_count(1)
    assert count(page, "错误") == 1


def test_downloads_are_for_their_visitor_alone_and_go_when_cleared(page, browser, served):
    try_sample(page)
    contents, addresses = {}, []
    for label in ("下载 Word（带批注）", "下载网页报告", "下载 JSON"):
        with page.expect_download() as download:
            page.get_by_text(label, exact=True).click()
        path = Path(download.value.suggested_filename)
        contents[path.suffix] = Path(download.value.path()).read_bytes()
        addresses.append(urljoin(served[0], download.value.url))
    assert b"comments.xml" in contents[".docx"]
    assert "示例县新材料产业集群" in contents[".html"].decode()
    assert json.loads(contents[".json"])["stage"] == "初赛"
    other = opened(browser, served[0], "自查")
    for address in addresses:
        assert page.context.request.get(address).status == 200
        assert other.context.request.get(address).status == 404
    other.context.close()
    page.get_by_role("button", name="清除这份报告").click()
    expect(page.get_by_text("已清除")).to_be_visible()
    for address in addresses:
        assert page.context.request.get(address).status in (403, 404)
    expect(page.get_by_text("下载 JSON", exact=True)).not_to_be_visible()


def test_blank_forms_are_there_for_everybody(page):
    for stage in ("初赛", "决赛"):
        with page.expect_download() as download:
            page.get_by_text(f"{stage}空白表", exact=True).click()
        text = docx.Document(download.value.path()).paragraphs[0].text
        assert stage in text


def test_an_edit_is_compared_and_the_draft_checked_as_another_stage(page, tmp_path):
    def change(document):
        replaced(document, "15.7", "17.7")  # mended
        replaced(document, "425.18", "452.81")  # still wrong, another figure
        replaced(document, "23.8", "32.8")  # broken

    try_sample(page)
    before = page.locator(".ca-finding").count()
    path = tmp_path / "修改稿.docx"
    path.write_bytes(edited(change))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="检查修改稿").click()
    chooser.value.set_files(path)
    expect(page.locator(".ca-moved")).to_contain_text(f"改好 1 处，新出现 1 处，还在 {before - 1} 处")
    group = page.locator("details", has_text="新出现的问题")
    assert "32.8" in group.last.inner_text()
    group.last.get_by_role("button", name="初赛 2.4").click()  # the same clause is there on a hidden tab too
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_label("决赛", exact=True).check()
    page.get_by_role("button", name="重新核对").click()
    expect(page.locator(".ca-report .ca-path")).to_contain_text("决赛")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.docx", b"", "空文件"),
        ("改名.docx", b"hello", "不是有效的 Word 文件"),
        ("表格.xlsx", b"PK\x03\x04", "请换成这些格式之一"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_chinese_line(page, tmp_path, name, content, said):
    try_sample(page)
    path = tmp_path / name
    path.write_bytes(content)
    drop(page, path)
    expect(page.get_by_text(said).first).to_be_visible()
    assert not page.get_by_text("Invalid file").count()
    if not name.endswith(".xlsx"):  # an earlier report is not taken for this file's
        expect(page.locator(".ca-report")).to_have_count(0)


def test_a_draft_full_of_faults_and_markup_is_shown_whole_and_as_text(page, tmp_path):
    def spoil(document):
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.text.replace(".", "").isdigit():
                        cell.text = "<b>x</b>"
        replaced(document, "示例县新材料产业集群", "<img src=x onerror=alert(1)>" + "长" * 5000)

    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    path = tmp_path / "很多<img src=x>问题.docx"
    path.write_bytes(edited(spoil))
    drop(page, path)
    expect(page.locator(".ca-finding").nth(150)).to_be_attached()
    assert page.locator(".ca-finding b, .ca-report img, .ca-finding img").count() == 0
    assert dialogs == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_two_visitors_with_the_same_file_at_once_each_get_a_report(browser, served, tmp_path):
    path = tmp_path / "同名.docx"
    path.write_bytes(sample_docx("preliminary"))  # Gradio keeps the two uploads under one address
    pages = [opened(browser, served[0], "自查") for _ in range(2)]
    for page in pages:
        drop(page, path)
    for page in pages:
        expect(page.locator(".ca-report h2")).to_have_text("同名.docx")
        page.context.close()


def test_a_question_about_a_finding_waits_in_the_chat(page):
    try_sample(page)
    page.locator(".ca-finding", has_text="增幅（%）填 15.7").get_by_text("在问答里追问").click()
    expect(page.locator(".ca-box textarea")).to_have_value(
        "为什么说2.1“集群企业营业收入（亿元）”的“增幅（%）”不对，应该怎么改？"
    )
