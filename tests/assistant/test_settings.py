from datetime import date
from pathlib import Path

import pytest

from assistant.settings import DEFAULT_MODEL, Settings, load_settings
from index.errors import UserError


def test_defaults_need_nothing(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path / ".env")
    assert settings.embed_model == DEFAULT_MODEL
    assert settings.data_dir.is_absolute()
    assert settings.llm_base_url is None


def test_environment_wins_over_dotenv(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("ASSISTANT_EMBED_MODEL=from-file\nASSISTANT_AS_OF=2024-01-02\n", encoding="utf-8")
    settings = load_settings({"ASSISTANT_EMBED_MODEL": "none"}, dotenv)
    assert settings.embed_model == "none"
    assert settings.day() == date(2024, 1, 2)


def test_empty_variable_means_unset(tmp_path: Path) -> None:
    assert load_settings({"ASSISTANT_AS_OF": ""}, tmp_path / ".env").as_of is None


@pytest.mark.parametrize("value", ["2024-13-01", "昨天", "01/02/2024", "0", "1700000000", "20240102"])
def test_wrong_day_is_one_chinese_line(value: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ASSISTANT_AS_OF.*YYYY-MM-DD") as error:
        load_settings({"ASSISTANT_AS_OF": value}, tmp_path / ".env")
    assert "\n" not in str(error.value)


def test_key_is_not_shown() -> None:
    assert "geheim" not in repr(Settings(llm_api_key="geheim"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_dotenv_as_editors_save_it(encoding: str, tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes("ASSISTANT_EMBED_MODEL=none\r\nASSISTANT_DATA_DIR=/数据\r\n".encode(encoding))
    settings = load_settings({}, dotenv)
    assert (settings.embed_model, settings.data_dir.name) == ("none", "数据")


def test_dotenv_lines_that_are_no_settings(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("别人的 一行\nASSISTANT_EMBED_MODEL=none\n", encoding="utf-8")
    assert load_settings({}, dotenv).embed_model == "none"
    assert caplog.text == ""
    dotenv.write_text("A=1\nASSISTANT_EMBED_MODEL none\n", encoding="utf-8")
    with pytest.raises(UserError, match="第2行"):
        load_settings({}, dotenv)
    dotenv.write_bytes(bytes(range(256)))
    with pytest.raises(UserError, match=r"\.env"):
        load_settings({}, dotenv)
