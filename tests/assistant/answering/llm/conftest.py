"""A scripted server in place of a language model, and an assistant that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.llm.endpoint import Endpoint, Timing
from assistant.answering.service import Assistant
from assistant.settings import Settings
from eval.llm.server import Script, ScriptedServer

KEY = "sk-very-secret"


@pytest.fixture(scope="session", autouse=True)
def _imported() -> None:
    """Import what requests need before any of the short time limits runs."""
    import openai  # noqa: F401
    from llama_index.llms.openai_like import OpenAILike  # noqa: F401


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(Script()) as running:
        yield running


@pytest.fixture
def endpoint(server: ScriptedServer) -> Endpoint:
    timing = Timing(connect=5, first=5, gap=5, total=10, retries=2, backoff=0.001, patience=1)
    return Endpoint(server.url, "scripted", KEY, timing)


@pytest.fixture
def with_llm(
    assistant: Assistant, lexical_settings: Settings, server: ScriptedServer
) -> Callable[..., Assistant]:
    """Makes an assistant that asks the scripted server; all of them read the documents once."""

    def make(**changes: Any) -> Assistant:
        values = {
            "llm_base_url": server.url,
            "llm_model": "scripted",
            "llm_api_key": KEY,
            "llm_first_timeout": 5.0,
            "llm_gap_timeout": 5.0,
            "llm_retries": 0,
        }
        made = Assistant(lexical_settings.model_copy(update=values | changes))
        made.__dict__ |= {"context": assistant.context, "_understander": assistant._understander}
        return made

    return make


@pytest.fixture
def own_document(tmp_path: Path, lexical_settings: Settings) -> Settings:
    """Settings of an assistant to which a user has added a document."""
    from assistant.library import Library

    source = tmp_path / "内部通知.md"
    source.write_text(
        "第一条 本县申报补助标准为每个集群80万元。\n\n第二条 补助资金由县财政局拨付。\n", encoding="utf-8"
    )
    settings = lexical_settings.model_copy(update={"data_dir": tmp_path / "data"})
    Library(settings).add([source])
    return settings
