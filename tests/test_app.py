"""The page served in this process: endpoints, privacy, start and refusals."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

import app
from assistant.page.serve import launch, quiet_environment
from assistant.page.services import Services, make_services
from eval.drafts.sample import sample_report
from index.errors import UserError


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("draft") / "初赛报告.docx"
    path.write_bytes(sample_report("初赛", "先进制造业集群"))
    return path


@pytest.fixture(scope="module")
def served(lexical_settings, tmp_path_factory):
    """(services, address) of a page without model and index."""
    folder = tmp_path_factory.mktemp("uploads").resolve()
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "NO_PROXY",
            "no_proxy",
            "GRADIO_ANALYTICS_ENABLED",
            "HF_HUB_DISABLE_TELEMETRY",
            "ANONYMIZED_TELEMETRY",
            "GRADIO_TEMP_DIR",
        ):
            patch.setenv(name, "")  # so that what the page sets is undone
        quiet_environment()
        services = make_services(lexical_settings, folder)
        demo = app.build_page(services)
        address = launch(demo, "127.0.0.1", free_port())
        services.startup.done = True
        yield services, address
        demo.close(verbose=False)


@pytest.fixture(scope="module")
def client(served):
    from gradio_client import Client

    return Client(served[1], verbose=False)


def fetch(address: str) -> tuple[str, dict[str, str]]:
    with urllib.request.urlopen(address, timeout=30) as response:
        return response.read().decode(), dict(response.headers)


def test_ask_returns_the_contract(client):
    answer = client.predict(question="我们县能申报两个集群吗？", history="[]", api_name="/ask")
    assert set(answer) == {"question", "status", "verdict", "answer", "citations", "warnings"}
    assert answer["verdict"] == "conditional"
    assert answer["citations"][0]["locator"] == "第十六条"
    assert set(answer["citations"][0]) == {"doc", "title", "number", "locator", "quote"}


def test_history_is_used(client):
    first = "株洲有哪些集群在第一批名单里？"
    with_history = client.predict("那长沙呢？", json.dumps([first], ensure_ascii=False), api_name="/ask")
    assert any("长沙" in citation["quote"] for citation in with_history["citations"])


def test_a_question_with_markup_comes_back_as_it_was(client):
    question = "<script>alert(1)</script>第十六条"
    assert client.predict(question, "", api_name="/ask")["question"] == question


def test_search_returns_the_contract(client):
    passages = client.predict("复核", 3, api_name="/search")
    assert 1 <= len(passages) <= 3
    assert all(set(passage) == {"doc", "locator", "text", "score"} for passage in passages)
    assert any(passage["locator"] == "第十四条" for passage in passages)


def test_check_returns_the_contract_and_keeps_nothing(client, served, draft):
    from gradio_client import handle_file

    services: Services = served[0]

    def kept() -> set[Path]:
        return {path for path in services.drafts.root.rglob("*") if path.is_file() and path.stat().st_size}

    before = kept()
    report = client.predict(handle_file(str(draft)), api_name="/check")
    assert set(report) >= {"file", "stage", "category", "cluster", "score", "conditions", "findings"}
    assert report["file"] == draft.name
    assert report["stage"] == "初赛"
    assert len(report["conditions"]) == 6
    assert kept() == before


@pytest.mark.parametrize("history", ["{", "[1]"])
def test_refusals_are_one_chinese_line(client, history):
    with pytest.raises(Exception, match="history 应为 JSON 列表") as error:
        client.predict("问", history, api_name="/ask")
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_draft_is_refused_in_one_line(client, tmp_path):
    from gradio_client import handle_file

    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(Exception, match="PDF"):
        client.predict(handle_file(str(path)), api_name="/check")


def test_nothing_else_is_public(client):
    api = client.view_api(return_format="dict", print_info=False)
    assert set(api["named_endpoints"]) == {"/ask", "/search", "/check"}
    assert not api["unnamed_endpoints"]


def test_page_is_chinese_and_names_no_other_host(served):
    page, headers = fetch(served[1])
    assert 'lang="zh-CN"' in page
    assert app.TITLE in page
    assert "default-src 'self'" in headers["content-security-policy"]
    before_config = page.split("window.gradio_config")[0]
    assert "http://" not in before_config
    assert "https://" not in before_config
    assert '"analytics_enabled":false' in page


def test_a_draft_on_the_server_is_not_served_without_its_random_folder(served, draft, tmp_path):
    services, address = served
    upload = tmp_path / draft.name
    upload.write_bytes(draft.read_bytes())
    kept = services.drafts.receive(upload)
    try:
        for path in (services.drafts.root, services.drafts.root / kept.name, draft):
            with pytest.raises(urllib.error.HTTPError):
                fetch(f"{address}gradio_api/file={quote(str(path))}")
    finally:
        services.drafts.discard(kept)


def test_checking_a_draft_writes_its_downloads(served, draft, tmp_path):
    from assistant.page.desk import Desk

    services = served[0]
    upload = tmp_path / draft.name
    upload.write_bytes(draft.read_bytes())
    steps: list[str] = []
    checked = Desk(services).check(upload, step=steps.append)
    assert len(steps) == 4
    assert checked.download(".docx").read_bytes().startswith(b"PK")
    assert json.loads(checked.download(".json").read_text(encoding="utf-8")) == checked.report
    assert "<script" not in checked.download(".html").read_text(encoding="utf-8")
    again = Desk(services).check_again(checked, "决赛", "自动识别")
    assert again.report["stage"] == "决赛"
    services.drafts.discard(checked.draft)
    assert not checked.download(".json").exists()
    with pytest.raises(UserError, match="重新选择"):
        Desk(services).check_again(checked, "初赛", "自动识别")


def test_port_taken_is_one_line_and_status_2(capsys, monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert app.main(["--port", str(other.getsockname()[1]), "--no-browser"]) == 2
    message = capsys.readouterr().err
    assert "已被占用" in message
    assert message.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--host", "no.such.host.invalid"], ["--port", "70000"]])
def test_an_impossible_address_is_one_line_and_status_2(arguments, capsys):
    assert app.main([*arguments, "--no-browser"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_importing_the_page_loads_nothing_heavy():
    heavy = (
        "gradio",
        "torch",
        "chromadb",
        "llama_index",
        "onnxruntime",
        "jieba",
        "docx",
        "sentence_transformers",
    )
    code = f"import sys, app; print([name for name in {heavy!r} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(app.__file__).parent,
        check=True,
    )
    assert result.stdout.strip() == "[]"


def test_building_the_page_loads_neither_model_nor_index(tmp_path):
    code = (
        "import sys, app; from pathlib import Path; from assistant.settings import Settings;"
        "from assistant.page.services import make_services; from assistant.page.serve import quiet_environment;"
        f"quiet_environment(); folder = Path({str(tmp_path)!r});"
        "app.build_page(make_services(Settings(data_dir=folder), folder));"
        "print([name for name in ('torch', 'chromadb', 'llama_index', 'onnxruntime') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(app.__file__).parent,
        check=True,
    )
    assert result.stdout.strip() == "[]"


def raw(address: str, name: str, data: object) -> tuple[str, str]:
    """(event, data) of a call of the API as any program makes it, without Gradio's client."""
    request = urllib.request.Request(
        f"{address}gradio_api/call/{name}",
        json.dumps({"data": data}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        event = json.load(response)["event_id"]
    with urllib.request.urlopen(f"{address}gradio_api/call/{name}/{event}", timeout=60) as response:
        lines = response.read().decode().strip().split("\n")
    return lines[-2].removeprefix("event: "), lines[-1].removeprefix("data: ")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ask", [123, "[]"], "question 应为文字"),
        ("ask", [["a"], "[]"], "question 应为文字"),
        ("ask", [{"a": 1}, "[]"], "question 应为文字"),
        ("ask", [True, "[]"], "question 应为文字"),
        ("ask", ["问", "[" * 100_000], "history 应为 JSON 列表"),
        ("ask", ["问", 5], "history 应为 JSON 列表"),
        ("ask", ["问", ["一", "二"]], "history 应为 JSON 列表"),
        ("search", [123, 3], "query 应为文字"),
        ("search", [None, 3], "query 应为文字"),
        ("search", ["复核", 2.7], "k 应为"),
        ("search", ["复核", True], "k 应为"),
        ("search", ["复核", "3"], "k 应为"),
        ("check", ["/etc/passwd"], "文件"),
        ("check", [123], "文件"),
        ("check", [None], "文件"),
        ("check", [{"path": "/etc/passwd"}], "文件"),
    ],
)
def test_wrong_types_are_one_chinese_line_and_no_traceback(served, capfd, name, data, said):
    event, answer = raw(served[1], name, data)
    assert event == "error"
    told = json.loads(answer)
    assert said in told["error"]
    assert "\n" not in told["error"]
    output = capfd.readouterr()
    assert "Traceback" not in output.out + output.err


