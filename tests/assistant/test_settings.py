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
