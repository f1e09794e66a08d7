"""Questions that lead to a clause (document expansion) are searched with it and never come back themselves."""

from dataclasses import replace

import pytest
from fakes import HashEmbedder, listing, rules

from index.build import build_with
from index.corpus import load_corpus
from index.fusion import LEXICAL, Weights
from index.nodes import corpus_stamp, make_nodes, make_question_nodes
from index.search import HybridSearch

ASKED = {
    "第四条": ("能拿到多少补助", "有没有奖金"),
    "第二条": ("一个乡最多报几家",),
    "第九条": ("没有这一条",),
}


def expanded():
    return replace(rules(), questions=ASKED)


def test_question_nodes_point_to_their_clause_and_skip_unknown_ones():
    nodes = make_nodes([expanded()])
    found = make_question_nodes([expanded()], nodes)
    assert [(node.id, node.parent, node.locator, node.text) for node in found] == [
        ("rules#第四条?1", "rules#第四条", "第四条", "能拿到多少补助"),
        ("rules#第四条?2", "rules#第四条", "第四条", "有没有奖金"),
        ("rules#第二条?1", "rules#第二条", "第二条", "一个乡最多报几家"),
    ]


def test_the_stamp_changes_with_the_questions():
    assert corpus_stamp([expanded()]) != corpus_stamp([rules()])


@pytest.mark.parametrize("built", [True, False], ids=["index", "memory"])
def test_a_question_without_a_word_of_the_clause_finds_it(tmp_path, built):
    documents = [expanded(), listing()]
    if built:
        build_with(tmp_path, documents, HashEmbedder())
    search = HybridSearch(tmp_path, documents=lambda: documents, embedder=HashEmbedder())
    hits = search.search("补助多少呀", weights=LEXICAL if not built else Weights())
    assert hits[0].id == "rules#第四条"
    assert {hit.id for hit in hits} <= {node.id for node in make_nodes(documents)}
    assert (hits[0].question is not None) is built
    plain = HybridSearch(tmp_path / "none", documents=lambda: [rules(), listing()])
    assert not plain.search("补助多少呀", weights=LEXICAL)


def test_filters_hold_for_questions_too(tmp_path):
    build_with(tmp_path, [expanded(), listing()], HashEmbedder())
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    assert all(hit.doc == "listing" for hit in search.search("能拿到多少补助", docs=["listing"]))
    assert all(hit.locator != "第四条" for hit in search.search("能拿到多少补助", kinds=["row"]))


def test_without_weight_questions_do_not_change_the_ranking(tmp_path):
    build_with(tmp_path, [expanded()], HashEmbedder())
    build_with(tmp_path / "plain", [rules()], HashEmbedder())
    weights = Weights(0.25, 0.25, 0.5, 0.0)
    ranked = [
        [
            (hit.id, hit.score)
            for hit in HybridSearch(folder, embedder=HashEmbedder()).search("苗圃 资金", weights=weights)
        ]
        for folder in (tmp_path, tmp_path / "plain")
    ]
    assert ranked[0] == ranked[1]


def test_questions_of_the_corpus_lead_to_passages():
    documents = list(load_corpus().documents.values())
    passages = {node.id for node in make_nodes(documents)}
    for document in documents:
        asked = [question for questions in document.questions.values() for question in questions]
        assert not {f"{document.id}#{locator}" for locator in document.questions} - passages
        assert all(question.strip() for question in asked)
        assert all(len(set(questions)) == len(questions) for questions in document.questions.values())
