"""A page of a test's own and a browser to look at it; for tests in headless Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from test_app import free_port

import app
from assistant.page.serve import launch, quiet_environment
from assistant.page.services import Services, make_services
from assistant.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_CHANGED = (
    "NO_PROXY",
    "no_proxy",
    "GRADIO_ANALYTICS_ENABLED",
    "HF_HUB_DISABLE_TELEMETRY",
    "ANONYMIZED_TELEMETRY",
)


@contextmanager
def serving(settings: Settings, folder: Path) -> Iterator[tuple[str, Services]]:
    """(address, services) of a page that runs in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in (*_CHANGED, "GRADIO_TEMP_DIR"):
            patch.setenv(name, "")  # so that what the page sets is undone
        quiet_environment()
        services = make_services(settings, folder)
        services.startup.done, services.startup.line = True, ""
        demo = app.build_page(services)
        try:
            yield launch(demo, "127.0.0.1", free_port()), services
        finally:
            demo.close(verbose=False)


@contextmanager
def browsing() -> Iterator[Any]:
    """A browser without a window."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine is no fault of the page
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Any, address: str, tab: str, **options: Any) -> Any:
    """A page of a new visitor, at one of the tabs."""
    context = browser.new_context(
        **{"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}, **options}
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("tab", name=tab, exact=True).click()
    return page
