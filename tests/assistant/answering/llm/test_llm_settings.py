"""Settings of a language model: what is wrong is one Chinese line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.llm.endpoint import endpoint
from assistant.settings import Settings, load_settings
from index.errors import UserError

SET = {"ASSISTANT_LLM_BASE_URL": "http://127.0.0.1:8000", "ASSISTANT_LLM_MODEL": "m"}


def load(tmp_path: Path, **changes: str) -> Settings:
    return load_settings({**SET, **changes}, tmp_path / ".env")


def test_a_bare_host_gets_the_usual_path(tmp_path: Path) -> None:
    assert load(tmp_path).llm_base_url == "http://127.0.0.1:8000/v1"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_LLM_BASE_URL", "api.deepseek.com"),
        ("ASSISTANT_LLM_TIMEOUT", "0"),
        ("ASSISTANT_LLM_FIRST_TIMEOUT", "快"),
        ("ASSISTANT_LLM_RETRIES", "9"),
        ("ASSISTANT_LLM_DRAFTS", "也许"),
    ],
)
def test_a_wrong_value_is_named_with_the_mend(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=f"{name}.*应") as error:
        load(tmp_path, **{name: value})
    assert "\n" not in str(error.value)


def test_a_password_in_a_wrong_address_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, ASSISTANT_LLM_BASE_URL="ftp://me:geheim@host/v1")
    assert "geheim" not in str(error.value)
    assert error.value.__suppress_context__


@pytest.mark.parametrize("key", ["ｓｋ－1", "sk 1", "sk-1\nsk-2", "密钥"])
def test_a_wrong_key_is_told_and_not_repeated(key: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ASSISTANT_LLM_API_KEY") as error:
        load(tmp_path, ASSISTANT_LLM_API_KEY=key)
    assert key not in str(error.value)
    assert load(tmp_path, ASSISTANT_LLM_API_KEY=" sk-1\n").llm_api_key == "sk-1"


def test_neither_key_nor_address_is_in_what_settings_print(tmp_path: Path) -> None:
    settings = load(tmp_path, ASSISTANT_LLM_API_KEY="sk-1", ASSISTANT_LLM_BASE_URL="http://me:geheim@h")
    assert "sk-1" not in repr(settings) + str(settings)
    assert "geheim" not in repr(settings) + str(settings) + repr(endpoint(settings))


@pytest.mark.parametrize("missing", list(SET))
def test_half_a_model_is_told(missing: str, tmp_path: Path) -> None:
    values = {name: value for name, value in SET.items() if name != missing}
    with pytest.raises(UserError, match=missing):
        load_settings(values, tmp_path / ".env")


def test_nothing_private_is_sent_unless_set(tmp_path: Path) -> None:
    assert not load(tmp_path).llm_drafts
    assert not load(tmp_path).llm_documents
    assert load(tmp_path, ASSISTANT_LLM_DRAFTS="1").llm_drafts
