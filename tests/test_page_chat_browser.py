"""问答 in headless Chromium, as a reader uses it; skipped where playwright or Chromium is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_app import free_port

import app
from assistant.feedback import FeedbackLog
from assistant.page.samples import sample_docx
from assistant.page.serve import launch, quiet_environment
from assistant.page.services import make_services
from assistant.settings import Settings
from eval.llm.server import Script, ScriptedServer

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser-chat"),
]
expect = sync_api.expect
expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
QUESTION = "我们县能申报两个集群吗？"
WAIT = 30_000


def serve(settings: Settings, folder: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_PROXY", "no_proxy", "GRADIO_ANALYTICS_ENABLED", "HF_HUB_DISABLE_TELEMETRY"):
            patch.setenv(name, "")
        for name in ("ANONYMIZED_TELEMETRY", "GRADIO_TEMP_DIR"):
            patch.setenv(name, "")
        quiet_environment()
        services = make_services(settings, folder)
        services.startup.done, services.startup.line = True, ""
        demo = app.build_page(services)
        yield launch(demo, "127.0.0.1", free_port())
        demo.close(verbose=False)


@pytest.fixture(scope="module")
def settings(tmp_path_factory, lexical_settings) -> Settings:
    return lexical_settings.model_copy(update={"data_dir": tmp_path_factory.mktemp("chat")})


@pytest.fixture(scope="module")
def address(settings, tmp_path_factory) -> Iterator[str]:
    yield from serve(settings, tmp_path_factory.mktemp("uploads").resolve())


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser):
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(WAIT)
    yield context
    context.close()


def opened(context, address: str):
    page = context.new_page()
    page.goto(address)
    page.locator(".ca-box textarea").wait_for()
    page.wait_for_function("document.querySelector('#ca-panel') !== null")
    return page


@pytest.fixture
def page(context, address):
    """A page of a browser that has never been here; afterwards no script must have failed."""
    errors: list[str] = []
    page = opened(context, address)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def put(page, question: str) -> None:
    box = page.locator(".ca-box textarea")
    box.fill(question)
    box.press("Enter")


def ask(page, question: str) -> str:
    done = page.locator(".ca-copy-reply")
    before = done.count()
    put(page, question)
    expect(done).to_have_count(before + 1, timeout=WAIT)
    return page.locator(".ca-answer").last.inner_text()


def focused(page) -> str:
    return page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.className")


def test_a_mark_opens_its_clause_beside_the_answer_by_keyboard(page):
    ask(page, QUESTION)
    panel = page.locator("#ca-panel")
    expect(panel).to_be_hidden()
    mark = page.locator(".ca-mark a").first
    mark.focus()
    link = focused(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    assert "原则上不超过1个" in panel.locator("mark").inner_text()
    text = panel.inner_text()
    assert text.index("上文") < text.index("原则上不超过1个") < text.index("下文")
    assert "湘工信产业集聚〔2021〕82号" in text
    assert "现行" in text
    assert asked == []  # what it shows came with the answer
    box, chat = panel.bounding_box(), page.locator(".ca-chat").bounding_box()
    assert box["x"] >= chat["x"] + chat["width"]
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert focused(page) == link


def test_the_next_source_and_the_whole_document(page):
    ask(page, "申报培育对象要满足哪些条件？")
    page.locator("a.ca-source").first.click()
    panel = page.locator("#ca-panel")
    first = panel.locator(".ca-clause-title").inner_text()
    page.get_by_role("button", name="下一条依据").click()
    expect(panel.locator(".ca-clause-title")).not_to_have_text(first)
    page.get_by_role("button", name="上一条依据").click()
    expect(panel.locator(".ca-clause-title")).to_have_text(first)
    panel.get_by_text("看全文").click()
    target = panel.locator(".ca-target")
    expect(target).to_be_in_viewport(timeout=WAIT)
    assert first.split("（")[0] in target.inner_text()
    assert panel.locator("[data-at]").count() > 18
    panel.get_by_text("返回该条").click()
    expect(panel.locator(".ca-clause-title")).to_have_text(first)


def test_on_a_phone_the_source_is_a_sheet_at_the_bottom(context, address):
    page = opened(context, address)
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, QUESTION)
    page.locator("a.ca-source").first.click()
    box = page.locator("#ca-panel").bounding_box()
    assert box["x"] == 0
    assert box["width"] == 360
    assert box["y"] > 100
    assert abs(box["y"] + box["height"] - 740) <= 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("clipboard", [True, False], ids=["secure", "plain http"])
def test_copying_a_reply_and_a_citation(browser, address, clipboard):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context, address)
    if not clipboard:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate(
        "document.addEventListener('copy', () => { window.copied = String(document.getSelection()) })"
    )
    ask(page, QUESTION)

    def copied() -> str:
        expect(page.locator("#ca-toast")).to_contain_text("已复制")
        return page.evaluate("window.copied || navigator.clipboard.readText()") or ""

    page.get_by_role("button", name="复制为答复").click()
    if clipboard:
        lines = copied().splitlines()
        assert lines[0] == f"关于“{QUESTION[:-1]}”的答复"
        assert "二、依据" in lines
        cited = "《湖南省先进制造业集群培育管理办法》（湘工信产业集聚〔2021〕82号）第十六条：“"
        assert lines[lines.index("二、依据") + 1].startswith(cited)
        page.locator("a.ca-source").first.click()
        page.get_by_role("button", name="复制引用").click()
        expect(page.locator("#ca-toast")).to_contain_text("引用已复制")
        assert copied().startswith(cited)
    else:
        expect(page.locator("#ca-toast")).to_contain_text("答复已复制")
        box = page.locator(".ca-box textarea")
        box.fill("")
        box.press("ControlOrMeta+v")
        assert "二、依据" in box.input_value()
    context.close()


def test_judgements_are_kept_for_the_administrator(page, settings):
    log = FeedbackLog(settings.data_dir)
    ask(page, QUESTION)
    page.get_by_role("button", name="没帮助").click()
    page.get_by_label("依据不对").check()
    page.get_by_label("补充说明").fill("想看例外")
    page.get_by_role("button", name="提交").click()
    down = page.get_by_role("button", name="没帮助")
    expect(down).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("document.querySelector('#ca-toast.ca-shown') !== null")
    ask(page, "第十四条")  # by then the judgement has been taken
    (entry,) = log.read()
    assert (entry.question, entry.rating, entry.reason) == (QUESTION, "down", "依据不对；想看例外")
    assert entry.citations[0] == "measures-2021#第十六条"
    expect(down.first).to_have_attribute("aria-pressed", "true")


def test_a_conversation_survives_a_reload_and_goes_on(page):
    ask(page, "株洲有哪些集群在第一批名单里？")
    page.reload()
    expect(page.locator(".ca-answer .ca-copy-reply")).to_have_count(1, timeout=WAIT)
    assert "长沙" in ask(page, "那长沙呢？")
    page.get_by_role("button", name="不看上文，单独问").click()
    expect(page.locator(".ca-understood")).to_have_count(0, timeout=WAIT)
    page.get_by_role("button", name="清空对话").click()
    expect(page.locator(".ca-answer")).to_have_count(0)
    page.reload()
    page.locator(".ca-welcome").wait_for()
    expect(page.locator(".ca-answer")).to_have_count(0)


def test_what_is_kept_may_be_broken(context, address):
    page = opened(context, address)
    for kept in ("", "garbage", '{"version": 1}'):
        page.evaluate("text => localStorage.setItem('cluster-assistant-conversation', text)", kept)
        page.reload()
        page.locator(".ca-welcome").wait_for()
    assert "每三年" in ask(page, "第十四条")


def test_the_conversation_as_word(page, tmp_path):
    import docx

    ask(page, QUESTION)
    with page.expect_download(timeout=WAIT) as download:
        page.get_by_role("button", name="下载对话（Word）").click()
    assert download.value.suggested_filename == "问答记录.docx"
    path = tmp_path / "talk.docx"
    download.value.save_as(path)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert QUESTION in text
    assert "第十六条：“" in text


def test_a_draft_in_the_chat_can_be_asked_about_and_stays_out_of_the_browser(page, tmp_path):
    draft = tmp_path / "初赛报告.docx"
    draft.write_bytes(sample_docx("preliminary"))
    page.locator(".ca-box input[type=file]").set_input_files(draft)
    page.locator(".thumbnail-item, .thumbnails").first.wait_for()
    put(page, "为什么说增幅不对？")
    expect(page.locator(".ca-answer")).to_have_count(2, timeout=60_000)
    assert "自查得分" in page.locator(".ca-answer").first.inner_text()
    assert "应为 17.7" in page.locator(".ca-answer").last.inner_text()
    page.locator(".ca-answer").last.locator("a.ca-source").click()
    expect(page.locator("#ca-panel .ca-clause-title")).to_have_text("初赛 2.1")
    page.keyboard.press("Escape")
    page.locator(".ca-suggest").last.click()
    expect(page.locator(".ca-copy-reply")).to_have_count(2, timeout=WAIT)
    assert "第六条（三）" in page.locator(".ca-answer").last.inner_text()
    assert "原则上不超过1个" in ask(page, QUESTION)
    page.reload()
    expect(page.locator(".ca-copy-reply")).to_have_count(1, timeout=WAIT)
    assert "17.7" not in page.locator(".ca-chat").inner_text()


def test_nothing_to_ask_twice_the_same_and_too_much_to_ask(page):
    put(page, "  ")
    expect(page.get_by_text("请先写出问题")).to_be_visible()
    assert page.locator(".ca-question").count() == 0
    box = page.locator(".ca-box textarea")
    box.fill(QUESTION)
    box.press("Enter")
    box.press("Enter")
    expect(page.locator(".ca-copy-reply")).to_have_count(1, timeout=WAIT)
    assert page.locator(".ca-question").count() == 1
    assert "2000字" in ask(page, "很" * 2100)
    assert page.locator(".ca-question details").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_two_tabs_do_not_mix(context, address):
    first, second = opened(context, address), opened(context, address)
    put(first, "株洲有哪些集群在第一批名单里？")
    put(second, "第十四条")
    expect(first.locator(".ca-copy-reply")).to_have_count(1, timeout=WAIT)
    expect(second.locator(".ca-copy-reply")).to_have_count(1, timeout=WAIT)
    assert "每三年" in second.locator(".ca-answer").inner_text()
    assert "长沙" in ask(first, "那长沙呢？")
    assert second.locator(".ca-answer").count() == 1


def test_stop_breaks_the_language_model_off_and_retry_asks_again(browser, tmp_path_factory, lexical_settings):
    text = "原则上不行：每个县（市）纳入省级支持的先进制造业集群原则上不超过1个[1]。"
    with ScriptedServer(Script(text, ("stall",))) as model:
        folder = tmp_path_factory.mktemp("model")
        changes = {"llm_base_url": model.url, "llm_model": "m", "llm_first_timeout": 3.0, "data_dir": folder}
        serving = serve(lexical_settings.model_copy(update=changes), folder / "uploads")
        page = opened(browser.new_context(), next(serving))
        put(page, QUESTION)
        page.locator(".ca-working").wait_for()
        stop = page.locator(".ca-box").get_by_text("停止")
        stop.click()
        expect(page.get_by_text("已停止回答")).to_be_visible(timeout=WAIT)
        expect(stop).to_have_count(0)
        assert model.closed.wait(30)
        model.script = Script(text, ("good",))
        page.get_by_role("button", name="重新回答").click()
        expect(page.locator(".ca-copy-reply")).to_have_count(1, timeout=WAIT)
        assert page.locator(".ca-question").count() == 1
        assert "文字由大模型整理" in page.locator(".ca-answer").inner_text()
        page.context.close()
        next(serving, None)
