"""The page in headless Chromium; skipped where playwright or Chromium is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from test_app import served  # noqa: F401

from eval.drafts.sample import sample_report

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

QUESTION = "我们县能申报两个集群吗？"


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser, served):  # noqa: F811
    """The page as a browser set to English sees it; after the test, nobody else must have been asked."""
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served[1])
    page.wait_for_selector(".ca-examples button", timeout=60_000)
    yield page
    hosts = {
        re.sub(r"^(\w+://[^/]+).*", r"\1/", url) for url in asked if not url.startswith(("data:", "blob:"))
    }
    context.close()
    assert hosts == {served[1]}


def ask(page, question: str) -> None:
    answers = page.locator(".ca-answer").count()
    box = page.locator(".ca-box textarea")
    box.fill(question)
    box.press("Enter")
    sync_api.expect(page.locator(".ca-answer")).to_have_count(answers + 1, timeout=30_000)


def test_an_example_and_a_follow_up(page):
    page.get_by_role("button", name="株洲有哪些集群在第一批名单里？").click()
    sync_api.expect(page.locator(".ca-answer")).to_have_count(1, timeout=30_000)
    ask(page, "那长沙呢？")
    assert "长沙" in page.locator(".ca-answer").last.inner_text()


def test_markup_in_a_question_stays_text(page):
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    ask(page, "<script>alert(1)</script><img src=x onerror=alert(2)> 第十六条")
    assert "<script>alert(1)</script>" in page.locator(".ca-question").inner_text()
    assert page.locator(".ca-chat img").count() == 0
    assert dialogs == []


def test_a_draft_dropped_into_the_chat_is_scored(page, tmp_path: Path):
    draft = tmp_path / "初赛报告.docx"
    draft.write_bytes(sample_report("初赛", "先进制造业集群"))
    page.locator("input[type=file]").first.set_input_files(draft)
    page.wait_for_selector(".thumbnail-item, .thumbnails", timeout=30_000)
    page.locator(".ca-box textarea").press("Enter")
    sync_api.expect(page.locator(".ca-answer")).to_have_count(1, timeout=60_000)
    assert "自查得分" in page.locator(".ca-answer").inner_text()
    page.get_by_role("tab", name="自查").click()
    page.wait_for_selector(".ca-report", timeout=30_000)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_at_the_side(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, QUESTION)
    for tab in ("问答", "自查", "条款与名单", "集群名单"):
        page.get_by_role("tab", name=tab, exact=True).click()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
