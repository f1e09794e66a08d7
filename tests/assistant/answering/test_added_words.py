"""Figures, telephones and headings of documents that a user adds."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant
from assistant.library import Library
from assistant.settings import Settings

HANDBOOK = """# 集群服务手册

## 一、服务热线

热线为0731-12345678，工作日8:30至17:30。

## 二、服务内容

### （一）政策咨询

三个工作日内答复。
"""


@pytest.fixture(scope="module")
def helped(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("handbook")
    (folder / "手册.md").write_text(HANDBOOK, encoding="utf-8")
    settings = Settings(data_dir=folder / "data", embed_model="none")
    Library(settings).add([folder / "手册.md"])
    return Assistant(settings)


@pytest.mark.parametrize(
    ("question", "said"),
    [("政策咨询几个工作日答复", "三个工作日内答复"), ("集群服务热线是多少", "0731-12345678")],
)
def test_what_is_asked_for_is_found_in_its_own_unit(helped: Assistant, question: str, said: str) -> None:
    answer = helped.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert "#" not in answer.answer
    assert answer.answer.count(said) == 1
