"""The synonym lexicon is well formed and anchored in the corpus."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
import yaml

from index.corpus import load_corpus

# Words that stand in any question: as a wording they would tie unrelated clauses to it.
TOO_COMMON = {
    *("要求", "方面", "情况", "工作", "问题", "集群", "产业", "企业", "园区", "湖南", "我们", "怎么", "什么"),
    *("多少", "哪些", "可以", "申报", "项目", "发展", "建设", "单位", "部门", "材料", "报告", "政府", "时间"),
}


class _UniqueKeys(yaml.SafeLoader):
    """A loader that refuses a key written twice; plain YAML keeps the last one in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value)
        twice = [key for key, times in keys.items() if times > 1]
        assert twice == []
        return super().construct_mapping(node, deep)


@pytest.fixture(scope="module")
def synonyms() -> dict[str, list[str]]:
    text = (files("corpus") / "lexicon" / "synonyms.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=_UniqueKeys)
    assert isinstance(loaded, dict)
    return loaded


def test_every_entry_is_a_term_with_a_list_of_wordings(synonyms: dict[str, list[str]]) -> None:
    odd = [
        key
        for key, wordings in synonyms.items()
        if not isinstance(key, str)
        or not isinstance(wordings, list)
        or not all(isinstance(wording, str) for wording in wordings)
    ]
    assert odd == []
    assert len(synonyms) >= 350


def test_every_key_stands_verbatim_in_a_clause(synonyms: dict[str, list[str]]) -> None:
    texts = [clause.text for clause in load_corpus()]
    assert [key for key in synonyms if not any(key in text for text in texts)] == []


def test_wordings_are_long_and_specific_enough(synonyms: dict[str, list[str]]) -> None:
    bad = [
        (key, wording)
        for key, wordings in synonyms.items()
        for wording in wordings
        if len(wording) < 2 or wording != wording.strip() or wording in TOO_COMMON
    ]
    assert bad == []


def test_wordings_add_something_to_their_key(synonyms: dict[str, list[str]]) -> None:
    # A wording that contains its key can only occur where the key occurs too.
    idle = [(key, wording) for key, wordings in synonyms.items() for wording in wordings if key in wording]
    assert idle == []


def test_no_wording_twice_under_a_key(synonyms: dict[str, list[str]]) -> None:
    twice = [
        (key, wording)
        for key, wordings in synonyms.items()
        for wording, times in Counter(wordings).items()
        if times > 1
    ]
    assert twice == []


def test_every_key_has_at_least_three_wordings(synonyms: dict[str, list[str]]) -> None:
    assert [key for key, wordings in synonyms.items() if len(wordings) < 3] == []
