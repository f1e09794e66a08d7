"""What a question asks for is learnt from the known questions and kept with the index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import HashEmbedder, listing, rules

from index import known, layout
from index.build import build_with
from index.labels import Labeller, learn
from index.nodes import make_nodes, make_question_nodes
from index.search import HybridSearch

ASKED = {
    "第四条": ("能拿到多少补助", "补助有没有", "补助发到哪里", "给不给补助"),
    "第二条": ("一个乡最多报几家", "一个乡报两家行吗", "一个乡能报一家以上吗"),
}


def expanded():
    return replace(rules(), questions=ASKED)


def learnt() -> Labeller:
    documents = [expanded(), listing()]
    embedder = HashEmbedder()
    questions = make_question_nodes(documents, make_nodes(documents))
    vectors = embedder.encode_passages([node.text for node in questions])
    found = learn(documents, questions, vectors, embedder)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "clause"), [("补助怎么拿", "rules#第四条"), ("一个乡几家可以报", "rules#第二条")]
)
def test_a_new_wording_leans_to_the_clause_of_like_ones(question: str, clause: str) -> None:
    labeller = learnt()
    scores = labeller.scores(question, HashEmbedder().encode_queries([question])[0])
    assert max(scores, key=lambda label: scores[label]) == ("", clause)


def test_other_things_have_labels_of_their_own() -> None:
    labeller = learnt()
    question = "明天下雨吗"
    scores = labeller.scores(question, HashEmbedder().encode_queries([question])[0])
    assert {matter for group, matter in scores if group == known.OUTSIDE} == set(known.outside().values())
    assert max(scores, key=lambda label: scores[label])[0] == known.OUTSIDE


def test_clauses_count_the_same_however_many_questions_they_have() -> None:
    many = {**ASKED, "第四条": tuple(f"补助第{number}问" for number in range(60))}
    documents = [replace(rules(), questions=many)]
    questions = make_question_nodes(documents, make_nodes(documents))
    embedder = HashEmbedder()
    found = learn(documents, questions, embedder.encode_passages([node.text for node in questions]), embedder)
    assert found is not None
    question = "一个乡几家"
    scores = found.scores(question, embedder.encode_queries([question])[0])
    assert scores["", "rules#第二条"] > scores["", "rules#第四条"]


def test_saved_and_loaded_it_says_the_same(tmp_path: Path) -> None:
    labeller = learnt()
    labeller.save(tmp_path)
    again = Labeller.load(tmp_path)
    assert again is not None
    vector = HashEmbedder().encode_queries(["补助"])[0]
    before, after = labeller.scores("补助", vector), again.scores("补助", vector)
    assert before.keys() == after.keys()
    assert np.allclose(list(before.values()), list(after.values()), atol=2e-3)


def test_documents_without_questions_teach_nothing(tmp_path: Path) -> None:
    build_with(tmp_path, [rules()], HashEmbedder())
    assert HybridSearch(tmp_path, embedder=HashEmbedder()).leanings("补助") == {}


def test_questions_in_added_documents_are_not_learnt_from() -> None:
    documents = [replace(expanded(), added=True)]
    questions = make_question_nodes(documents, make_nodes(documents))
    embedder = HashEmbedder()
    assert learn(documents, questions, embedder.encode_passages(["问"] * len(questions)), embedder) is None


def test_the_index_keeps_it_and_a_lexical_search_has_none(tmp_path: Path) -> None:
    documents = [expanded(), listing()]
    build_with(tmp_path, documents, HashEmbedder())
    search = HybridSearch(tmp_path, documents=lambda: documents, embedder=HashEmbedder())
    assert ("", "rules#第四条") in search.leanings("补助多少呀")
    assert search.leanings("  ") == {}
    assert HybridSearch(tmp_path, model="none", documents=lambda: documents).leanings("补助多少呀") == {}


def test_a_damaged_file_is_told_and_search_goes_on(tmp_path: Path) -> None:
    documents = [expanded(), listing()]
    build_with(tmp_path, documents, HashEmbedder())
    version = layout.current_version(tmp_path)
    assert version is not None
    path = layout.index_root(tmp_path) / version / "labels.npz"
    path.write_bytes(b"x" * path.stat().st_size)
    search = HybridSearch(tmp_path, documents=lambda: documents, embedder=HashEmbedder())
    assert search.search("补助")
    assert search.leanings("补助") == {}
    assert any("现在只做字面检索" in note for note in search.notes())


def test_every_known_question_has_one_group_and_no_other_thing_is_one() -> None:
    groups = known.groups()
    assert {"subject", "quota", "review"} <= set(groups.values())
    assert any(group.startswith(known.UNSTATED) for group in groups.values())
    assert not known.outside().keys() & groups.keys()


def test_the_last_questions_are_asked_of_the_model_once(tmp_path: Path) -> None:
    documents = [expanded(), listing()]
    build_with(tmp_path, documents, HashEmbedder())
    embedder = HashEmbedder()
    search = HybridSearch(tmp_path, documents=lambda: documents, embedder=embedder)
    near = search.asked("补助多少呀", 3)
    search.leanings("补助多少呀")
    search.search("补助多少呀")
    assert embedder.queries == ["补助多少呀"]
    assert search.asked("补助多少呀", 1) == near[:1]
    assert len(search.asked("补助多少呀", 5)) > len(near)
