import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from filelock import FileLock

from index import build as build_module
from index import layout
from index.build import build, build_with
from index.errors import UserError
from index.nodes import make_nodes
from index.search import HybridSearch
from index.status import status
from index.store import VectorStore, collection_name
from tests.index.fakes import HashEmbedder, articles, listing, rules

ROOT = Path(__file__).resolve().parents[2]


def found(data_dir, query="资金奖励", **options):
    """Ids of the hits, from the index alone."""
    return [hit.id for hit in HybridSearch(data_dir, **options).search(query, 3)]


def test_built_index_is_searched_with_words_bigrams_and_vectors(tmp_path):
    result = build_with(tmp_path, [rules(), listing()], HashEmbedder())
    assert result.changed
    assert result.nodes == result.encoded == 9
    assert result.model == "fake"
    (best, *_) = HybridSearch(tmp_path, embedder=HashEmbedder()).search("苗圃的资金奖励")
    assert best.id == "rules#第四条"
    assert None not in (best.parts.words, best.parts.bigrams, best.parts.dense)


def test_nothing_changed_means_nothing_written_and_nothing_encoded(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder())
    before = {path: path.stat().st_mtime_ns for path in layout.index_root(tmp_path).rglob("*")}
    embedder = HashEmbedder()
    result = build_with(tmp_path, [rules()], embedder)
    assert not result.changed
    assert embedder.passages == []
    after = {path: path.stat().st_mtime_ns for path in layout.index_root(tmp_path).rglob("*")}
    assert {path for path in after if "chroma" not in path.parts} == {
        path for path in before if "chroma" not in path.parts
    }


def test_only_changed_texts_are_embedded_again(tmp_path):
    build_with(tmp_path, [rules(), listing()], HashEmbedder())
    changed = articles("rules", "苗圃评比办法", ["新写的一条。", "每个乡镇参加评比的苗圃不超过三个。"])
    embedder = HashEmbedder()
    result = build_with(tmp_path, [changed, listing()], embedder)
    assert [text.splitlines()[1] for text in embedder.passages] == ["第一条 新写的一条。"]
    assert (result.encoded, result.reused) == (1, 6)
    # the vectors taken over belong to the right nodes
    nodes = {node.id: node for node in make_nodes([changed, listing()])}
    meta = layout.read_meta(layout.index_root(tmp_path) / result.version)
    store = VectorStore(layout.index_root(tmp_path) / result.version / "chroma")
    name = collection_name(meta.instance, meta.version)
    for node in nodes.values():
        nearest = store.query(name, HashEmbedder().encode_queries([node.text])[0], 1)
        assert nodes[next(iter(nearest))].text == node.text
        assert next(iter(nearest.values())) == pytest.approx(1.0, abs=1e-5)


def test_another_model_embeds_everything_again(tmp_path):
    build_with(tmp_path, [rules()], HashEmbedder("one"))
    result = build_with(tmp_path, [rules()], HashEmbedder("two"))
    assert result.encoded == 4
    assert build_with(tmp_path, [rules()], HashEmbedder("two"), force=True).encoded == 4


def test_lexical_index_says_so_and_is_rebuilt_when_a_model_is_there(tmp_path):
    lexical = build(tmp_path, [rules()], model="none")
    assert lexical.model is None
    assert status(tmp_path, [rules()], model="none").model is None
    assert found(tmp_path, model="none")[0] == "rules#第四条"
    assert build_with(tmp_path, [rules()], HashEmbedder()).encoded == 4


def test_missing_model_gives_a_lexical_index_with_a_note(tmp_path):
    result = build(tmp_path, [rules()], model=str(tmp_path / "no" / "model"))
    assert result.model is None
    assert "找不到语义模型" in result.note
    assert found(tmp_path, model="none")


