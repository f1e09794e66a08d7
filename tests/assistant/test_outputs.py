import io
import json
import os
from pathlib import Path

import pytest

from assistant.arguments import words
from assistant.cli import main
from assistant.outputs import print_json
from index.parsing.readers import read_file

needs_bytes = pytest.mark.skipif(os.name == "nt", reason="names of files are not bytes there")


def _as_single_bytes(text: str) -> str:
    """What Python makes of an argument in a locale without Chinese."""
    return text.encode().decode("ascii", "surrogateescape")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_json_loses_nothing_in_the_encoding_of_the_output(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = {"复核": "每三年😀㎥\u2028“一次”\\u\n", "surrogate": "a\u00b2"}
    buffer = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(buffer, encoding=encoding, errors="replace"))
    print_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(buffer.getvalue().decode(encoding)) == value


def test_an_output_without_chinese_gets_utf8(
    empty_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    assert main(["feedback"]) == 0
    assert "用户评价" in buffer.getvalue().decode()


@needs_bytes
def test_words_of_a_locale_without_chinese(tmp_path: Path) -> None:
    assert words(_as_single_bytes("复核多久一次")) == words("复核多久一次") == "复核多久一次"
    (tmp_path / "细则.txt").write_text("第一条 每年三月申报。\n", encoding="utf-8")
    document = read_file(tmp_path / _as_single_bytes("细则.txt"))
    assert (document.id, document.title) == ("细则", "细则")


def test_a_locale_without_chinese_file_names_is_told(
    empty_environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(self: object) -> None:
        "/数据".encode("ascii")

    monkeypatch.setattr("assistant.feedback.FeedbackLog.read", read)
    assert main(["feedback"]) == 2
    assert "PYTHONUTF8=1" in capsys.readouterr().err
