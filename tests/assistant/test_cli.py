import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import build_parser, main

HEAVY = ("torch", "gradio", "chromadb", "llama_index", "sentence_transformers", "onnxruntime", "transformers")


def _loaded_by(code: str, cwd: Path) -> set[str]:
    """Names of the heavy modules that a fresh interpreter has after running `code`."""
    root = Path(__file__).resolve().parents[2]
    script = f"import sys; sys.path.insert(0, {str(root)!r})\n{code}\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return set(HEAVY) & set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "question",
    ["第十四条", "我们县能申报两个集群吗？", "长沙有几个集群", "邵东小五金的促进组织是谁", "你好"],
)
def test_light_questions_load_nothing_heavy(question: str, empty_environment: Path) -> None:
    assert (
        _loaded_by(f"from assistant.cli import main; main(['ask', {question!r}])", empty_environment) == set()
    )


def test_help_loads_nothing_heavy(empty_environment: Path) -> None:
    code = "from assistant.cli import build_parser; build_parser().format_help()"
    assert _loaded_by(code, empty_environment) == set()


def test_ask_json_is_the_contract(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "我们县能申报两个集群吗？", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["question", "status", "verdict", "answer", "citations", "warnings"]
    assert answer["status"] == "answered"
    assert answer["verdict"] == "conditional"
    first = answer["citations"][0]
    assert (first["doc"], first["locator"]) == ("measures-2021", "第十六条")
    assert "原则上不超过1个" in first["quote"]
    assert first["number"] == "湘工信产业集聚〔2021〕82号"


def test_as_of_wins_over_the_setting(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", "第十四条", "--json"])
    assert json.loads(capsys.readouterr().out)["warnings"] == []
    main(["ask", "第十四条", "--json", "--as-of", "2026-03-16"])
    assert "已过有效期" in json.loads(capsys.readouterr().out)["warnings"][0]


def test_batch_answers_line_by_line_in_order(
    empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = empty_environment / "questions.jsonl"
    lines = [{"id": "b", "turns": ["第十四条", "下一条呢？"]}, {"id": 7, "turns": ["你好"]}]
    file.write_text("\ufeff" + "\n\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert main(["ask", "--batch", str(file)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", 7]
    assert answers[0]["citations"][0]["locator"] == "第十五条"
    assert answers[1]["status"] == "out_of_scope"


@pytest.mark.parametrize(
    "line", ["不是 JSON", '{"id": 1}', '{"id": 1, "turns": []}', '{"id": 1, "turns": [3]}', "[]"]
)
def test_batch_error_names_the_line(
    line: str, empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = empty_environment / "questions.jsonl"
    file.write_text(f'{{"id": 0, "turns": ["第十四条"]}}\n{line}\n', encoding="utf-8")
    assert main(["ask", "--batch", str(file)]) == 2
    output = capsys.readouterr()
    assert "第2行" in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""


def test_batch_file_missing_or_not_utf8(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--batch", "没有.jsonl"]) == 2
    assert "没有.jsonl" in capsys.readouterr().err
    file = empty_environment / "gbk.jsonl"
    file.write_bytes("问题".encode("gb18030"))
    assert main(["ask", "--batch", str(file)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_question_and_batch_exclude_each_other(
    empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask"]) == 2
    assert main(["ask", "第十四条", "--batch", "x"]) == 2
    assert "二者选一" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["fly"], ["search"], ["search", "复核", "-k", "0"], ["ask", "x", "--as-of", "明天"]]
)
def test_wrong_arguments_are_one_line_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("命令参数有误")
    assert error.count("\n") == 1


def test_search_puts_the_address_first(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "第十四条", "-k", "3", "--json"]) == 0
    passages = json.loads(capsys.readouterr().out)
    assert [set(passage) for passage in passages] == [{"doc", "locator", "text", "score"}] * 3
    assert (passages[0]["doc"], passages[0]["locator"], passages[0]["score"]) == (
        "measures-2021",
        "第十四条",
        1.0,
    )


def test_search_ranks_the_clause_about_review_first(
    empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["search", "复核", "--json"])
    passages = json.loads(capsys.readouterr().out)
    assert passages[0]["locator"] in ("第十四条", "第六项")
    scores = [passage["score"] for passage in passages]
    assert scores == sorted(scores, reverse=True)


def test_index_status_before_any_build(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "status", "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["exists"] is False


def test_index_build_add_status(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = empty_environment / "常德细则.md"
    own.write_text(
        "# 常德市集群培育细则\n\n第一条 市级集群每两年评估一次。\n\n第二条 本细则自发布之日起施行。\n",
        encoding="utf-8",
    )
    assert main(["index", "build"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["index", "add", str(own)]) == 0
    identifier = capsys.readouterr().out.split("\t")[0]
    assert main(["index", "status", "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in status["documents"] if entry["added"]] == [identifier]
    assert main(["ask", "常德细则第一条", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert identifier in [citation["doc"] for citation in answer["citations"]]
    assert any("自行加入" in warning for warning in answer["warnings"])


def test_add_is_all_or_nothing(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = empty_environment / "好.md", empty_environment / "坏.docx"
    good.write_text("第一条 好。\n", encoding="utf-8")
    bad.write_bytes(b"not a docx")
    assert main(["index", "add", str(good), str(bad)]) == 2
    assert "坏.docx" in capsys.readouterr().err
    main(["index", "status", "--json"])
    assert json.loads(capsys.readouterr().out)["documents"] == []


def test_every_command_has_help() -> None:
    for command in (
        ["ask"],
        ["search"],
        ["check"],
        ["index"],
        ["index", "build"],
        ["index", "add"],
        ["index", "status"],
    ):
        with pytest.raises(SystemExit) as stopped:
            build_parser().parse_args([*command, "--help"])
        assert stopped.value.code == 0
