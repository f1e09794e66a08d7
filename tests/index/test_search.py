import threading

from index import layout
from index.build import build_with
from index.fusion import LEXICAL
from index.search import HybridSearch
from tests.index.fakes import HashEmbedder, articles, listing, rules


class Loud:
    """An embedder that must not be used."""

    name = "fake"
    dimensions = 64
    fingerprint = "fake-1"

    def encode_queries(self, texts):
        raise AssertionError("the dense search was loaded")

    encode_passages = encode_queries


def test_without_index_the_documents_are_searched_in_memory(tmp_path):
    search = HybridSearch(tmp_path / "nothing", documents=lambda: [rules(), listing()])
    assert search.search("银杏苗圃")[0].id == "listing#附件1 序号2"
    assert search.notes() == ("还没有索引，现在只做字面检索；运行 index build 可建立索引",)
    assert not (tmp_path / "nothing" / "index").exists()


def test_neither_index_nor_documents_find_nothing(tmp_path):
    assert HybridSearch(tmp_path).search("苗圃") == []


def test_lexical_weights_load_no_vectors(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder())
    hits = HybridSearch(tmp_path, embedder=Loud()).search("资金奖励", weights=LEXICAL)
    assert hits[0].id == "rules#第四条"
    assert hits[0].parts.dense is None
    assert hits[0].raw.words > 0


def test_stale_index_answers_from_the_documents_of_now(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder())
    changed = articles("rules", "苗圃评比办法", ["由林业站负责验收。", "每个乡镇参加评比的苗圃不超过三个。"])
    search = HybridSearch(tmp_path, documents=lambda: [changed], embedder=HashEmbedder())
    hits = {hit.id: hit for hit in search.search("验收")}
    assert next(iter(hits)) == "rules#第一条"
    assert "rules#第四条" not in hits, "a clause that is gone is not found"
    assert hits["rules#第一条"].raw.dense == 0, "a vector of the old text does not count"
    hits = {hit.id: hit for hit in search.search("每个乡镇")}
    assert hits["rules#第二条"].raw.dense > 0, "a vector of an unchanged text does"
    assert search.notes()[0].startswith("索引已过期（文件有增减或改动）")


def test_new_build_is_seen_by_a_search_that_is_open(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder())
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    assert search.search("丙镇林场", weights=LEXICAL) == []
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    build_with(tmp_path, [listing()], HashEmbedder())
    assert search.search("丙镇林场")[0].id == "listing#附件1 序号3"


def test_index_of_another_model_is_searched_without_vectors(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder("one"))
    search = HybridSearch(tmp_path, embedder=HashEmbedder("two"))
    hit = search.search("资金奖励")[0]
    assert (hit.id, hit.parts.dense) == ("rules#第四条", None)
    assert "语义模型" in search.notes()[0]


def test_broken_vector_store_leaves_lexical_search(tmp_path):
    version = build_with(tmp_path, [rules()], HashEmbedder()).version
    store = layout.index_root(tmp_path) / version / "chroma" / "chroma.sqlite3"
    store.write_bytes(b"not a database" * 1000)
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    hit = search.search("资金奖励")[0]
    assert (hit.id, hit.parts.dense) == ("rules#第四条", None)
    assert "向量库" in search.notes()[0]


def test_kinds_and_documents_restrict_every_search(tmp_path):
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    assert {hit.doc for hit in search.search("苗圃", docs=["rules"])} == {"rules"}
    rows = search.search("苗圃", kinds=["row"])
    assert {hit.locator for hit in rows} == {"附件1 序号1", "附件1 序号2", "附件1 序号3"}
    assert search.search("苗圃", kinds=["row"], docs=["rules"]) == []


def test_equal_scores_stand_in_the_order_of_documents_and_clauses(tmp_path):
    twins = [articles(doc, "同一办法", ["完全相同的一条。"] * 2) for doc in ("b", "a")]
    search = HybridSearch(tmp_path, documents=lambda: twins)
    assert [hit.doc for hit in search.search("相同")] == ["a", "a", "b", "b"]
    assert search.search("相同") == search.search("相同")


def test_scores_lie_between_zero_and_one_and_k_is_kept(tmp_path):
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    hits = search.search("评比的苗圃", 2)
    assert len(hits) == 2
    assert 1 >= hits[0].score >= hits[1].score >= 0
    assert search.search("", 5) == search.search("苗圃", 0) == []


def test_threads_share_a_search(tmp_path):
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    search = HybridSearch(tmp_path, embedder=HashEmbedder())
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append([hit.id for hit in search.search("评比的苗圃")]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)


def test_index_is_opened_twice_in_one_process_and_while_the_next_one_is_written(tmp_path, monkeypatch):
    build_with(tmp_path, [rules()], HashEmbedder())
    first = HybridSearch(tmp_path, embedder=HashEmbedder())
    second = HybridSearch(tmp_path, embedder=HashEmbedder())
    before = first.search("资金奖励")
    swap = layout.set_current
    seen = []

    def while_building(*arguments):
        seen.append((first.search("资金奖励"), second.search("资金奖励")))
        swap(*arguments)

    monkeypatch.setattr(layout, "set_current", while_building)
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    assert seen == [(before, before)]
    assert before[0].parts.dense is not None