@pytest.mark.parametrize(
    ("place", "death"),
    [
        ("index.layout.set_current", "os.kill(os.getpid(), signal.SIGKILL)"),
        ("index.layout.write_meta", "os._exit(7)"),
    ],
)
def test_killed_half_way_the_old_index_answers_and_the_next_build_succeeds(tmp_path, death, place):
    if "SIGKILL" in death and not hasattr(signal, "SIGKILL"):
        pytest.skip("no SIGKILL on this system")
    old = build_with(tmp_path, [rules()], HashEmbedder())
    module, name = place.rsplit(".", 1)
    script = f"""
        import os, signal
        from pathlib import Path
        import {module} as module
        from index.build import build_with
        from tests.index.fakes import HashEmbedder, listing, rules
        def die(*arguments):
            {death}
        module.{name} = die
        build_with(Path({str(tmp_path)!r}), [rules(), listing()], HashEmbedder())
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, check=False)
    assert run.returncode in (7, -9)
    assert layout.current_version(tmp_path) == old.version
    assert found(tmp_path, embedder=HashEmbedder())[0] == "rules#第四条"

    result = build_with(tmp_path, [rules(), listing()], HashEmbedder())
    assert (result.encoded, result.reused) == (5, 4)
    assert found(tmp_path, "丙镇林场", embedder=HashEmbedder())[0] == "listing#附件1 序号3"
    left = {path.name for path in layout.index_root(tmp_path).iterdir() if path.is_dir()}
    assert left == {old.version, result.version}, "what the dead process left is gone"


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (build_module.Field, "build"),
        (build_module.layout, "write_meta"),
        (build_module.VectorStore, "write"),
        (build_module.layout, "set_current"),
    ],
)
def test_full_disk_is_reported_and_leaves_the_old_index(tmp_path, monkeypatch, target, name):
    old = build_with(tmp_path, [rules()], HashEmbedder())

    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(target, name, full)
        with pytest.raises(UserError, match="原有索引未改动") as caught:
            build_with(tmp_path, [rules(), listing()], HashEmbedder())
    assert "\n" not in str(caught.value)
    assert layout.current_version(tmp_path) == old.version
    assert found(tmp_path, embedder=HashEmbedder())[0] == "rules#第四条"
    assert build_with(tmp_path, [rules(), listing()], HashEmbedder()).changed


def test_two_builds_at_once_are_kept_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(build_module, "_LOCK_SECONDS", 0.0)
    layout.index_root(tmp_path).mkdir(parents=True)
    with FileLock(layout.index_root(tmp_path) / ".lock"), pytest.raises(UserError, match="另一个进程"):
        build_with(tmp_path, [rules()], None)


def test_folder_that_cannot_be_written_is_one_line_of_advice(tmp_path):
    (tmp_path / "index").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="写权限") as caught:
        build_with(tmp_path, [rules()], None)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("damage", ["format", "size", "gone", "chroma", "pointer"])
def test_damaged_index_is_noticed_and_rebuilt(tmp_path, damage):
    version = build_with(tmp_path, [rules()], HashEmbedder()).version
    folder = layout.index_root(tmp_path) / version
    if damage == "format":
        text = (folder / "meta.json").read_text(encoding="utf-8")
        (folder / "meta.json").write_text(text.replace('"format": 2', '"format": 99'), encoding="utf-8")
    elif damage == "size":
        with (folder / "nodes.jsonl").open("a", encoding="utf-8") as file:
            file.write("half a line")
    elif damage == "gone":
        (folder / "words" / "vocab.index.json").unlink()
    elif damage == "chroma":
        (folder / "chroma" / "chroma.sqlite3").unlink()
    else:
        (layout.index_root(tmp_path) / "CURRENT").write_bytes(b"\xff\xfe")
    assert not status(tmp_path, [rules()], model="none").exists
    search = HybridSearch(tmp_path, documents=lambda: [rules()], embedder=HashEmbedder())
    assert search.search("资金奖励")[0].id == "rules#第四条"
    assert "index build" in search.notes()[0]
    assert build_with(tmp_path, [rules()], HashEmbedder()).changed
    assert found(tmp_path, embedder=HashEmbedder())[0] == "rules#第四条"


def test_status_tells_what_is_in_the_index_and_whether_it_is_stale(tmp_path):
    assert status(tmp_path, [rules()]).reasons == ("还没有建立索引，请运行 index build",)
    added = articles("mine", "我的办法", ["甲", "乙"], added=True)
    build_with(tmp_path, [rules(), added], None)
    now = status(tmp_path, [rules(), added], model="none")
    assert now.exists
    assert not now.stale
    assert [(entry.id, entry.clauses, entry.added) for entry in now.documents] == [
        ("rules", 4, False),
        ("mine", 2, True),
    ]
    assert now.bytes > 0
    assert status(tmp_path, [rules()], model="none").reasons == ("文件有增减或改动",)
    assert status(tmp_path, [rules(), added], model="none", chroma_url="http://h:1").stale


def test_llama_index_reads_the_collection(tmp_path):
    from llama_index.core import VectorStoreIndex
    from llama_index.core.embeddings import MockEmbedding
    from llama_index.core.vector_stores import VectorStoreQuery
    from llama_index.vector_stores.chroma import ChromaVectorStore

    result = build_with(tmp_path, [rules()], HashEmbedder())
    meta = layout.read_meta(layout.index_root(tmp_path) / result.version)
    store = VectorStore(layout.index_root(tmp_path) / result.version / "chroma")
    collection = store._client.get_collection(collection_name(meta.instance, meta.version))
    assert collection.metadata is None
    assert collection.configuration["hnsw"]["space"] == "cosine"
    vectors = ChromaVectorStore(chroma_collection=collection)
    query = HashEmbedder().encode_queries(["由县政府给予资金奖励"])[0].tolist()
    answer = vectors.query(VectorStoreQuery(query_embedding=query, similarity_top_k=2))
    assert answer.ids[0] == "rules#第四条"
    node = answer.nodes[0]
    assert (node.metadata["doc"], node.metadata["locator"]) == ("rules", "第四条")
    assert node.get_content().endswith("获奖苗圃由县政府给予资金奖励。")
    index = VectorStoreIndex.from_vector_store(vectors, embed_model=MockEmbedding(embed_dim=64))
    assert len(index.as_retriever(similarity_top_k=3).retrieve("苗圃")) == 3


def test_index_folder_can_be_moved(tmp_path):
    build_with(tmp_path / "a", [rules()], HashEmbedder())
    os.rename(tmp_path / "a", tmp_path / "b")
    assert found(tmp_path / "b", embedder=HashEmbedder())[0] == "rules#第四条"


def test_a_server_that_does_not_answer_is_told_in_chinese(tmp_path):
    with pytest.raises(UserError, match="请检查该服务和 ASSISTANT_CHROMA_URL") as refused:
        build_with(tmp_path, [rules()], HashEmbedder(), chroma_url="http://127.0.0.1:9")
    assert "Could not" not in str(refused.value)
