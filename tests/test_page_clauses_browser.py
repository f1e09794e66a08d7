"""条款与名单 in headless Chromium, as a reader uses it; skipped where playwright or Chromium is missing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from browsing import CHROMIUM, browsing, opened, serving

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser-check"),
]
expect = sync_api.expect
expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
TEXT = "衡阳市产业集群试行办法\n\n第一条 为培育产业集群，制定本办法。\n第二条 市级集群奖励50万元。\n"


@pytest.fixture(scope="module")
def served(lexical_settings, tmp_path_factory):
    settings = lexical_settings.model_copy(update={"data_dir": tmp_path_factory.mktemp("own")})
    with serving(settings, tmp_path_factory.mktemp("uploads").resolve()) as page:
        yield page


@pytest.fixture(scope="module")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser, served):
    page = opened(browser, served[0], "条款与名单", permissions=["clipboard-read", "clipboard-write"])
    yield page
    page.context.close()


def look_for(page, words: str) -> None:
    box = page.get_by_placeholder("如：复核")
    box.fill(words)
    box.press("Enter")
    expect(page.locator(".ca-results mark").first).to_be_visible()


def choose(page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).locator("visible=true").click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_hit_opens_its_document_at_the_clause(page):
    look_for(page, "复核")
    hit = page.locator("a.ca-hit", has_text="第十四条").first
    hit.click()
    here = page.locator(".ca-here")
    expect(here).to_have_attribute("id", "measures-2021-第十四条")
    expect(here).to_be_in_viewport()
    assert "现行" in page.locator(".ca-reading h2").inner_text()
    page.get_by_role("tab", name="查条款").click()
    choose(page, "文件", "关于公布湖南省产业集群及培育对象（第一批）名单的通知")
    expect(page.locator("a.ca-hit", has_text="培育管理办法")).to_have_count(0)
    page.locator("a.ca-hit", has_text="第六项").first.click()
    expect(page.locator(".ca-here")).to_have_attribute("id", "list-2022-第六项")


def test_outline_and_references_lead_to_their_clauses_also_in_other_documents(page):
    page.get_by_role("tab", name="看文件").click()
    outline = page.locator(".ca-reading .ca-outline")
    outline.get_by_text("第十六条").click()
    expect(page.locator("#measures-2021-第十六条")).to_be_in_viewport()
    expect(outline).to_be_in_viewport()  # it stays beside the text
    choose(page, "文件", "关于公布湖南省产业集群及培育对象（第一批）名单的通知")
    page.locator("#list-2022-第二项 .ca-reference", has_text="本通知第一条").click()
    expect(page.locator(".ca-here")).to_have_attribute("id", "list-2022-第一项")
    page.locator(".ca-reference", has_text="培育管理办法").first.click()
    expect(page.locator(".ca-reading h2")).to_contain_text("培育管理办法")


@pytest.mark.parametrize("clipboard", [True, False])
def test_a_citation_is_copied_also_where_there_is_no_clipboard(page, clipboard):
    if not clipboard:  # as on plain http from another machine
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("tab", name="看文件").click()
    part = page.locator("#measures-2021-第十六条")
    part.hover()
    part.get_by_role("button", name="复制引用").first.click()
    expect(part.get_by_text("已复制")).to_be_visible()
    page.get_by_role("tab", name="查条款").click()
    box = page.get_by_placeholder("如：复核")
    box.focus()
    page.keyboard.press("Control+V")
    pasted = box.input_value()
    assert pasted.startswith("《湖南省先进制造业集群培育管理办法》（湘工信产业集聚〔2021〕82号）第十六条：“")
    assert "原则上不超过1个" in pasted


def test_on_a_narrow_page_the_outline_waits_to_be_opened(browser, served):
    page = opened(browser, served[0], "条款与名单", viewport={"width": 360, "height": 740})
    page.get_by_role("tab", name="看文件").click()
    outline = page.locator(".ca-reading details.ca-outline")
    expect(outline).not_to_have_attribute("open", "")
    outline.locator("summary").click()
    outline.get_by_text("第二章").click()
    expect(page.locator("#measures-2021-第二章")).to_be_in_viewport()
    expect(outline).not_to_have_attribute("open", "")
    for tab in ("查条款", "看文件", "集群名单", "我的文件"):
        page.get_by_role("tab", name=tab, exact=True).click()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()


def test_the_list_is_filtered_sorted_and_downloaded_as_shown(page):
    page.get_by_role("tab", name="集群名单").click()
    rows = page.locator(".ca-list tbody tr")
    expect(rows).to_have_count(48)
    choose(page, "市州", "邵阳市")
    expect(rows).not_to_have_count(48)
    here = rows.count()
    choose(page, "县市区", "邵东市")
    expect(rows).not_to_have_count(here)
    choose(page, "县市区", "全部")
    expect(rows).to_have_count(here)
    page.locator(".ca-sort", has_text="集群名称").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    page.locator(".ca-sort", has_text="集群名称").click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    names = [name.split("\n")[0] for name in page.locator(".ca-list td.ca-col-name").all_inner_texts()]
    with page.expect_download() as download:
        page.locator("a.ca-download").click()
    assert download.value.suggested_filename.endswith(".csv")
    content = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert [row[0] for row in csv.reader(content.splitlines())][1:] == names
    page.locator("td.ca-col-source a").first.click()
    expect(page.locator("tr.ca-here")).to_be_in_viewport()


def test_own_documents_are_added_found_and_removed(page, tmp_path):
    good, bad = tmp_path / "试行办法.txt", tmp_path / "坏文件.pdf"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"x")
    page.get_by_role("tab", name="我的文件").click()
    page.locator(".ca-shelf input[type=file]").set_input_files([good, bad])
    expect(page.get_by_text("已加入：《衡阳市产业集群试行办法》，3 条")).to_be_visible()
    expect(page.locator(".ca-fail", has_text="坏文件.pdf")).to_be_visible()
    expect(page.locator(".ca-own-list tbody tr")).to_have_count(1)
    page.get_by_role("tab", name="查条款").click()
    look_for(page, "市级集群奖励")
    page.locator("a.ca-hit", has_text="衡阳市产业集群试行办法").first.click()
    expect(page.locator(".ca-reading h2")).to_contain_text("自行加入")
    page.get_by_role("tab", name="我的文件").click()
    page.get_by_role("button", name="移除所选文件").click()
    page.get_by_role("button", name="取消").click()
    expect(page.locator(".ca-own-list tbody tr")).to_have_count(1)
    page.get_by_role("button", name="移除所选文件").click()
    page.get_by_role("button", name="确定移除").click()
    expect(page.get_by_text("已移除：《衡阳市产业集群试行办法》")).to_be_visible()
    page.get_by_role("tab", name="查条款").click()
    look_for(page, "市级集群奖励")
    expect(page.locator("a.ca-hit", has_text="衡阳市产业集群试行办法")).to_have_count(0)


def test_a_clause_under_a_finding_opens_in_its_document(page):
    page.get_by_role("tab", name="自查", exact=True).click()
    page.get_by_role("button", name="示例报告（初赛）").click()
    page.locator(".ca-finding", has_text="15.7").get_by_role("button", name="初赛 2.1").click()
    page.locator("dialog[open]").get_by_text("在文件中打开").click()
    expect(page.locator(".ca-here")).to_have_attribute("id", "report-2023-初赛-2.1")
    expect(page.locator(".ca-here")).to_be_in_viewport()
    page.get_by_role("button", name="返回“问题”").click()
    expect(page.locator(".ca-finding", has_text="15.7")).to_be_in_viewport()
    expect(page.locator("#ca-return")).to_have_count(0)
