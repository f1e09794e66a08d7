"""Shared fixtures: an assistant over the real corpus, without model and index, on a fixed day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.answering.service import Assistant
from assistant.settings import Settings

# Tests assert what is right, never how long it takes: a busy machine must not fail them.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def lexical_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings without a model, on a day on which the measures were in force."""
    return Settings(data_dir=tmp_path_factory.mktemp("data"), embed_model="none", as_of=date(2025, 6, 1))


@pytest.fixture(scope="session")
def assistant(lexical_settings: Settings) -> Assistant:
    """An assistant that needs neither network nor model nor a built index."""
    return Assistant(lexical_settings)


@pytest.fixture
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A working directory and data directory of the test's own, and no model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_EMBED_MODEL", "none")
    monkeypatch.setenv("ASSISTANT_AS_OF", "2025-06-01")
    return tmp_path
