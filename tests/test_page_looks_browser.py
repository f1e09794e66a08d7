"""Every view of the page: axe-core, widths, colours, the English interface, no other host; in headless Chromium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_app import served  # noqa: F401

from eval.drafts.sample import sample_report

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser-looks"),
]
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Any, address: str, **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.goto(address)
    page.wait_for_selector(".ca-tools button", timeout=60_000)
    return page


def asked(page: Any) -> None:
    box = page.locator("textarea").first
    box.fill("我们县能申报两个集群吗？")
    box.press("Enter")
    page.wait_for_selector(".ca-answer .ca-sources", timeout=60_000)


def checked(page: Any, draft: Path) -> None:
    page.get_by_role("tab").nth(1).click()
    page.locator("input[type=file]").last.set_input_files(draft)
    page.wait_for_selector(".ca-report", timeout=60_000)


@pytest.fixture(scope="module")
def draft(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("looks") / "初赛报告.docx"
    path.write_bytes(sample_report("初赛", "先进制造业集群"))
    return path


def views(page: Any, draft: Path) -> list[tuple[str, Callable[[], None]]]:
    """Name of each view and how to come to it, in order."""

    def third(tab: int) -> Callable[[], None]:
        def go() -> None:
            page.get_by_role("tab").nth(2).click()
            page.locator("[role=tabpanel]:visible [role=tab]").nth(tab).click()
            page.wait_for_timeout(300)

        return go

    return [
        ("empty chat", lambda: None),
        ("answer", lambda: asked(page)),
        ("report", lambda: checked(page, draft)),
        *((f"clauses {tab}", third(tab)) for tab in range(3)),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, served, draft, scheme):  # noqa: F811
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, served[1], color_scheme=scheme, viewport={"width": 1280, "height": 900})
    found = []
    for name, go in views(page, draft):
        go()
        page.wait_for_timeout(400)  # colours fade
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found += [
                    f"{name}: {violation['id']} {node['target']} {node['failureSummary'][:160]}"
                    for node in violation["nodes"][:4]
                ]
    page.context.close()
    assert found == []


def test_the_interface_is_english_where_that_was_chosen(browser, served, draft):  # noqa: F811
    page = opened(browser, served[1], viewport={"width": 1280, "height": 900})
    page.locator("[data-ca-tool=language]").click()
    page.wait_for_selector("html[lang=en] .ca-tools button", timeout=60_000)
    left: set[str] = set()
    for _, go in views(page, draft):
        go()
        page.wait_for_timeout(500)
        left |= set(page.evaluate(_LABELS))
    assert {text for text in left if CHINESE.search(text)} == set()
    page.locator("[data-ca-tool=language]").click()
    page.wait_for_selector("html[lang=zh-CN] .ca-tools button", timeout=60_000)
    assert page.get_by_role("tab", name="自查").count() == 1
    page.context.close()


# What a reader works with: buttons, tabs, labels, headings of the page itself, hints in fields.
_LABELS = """() => {
  const content = ".ca-examples, .ca-answer, .ca-question, .ca-document, .ca-findings, .ca-finding, .ca-panel, .ca-results, [data-ca-verbatim]";
  const shown = (element) => element.offsetParent !== null && !element.closest(content);
  const texts = [...document.querySelectorAll("button, [role=tab], label, h1, h2, h3, .ca-tool")].filter(shown).map((e) => e.innerText.trim());
  const hints = [...document.querySelectorAll("[placeholder]")].filter(shown).map((e) => e.placeholder);
  return [...texts, ...hints].filter((text) => !/\\.docx$/.test(text) && !/^e\\.g\\./.test(text));
}"""


def test_colours_are_kept(browser, served):  # noqa: F811
    page = opened(browser, served[1], color_scheme="light")
    assert not page.evaluate("document.body.classList.contains('dark')")
    page.locator("[data-ca-tool=theme]").click()
    assert page.evaluate("document.body.classList.contains('dark')")
    page.goto(served[1])
    page.wait_for_selector("body.dark .ca-tools button", timeout=60_000)
    page.context.close()


def test_a_screen_reader_hears_who_speaks(browser, served):  # noqa: F811
    page = opened(browser, served[1])
    asked(page)
    labels = page.evaluate(
        "[...document.querySelectorAll('.ca-chat [aria-label]')].map((e) => e.getAttribute('aria-label'))"
    )
    assert {"提问", "回答"} <= set(labels)
    assert not any("<" in label for label in labels)
    page.context.close()
