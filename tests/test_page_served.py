"""The page with sign-in and MCP tools, served in this process."""

from __future__ import annotations

import asyncio
import base64
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from test_app import free_port

import app
from assistant.page import mcp
from assistant.page.mcp import uploaded
from assistant.page.serve import launch
from assistant.page.services import make_services
from eval.drafts.sample import sample_report

BASIC = {"Authorization": "Basic " + base64.b64encode("张:密:码".encode()).decode()}
WRONG = {"Authorization": "Basic " + base64.b64encode("张:错".encode()).decode()}


@pytest.fixture(scope="module")
def address(lexical_settings, tmp_path_factory):
    folder = tmp_path_factory.mktemp("signed").resolve()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_PROXY", "no_proxy"):
            patch.setenv(name, "127.0.0.1,localhost")
        patch.setenv("GRADIO_TEMP_DIR", "")
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        demo = app.build_page(make_services(lexical_settings, folder), signed_in=True)
        address = launch(demo, "127.0.0.1", free_port(), users={"张": "密:码"}, mcp_server=True)
        mcp.plain(demo)
        yield address
        demo.close(verbose=False)


def status(url: str, headers: dict[str, str], data: bytes | None = None) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=30) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    "path",
    ["config", "gradio_api/info", "gradio_api/file=/etc/hostname", "gradio_api/mcp/", "gradio_api/mcp/sse"],
)
@pytest.mark.parametrize(
    "headers", [{}, WRONG, {"Authorization": "Basic ?"}], ids=["nobody", "wrong", "broken"]
)
def test_nothing_is_told_to_who_did_not_sign_in(address, path, headers):
    assert status(address + path, headers) == 401


def test_the_first_page_of_who_did_not_sign_in_holds_nothing(address):
    with urllib.request.urlopen(address, timeout=30) as response:
        page = response.read().decode()
    assert '"auth_required":true' in page
    assert "第十六条" not in page.partition('id="ca-words"')[0]
    assert "ca-status" not in page.split("window.gradio_config")[1]


def test_programs_send_name_and_password(address):
    assert status(address + "config", BASIC) == 200
    body = json.dumps({"data": ["第十四条"]}).encode()
    call = address + "gradio_api/call/ask"
    assert status(call, {**BASIC, "Content-Type": "application/json"}, body) == 200
    assert status(call, {"Content-Type": "application/json"}, body) == 401


def test_a_browser_signs_in_and_out(address):
    from gradio_client import Client

    client = Client(address, auth=("张", "密:码"), verbose=False)
    assert client.predict("第十四条", api_name="/ask")["citations"][0]["locator"] == "第十四条"
    with pytest.raises(ValueError, match="Could not"):
        Client(address, auth=("张", "x"), verbose=False)


async def called(address: str, calls: list[tuple[str, dict[str, Any]]]) -> tuple[list[Any], list[Any]]:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async with (
        streamablehttp_client(address + "gradio_api/mcp/", headers=BASIC) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        tools = (await session.list_tools()).tools
        return tools, [await session.call_tool(name, arguments) for name, arguments in calls]


def test_the_three_tools_speak_json(address, tmp_path: Path):
    draft = base64.b64encode(sample_report("初赛", "先进制造业集群")).decode()
    tools, (answer, passages, report, refused, foreign) = asyncio.run(
        called(
            address,
            [
                ("ask", {"question": "那第十六条呢", "history": '["第十四条"]'}),
                ("search", {"query": "复核", "k": 2}),
                ("check", {"file": f"data:application/octet-stream;base64,{draft}"}),
                ("search", {"query": "复核", "k": 0}),
                ("check", {"file": "http://192.0.2.1/draft.docx"}),
            ],
        )
    )
    assert {tool.name for tool in tools} == {"ask", "search", "check"}
    assert all(tool.description for tool in tools)
    assert json.loads(answer.content[0].text)["citations"][0]["locator"] == "第十六条"
    assert [set(passage) for passage in json.loads(passages.content[0].text)] == [
        {"doc", "locator", "text", "score"}
    ] * 2
    assert json.loads(report.content[0].text)["stage"] == "初赛"
    assert refused.isError
    assert "1 到 100" in refused.content[0].text
    assert foreign.isError
    assert "上传" in foreign.content[0].text


@pytest.mark.parametrize(
    ("given", "path"),
    [("/tmp/a/b.docx", "/tmp/a/b.docx"), ("http://h:1/gradio_api/file=/tmp/%E5%88%9D.docx", "/tmp/初.docx"), ("https://h/x/gradio_api/file=C:/t/a.docx", "C:/t/a.docx")],
)  # fmt: skip
def test_uploads_are_named_by_path_or_address(given, path):
    assert uploaded(given) == path


@pytest.mark.parametrize("given", ["", None, 3, "http://h/a.docx", "file:///etc/passwd", "ftp://h/a"])
def test_other_addresses_are_not_fetched(given):
    with pytest.raises(ValueError, match="data:"):
        uploaded(given)
