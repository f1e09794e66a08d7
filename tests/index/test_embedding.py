import os

import numpy as np
import pytest

from assistant.settings import load_settings
from index.embedding import (
    BGE_ZH_QUERY,
    SentenceTransformerEmbedder,
    load_embedder,
    model_fingerprint,
    normalised,
)
from index.fetch import ModelUnavailableError, check_model, model_folder
from index.fingerprint import folder_fingerprint


def test_none_means_no_embedder(tmp_path):
    assert load_embedder("none", tmp_path) is None
    assert model_fingerprint("none", tmp_path) is None


@pytest.mark.parametrize("model", ["m3e-small", "./no/such", "/no/such/folder", "~/no/such"])
def test_missing_model_is_one_line_of_advice(tmp_path, model):
    with pytest.raises(ModelUnavailableError) as caught:
        load_embedder(model, tmp_path)
    assert "\n" not in str(caught.value)
    assert model_fingerprint(model, tmp_path) is None


def test_folder_without_weights_is_refused(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelUnavailableError, match="没有模型权重"):
        load_embedder(str(tmp_path), tmp_path)


def test_damaged_graph_is_refused(tmp_path):
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"garbage")
    (tmp_path / "config.json").write_text('{"hidden_size": 4}')
    with pytest.raises(ModelUnavailableError, match="无法加载"):
        load_embedder(str(tmp_path), tmp_path)


def test_fingerprint_changes_with_weights_and_settings_and_with_nothing_else(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(b"w" * 3_000_000)
    first = folder_fingerprint(tmp_path)
    os.utime(tmp_path / "model.safetensors", (0, 0))
    (tmp_path / "README.md").write_text("new words")
    assert folder_fingerprint(tmp_path) == first
    (tmp_path / "model.safetensors").write_bytes(b"w" * 2_999_999 + b"v")
    second = folder_fingerprint(tmp_path)
    (tmp_path / "config.json").write_text('{"a": 1}')
    assert len({first, second, folder_fingerprint(tmp_path)}) == 3


def test_normalised_vectors_have_length_one_and_zero_stays_zero():
    vectors = normalised(np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32))
    assert vectors.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0.0, 0.0]]


class Prompted:
    """Stands in for a loaded sentence-transformers model: records what it is given."""

    def __init__(self, prompts):
        self.prompts = prompts
        self.max_seq_length = 4096
        self.seen = []
        self.tokenizer = self

    def get_vocab(self):
        return {"A": 1, "a": 2}

    def get_embedding_dimension(self):
        return 2

    def encode(self, texts, **options):
        self.seen.extend(texts)
        return np.ones((len(texts), 2), dtype=np.float32)


@pytest.mark.parametrize(
    ("name", "prompts", "query", "passage"),
    [
        ("bge-small-zh-v1.5", {}, BGE_ZH_QUERY, ""),
        ("bge-small-zh-v1.5", {"query": "", "document": ""}, BGE_ZH_QUERY, ""),
        ("bge-large-en", {}, "", ""),
        ("other", {"query": "q: ", "document": "d: "}, "q: ", "d: "),
        ("other", {"query": "q: ", "passage": "p: ", "document": "d: "}, "q: ", "p: "),
    ],
)
def test_prompts_of_the_model_are_honoured(tmp_path, monkeypatch, name, prompts, query, passage):
    import sentence_transformers

    model = Prompted(prompts)
    monkeypatch.setattr(sentence_transformers, "SentenceTransformer", lambda *args, **options: model)
    folder = tmp_path / name
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"w")
    embedder = load_embedder(str(folder), tmp_path)
    assert isinstance(embedder, SentenceTransformerEmbedder)
    embedder.encode_queries(["Aa"])
    embedder.encode_passages(["Bb"])
    assert model.seen == [f"{query}Aa", f"{passage}Bb"]
    assert model.max_seq_length == 512


REAL = load_settings().data_dir


@pytest.mark.model
@pytest.mark.skipif(check_model(model_folder(REAL)) is not None, reason="the model has not been fetched")
def test_real_model_finds_the_answer_among_others():
    embedder = load_embedder("m3e-small", REAL)
    question = embedder.encode_queries(["复核多久进行一次？"])[0]
    passages = embedder.encode_passages(
        ["对认定的集群每三年复核一次，不合格的撤销称号。", "专项资金由财政部门拨付。", "本办法由省厅解释。"]
    )
    assert int(np.argmax(passages @ question)) == 0
    assert embedder.dimensions == 512
