"""The prompts: Chinese, versioned, one file each, small."""

from __future__ import annotations

from importlib.resources import files

import pytest

from assistant.answering.llm.prompts import NAMES, load_prompt


def test_every_file_is_a_prompt_and_every_prompt_a_file() -> None:
    found = {
        path.name.removesuffix(".md") for path in files("prompts").iterdir() if path.name.endswith(".md")
    }
    assert found == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_prompt_names_itself_its_version_and_its_purpose(name: str) -> None:
    prompt = load_prompt(name)
    assert prompt.id == name
    assert prompt.version >= 1
    assert prompt.purpose
    assert [role for role, _ in prompt.sections] == ["system", "user"]


def test_a_value_missing_or_too_many_is_a_fault() -> None:
    with pytest.raises(KeyError):
        load_prompt("followup").messages(question="问")
    with pytest.raises(KeyError):
        load_prompt("search_terms").messages(question="问", other="x")


def test_braces_in_values_stay_as_they_are() -> None:
    message = load_prompt("search_terms").messages(question="{question} {x}")[1]
    assert "{question} {x}" in str(message.content)
