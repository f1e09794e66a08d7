import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import build_parser, main
from eval.drafts.generate import write_drafts
from eval.drafts.sample import sample_report

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
    "line",
    [
        "不是 JSON",
        '{"id": 1}',
        '{"id": 1, "turns": []}',
        '{"id": 1, "turns": [3]}',
        "[]",
        "[" * 100_000,
        '{"id": NaN, "turns": ["第十四条"]}',
    ],
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


def test_batch_error_names_all_lines(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = empty_environment / "questions.jsonl"
    file.write_text('{"turns": ["第十四条"]}\n{\n\n[]\n', encoding="utf-8")
    assert main(["ask", "--batch", str(file)]) == 2
    assert "第2、4行" in capsys.readouterr().err


@pytest.mark.parametrize("character", ["\u2028", "\u0085"])
def test_batch_lines_end_at_line_feeds_only(
    character: str, empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = empty_environment / "questions.jsonl"
    line = json.dumps({"id": 1, "turns": [f"第十四条{character}"]}, ensure_ascii=False)
    file.write_bytes(f"{line}\r\n{line}\r\n".encode())
    assert main(["ask", "--batch", str(file)]) == 0
    answers = [json.loads(text) for text in capsys.readouterr().out.split("\n") if text]
    assert [answer["citations"][0]["locator"] for answer in answers] == ["第十四条"] * 2


def test_batch_from_a_closed_standard_input(
    empty_environment: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["ask", "--batch", "-"]) == 2
    assert "标准输入已关闭" in capsys.readouterr().err


def test_an_added_document_is_removed(empty_environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = empty_environment / "细则.txt"
    file.write_text("第一条 每年三月申报。\n", encoding="utf-8")
    assert main(["index", "add", str(file)]) == 0
    assert main(["index", "remove", "细则"]) == 0
    capsys.readouterr()
    assert main(["index", "status"]) == 0
    assert "细则" not in capsys.readouterr().out
    assert main(["index", "remove", "细则"]) == 2
    assert "index status" in capsys.readouterr().err


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
        ["form"],
    ):
        with pytest.raises(SystemExit) as stopped:
            build_parser().parse_args([*command, "--help"])
        assert stopped.value.code == 0


@pytest.fixture
def draft(empty_environment: Path) -> Path:
    path = empty_environment / "初赛报告.docx"
    path.write_bytes(sample_report("初赛", "先进制造业集群"))
    return path


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafts")
    write_drafts(folder)
    return folder


def test_check_of_a_complete_draft_ends_with_0(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--json"]) == 0
    output = capsys.readouterr()
    report = json.loads(output.out)
    assert not [finding for finding in report["findings"] if finding["severity"] == "error"]
    assert output.err == ""


def test_check_ends_with_1_exactly_where_there_are_errors(
    drafts: Path, empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = set()
    for path in sorted(drafts.glob("*.docx"))[::8]:
        status = main(["check", str(path), "--json"])
        output = capsys.readouterr()
        severities = {finding["severity"] for finding in json.loads(output.out)["findings"]}
        assert status == (1 if "error" in severities else 0), path.name
        assert output.err == ""
        statuses.add(status)
    assert 1 in statuses


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.docx", b""), ("坏.docx", b"PK\x03\x04"), ("x.pdf", b"%PDF-1.4"), ("没有.docx", None)],
)
def test_check_of_an_unusable_file_ends_with_2(
    name: str, data: bytes | None, empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert main(["check", name, "--json", "--html", "out.html"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert name in output.err
    assert output.err.count("\n") == 1
    assert not Path("out.html").exists()


def test_check_json_has_the_keys_of_the_contract_in_order(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.checker.form_loader import load_form
    from assistant.checker.reports.blank import fill_form
    from eval.drafts.mutations import set_cell
    from eval.drafts.sample import sample_content

    content = set_cell("2.1/output/growth", "99.9")(sample_content("初赛", "先进制造业集群"))
    draft.write_bytes(fill_form(load_form("初赛"), content))
    assert main(["check", str(draft), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["file", "stage", "category", "cluster", "score", "conditions", "findings"]
    condition = report["conditions"][0]
    assert list(condition) == ["id", "name", "score", "weight", "requirements"]
    requirement = condition["requirements"][0]
    assert list(requirement) == ["id", "text", "status", "evidence", "why", "advice"]
    places = [
        place
        for condition in report["conditions"]
        for requirement in condition["requirements"]
        for place in requirement["evidence"]
    ]
    assert ["section", "row", "column", "value"] in [list(place) for place in places]
    (finding,) = [finding for finding in report["findings"] if finding["rule"] == "growth-rate"]
    assert list(finding) == [
        "rule",
        "kind",
        "severity",
        "section",
        "row",
        "column",
        "found",
        "expected",
        "message",
        "advice",
        "citation",
    ]
    assert list(finding["citation"]) == ["doc", "locator"]


def test_check_text_goes_to_standard_output(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft)]) == 0
    output = capsys.readouterr()
    assert "总分" in output.out
    assert output.err == ""


def test_check_writes_its_outputs(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--html", "a.html", "--docx", "a.docx"]) == 0
    assert "<html" in Path("a.html").read_text(encoding="utf-8")
    assert Path("a.docx").read_bytes().startswith(b"PK")
    assert {path.name for path in draft.parent.iterdir() if path.is_file()} == {
        "a.html",
        "a.docx",
        draft.name,
    }


EXCEPTION = """例外:
  - 规则: growth-rate
    章节: "2.1"
    行: 集群总产值（亿元）
    列: 增幅（%）
    理由: 统计口径调整
    批准人: 张某
    有效期至: 2025-06-01
"""


@pytest.fixture
def faulty(draft: Path) -> Path:
    """A draft with one error."""
    from assistant.checker.form_loader import load_form
    from assistant.checker.reports.blank import fill_form
    from eval.drafts.mutations import set_cell
    from eval.drafts.sample import sample_content

    content = set_cell("2.1/output/growth", "99.9")(sample_content("初赛", "先进制造业集群"))
    draft.write_bytes(fill_form(load_form("初赛"), content))
    return draft


@pytest.mark.parametrize(("day", "status"), [("2025-06-01", 0), ("2025-06-02", 1)])
@pytest.mark.parametrize("by", ["setting", "option"])
def test_accepted_errors_do_not_count_until_they_expire(
    day: str,
    status: int,
    by: str,
    faulty: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("x.yaml").write_text(EXCEPTION, encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_AS_OF", day if by == "setting" else "2030-01-01")
    options = ["--as-of", day] if by == "option" else []
    assert main(["check", faulty.name]) == 1
    capsys.readouterr()
    assert main(["check", faulty.name, "--exceptions", "x.yaml", "--json", *options]) == status
    report = json.loads(capsys.readouterr().out)
    assert report["exceptions"]["as_of"] == day
    assert report["exceptions"]["accepted"] == 1 - status
    assert [note["problem"] for note in report["exceptions"]["notes"]] == ["expired"] * status


def test_a_template_filled_in_makes_the_draft_pass(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty.name, "--write-exceptions", "x.yaml"]) == 1
    text = Path("x.yaml").read_text(encoding="utf-8")
    for blank, value in (("理由", "a"), ("批准人", "b"), ("有效期至", "2025-12-31")):
        text = text.replace(f"{blank}: ''", f"{blank}: {value}")
    Path("x.yaml").write_text(text, encoding="utf-8")
    assert main(["check", faulty.name, "--exceptions", "x.yaml"]) == 0
    assert "已接受" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        (None, [], "文件不存在"),
        ("- 规则: x\n", [], "没有写“章节”"),
        (EXCEPTION, ["--html", "x.yaml"], "例外清单"),
        (EXCEPTION, ["--write-exceptions", "x.yaml"], "例外清单"),
    ],
)
def test_an_unusable_file_of_exceptions_ends_with_2(
    text: str | None, options: list[str], said: str, faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        Path("x.yaml").write_text(text, encoding="utf-8")
    assert main(["check", faulty.name, "--exceptions", "x.yaml", *options]) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""
    assert text is None or Path("x.yaml").read_text(encoding="utf-8") == text


def test_check_writes_sarif(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty.name, "--sarif", "a.sarif"]) == 1
    log = json.loads(Path("a.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["growth-rate"]


def test_a_draft_that_is_no_word_file_gives_a_word_report_and_says_so(
    empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("稿.txt").write_text(
        "湖南省产业集群竞赛参赛报告（初赛）\n一、集群基本信息\n集群名称\t某集群\n", encoding="utf-8"
    )
    assert main(["check", "稿.txt", "--docx", "a.docx"]) == 1
    output = capsys.readouterr()
    assert "不是 Word" in output.err
    assert "a.docx 是 Word 格式的检查结果，不是原稿" in output.err
    assert output.err.count("\n") == 1
    assert Path("a.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("stage", ["初赛", "决赛"])
def test_form_writes_a_blank_form_that_can_be_checked(
    stage: str, empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["form", "空白表.docx", "--stage", stage]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "空白表.docx", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["stage"], report["score"]) == (stage, 0)
    assert main(["form", "没有/空白表.docx"]) == 2
    assert "文件夹不存在" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--html", "初赛报告.docx"], "原稿"),
        (["--docx", "./初赛报告.docx"], "原稿"),
        (["--docx", "link.docx"], "原稿"),
        (["--html", "x", "--docx", "./x"], "同一个文件"),
        (["--html", "good.html", "--docx", "初赛报告.docx"], "原稿"),
        (["--html", "folder"], "是文件夹"),
        (["--html", "none/x.html"], "文件夹不存在"),
    ],
)
def test_check_refuses_outputs_before_anything_is_written(
    options: list[str], said: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder").mkdir()
    os.link(draft, "link.docx")
    before = draft.read_bytes()
    files = set(draft.parent.rglob("*"))
    assert main(["check", draft.name, *options]) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""
    assert draft.read_bytes() == before
    assert set(draft.parent.rglob("*")) == files


def test_a_failed_write_leaves_what_was_there(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.html").write_text("earlier", encoding="utf-8")
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        write(path, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["check", str(draft), "--html", "a.html"]) == 2
    assert "磁盘已满" in capsys.readouterr().err
    assert Path("a.html").read_text(encoding="utf-8") == "earlier"
    assert not list(draft.parent.glob(".*.tmp"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [["ask", "第十四条", "--json"], ["search", "第十四条"], ["index", "status"]],
)
def test_a_full_disk_behind_standard_output_is_one_chinese_line(
    arguments: list[str], empty_environment: Path
) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            cwd=Path(__file__).resolve().parents[2],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "无法写出结果（磁盘已满）：请检查磁盘空间和权限。\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少 COMMAND"),
        (["fly"], "“fly”不在可选范围，可选：ask、search、check、index"),
        (["check"], "缺少 FILE"),
        (["check", "x", "--stage", "复赛"], "--stage “复赛”不在可选范围，可选：初赛、决赛"),
        (["check", "x", "--stage"], "--stage 后面缺少一个值"),
        (["check", "x", "--html", ""], "--html 文件名不能为空"),
        (["check", "x", "--json=1"], "--json 不接受值“1”"),
        (["search", "x", "y\nz"], "不认识 y z"),
        (["search", "x", "--no\nsuch"], "不认识 --no such"),
        (["index", "add"], "缺少 FILE"),
        (["index"], "缺少 ACTION"),
        (["search", "x", "-k", "0"], "-k 条数“0”应为正整数"),
        (["ask", "x", "--as-of", "2026-02-30"], "--as-of “2026-02-30”不是日期"),
        (["ask", "x", "--as-of", "2026-W01-1"], "应写成 YYYY-MM-DD"),
    ],
)
def test_wrong_arguments_are_told_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    text = capsys.readouterr().out
    assert text.startswith("用法：")
    assert not set(text.split()) & {"usage:", "options:", "positional", "show"}


def test_what_the_system_says_is_told_in_chinese(
    empty_environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "--batch", "没有.jsonl"]) == 2
    assert "文件不存在" in capsys.readouterr().err
    Path("folder").mkdir()
    assert main(["ask", "--batch", "folder"]) == 2
    assert "是文件夹" in capsys.readouterr().err