def test_a_raw_call_needs_only_what_has_no_default(served):
    event, answer = raw(served[1], "ask", ["第十四条"])
    assert event == "complete"
    assert json.loads(answer)[0]["citations"][0]["locator"] == "第十四条"
    event, answer = raw(served[1], "search", ["第十四条"])
    assert event == "complete"
    assert json.loads(answer)[0][0]["locator"] == "第十四条"


@pytest.mark.parametrize(
    ("started", "shown"),
    [("/usr/bin/cluster-assistant-page", "cluster-assistant-page"), ("app.py", "app.py"), ("-c", "app.py")],
)
def test_help_names_the_command_as_it_was_started(started, shown, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [started, "--help"])
    with pytest.raises(SystemExit):
        app.main()
    assert capsys.readouterr().out.startswith(f"用法：{shown} ")


def test_a_port_that_is_no_number_is_one_chinese_line(capsys):
    with pytest.raises(SystemExit) as stopped:
        app.main(["--port", "x"])
    assert stopped.value.code == 2
    assert "--port “x”不是整数" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("llm", "said"), [(None, "数据只在本机处理"), ("http://llm.example/v1", "发往 llm.example")]
)
def test_the_page_says_what_leaves_the_machine(tmp_path, llm, said):
    from assistant.settings import Settings

    settings = Settings(data_dir=tmp_path, embed_model="none", llm_base_url=llm, llm_model=llm and "m")
    assert said in str(app.build_page(make_services(settings, tmp_path)).get_config_file())
