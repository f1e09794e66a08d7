"""Sentence embedding: texts to unit vectors.

Two ways to the same vectors: `OnnxEmbedder` for a folder that holds an exported `model.onnx` (starts in half
a second, no torch), `SentenceTransformerEmbedder` for any other sentence-transformers model.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.fetch import DEFAULT_MODEL, ModelUnavailableError, check_model, model_folder
from index.fingerprint import folder_fingerprint, hub_fingerprint

Vectors = NDArray[np.float32]

NO_MODEL: Final = "none"
MAX_TOKENS: Final = 512
BATCH: Final = 32
# The instruction that the bge-*-zh models were trained with for queries; their v1.5 is published without a
# `prompts` entry in its configuration.
BGE_ZH_QUERY: Final = "为这个句子生成表示以用于检索相关文章："


class Embedder(Protocol):
    """Turns texts into unit vectors.

    Attributes:
        name: the model's name as a reader knows it.
        dimensions: length of a vector.
        fingerprint: changes whenever the same text might get another vector.
    """

    name: str
    dimensions: int
    fingerprint: str

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 [n, dimensions], each of length 1."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, float32 [n, dimensions], each of length 1."""
        ...


def load_embedder(model: str, data_dir: Path) -> Embedder | None:
    """The embedder for a model setting.

    Args:
        model: `m3e-small` (the model that `index.fetch` fetches), a folder, a hub id, or `none`.
        data_dir: where fetched models live.

    Returns:
        The embedder; None for `none`.

    Raises:
        ModelUnavailableError: the model is not there, damaged or cannot be loaded.
    """
    if model == NO_MODEL:
        return None
    folder = _folder_of(model, data_dir)
    if folder is not None and (folder / "model.onnx").is_file():
        return OnnxEmbedder(folder)
    return SentenceTransformerEmbedder(model if folder is None else str(folder))


def model_fingerprint(model: str, data_dir: Path) -> str | None:
    """The fingerprint that `load_embedder(model, data_dir)` would have, without loading the model.

    None for `none` and where the model is not there.
    """
    if model == NO_MODEL:
        return None
    try:
        folder = _folder_of(model, data_dir)
        return folder_fingerprint(folder) if folder is not None else hub_fingerprint(model)
    except ModelUnavailableError:
        return None


def _folder_of(model: str, data_dir: Path) -> Path | None:
    """The folder a model setting means, None for a hub id."""
    if model == DEFAULT_MODEL:
        folder = model_folder(data_dir)
        if problem := check_model(folder):
            raise ModelUnavailableError(f"语义模型 {model} 不可用：{problem}；请运行 index build 重新获取")
        return folder
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    if path.is_absolute() or model.startswith((".", "~")) or model.count("/") > 1 or "\\" in model:
        raise ModelUnavailableError(f"找不到语义模型文件夹 {model}：请检查 ASSISTANT_EMBED_MODEL 的路径")
    return None


class OnnxEmbedder:
    """A model exported by `index.fetch`, on ONNX Runtime.

    Args:
        folder: holds `model.onnx`, `tokenizer.json` and `config.json`.

    Raises:
        ModelUnavailableError: the files cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        try:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            # read as JSON first, since tokenizers raises nothing narrower than Exception
            tokenizer = (folder / "tokenizer.json").read_text(encoding="utf-8")
            json.loads(tokenizer)
            self._tokenizer = Tokenizer.from_str(tokenizer)
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except _load_errors() as error:
            raise ModelUnavailableError(
                f"语义模型 {folder.name} 无法加载：请运行 index build 重新获取"
            ) from error
        self._tokenizer.enable_truncation(
            min(MAX_TOKENS, int(config.get("max_position_embeddings", MAX_TOKENS)))
        )
        self._tokenizer.enable_padding(pad_id=int(config.get("pad_token_id") or 0))
        self._lower = _lower_case_only(self._tokenizer.get_vocab())
        self.name = folder.name
        self.dimensions = int(config["hidden_size"])
        self.fingerprint = folder_fingerprint(folder)

    def encode_raw(self, texts: Sequence[str]) -> Vectors:
        """Vectors as the model gives them, not normalised, [n, dimensions]."""
        return _in_batches(texts, self.dimensions, self._encode_batch)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""
        return normalised(self.encode_raw(texts))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages."""
        return normalised(self.encode_raw(texts))

    def _encode_batch(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch([text.lower() for text in texts] if self._lower else texts)
        inputs = {
            "input_ids": np.array([encoding.ids for encoding in encodings], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64),
        }
        vectors: Vectors = self._session.run(["embedding"], inputs)[0]
        return vectors


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, on torch.

    Prompts come from the model's own configuration (`query`, `passage` or `document`); the bge-*-zh models
    without that entry get the instruction that they were trained with.

    Args:
        model: a folder or a hub id.

    Raises:
        ModelUnavailableError: the model cannot be loaded.
    """

    def __init__(self, model: str) -> None:
        self.fingerprint = folder_fingerprint(Path(model)) if Path(model).is_dir() else ""
        try:
            from sentence_transformers import SentenceTransformer

            self._model: Any = SentenceTransformer(model, device="cpu")
        except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
            raise ModelUnavailableError(
                f"语义模型 {model} 无法加载：请检查 ASSISTANT_EMBED_MODEL，或设为 none 只用字面检索"
            ) from error
        self.fingerprint = self.fingerprint or hub_fingerprint(model)
        self._model.max_seq_length = min(MAX_TOKENS, self._model.max_seq_length or MAX_TOKENS)
        self.name = Path(model).name
        self.dimensions = int(_dimension(self._model))
        prompts: dict[str, str] = {key: value for key, value in self._model.prompts.items() if value}
        bge = "bge-" in self.name.lower() and "-zh" in self.name.lower()
        self._query_prompt = prompts.get("query", BGE_ZH_QUERY if bge else "")
        self._passage_prompt = prompts.get("passage", prompts.get("document", ""))
        self._lower = _lower_case_only(self._model.tokenizer.get_vocab())

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages."""
        return self._encode(texts, self._passage_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        prepared = [prompt + (text.lower() if self._lower else text) for text in texts]

        def encode(batch: list[str]) -> Vectors:
            vectors: Vectors = self._model.encode(
                batch, prompt="", batch_size=BATCH, convert_to_numpy=True, show_progress_bar=False
            )
            return vectors.astype(np.float32)

        return normalised(_in_batches(prepared, self.dimensions, encode))


def _lower_case_only(vocabulary: Mapping[str, int]) -> bool:
    """Whether capitals would all be unknown to the model (m3e-small), so that texts have to be lowered."""
    return "A" not in vocabulary and "a" in vocabulary


def _dimension(model: Any) -> int:
    # renamed in sentence-transformers 5.4
    getter = getattr(model, "get_embedding_dimension", None) or model.get_sentence_embedding_dimension
    return int(getter())


def _load_errors() -> tuple[type[Exception], ...]:
    """What reading a damaged tokenizer or graph raises."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    names = ("Fail", "InvalidArgument", "InvalidGraph", "InvalidProtobuf", "NoSuchFile", "NotImplemented")
    runtime = tuple(getattr(state, name) for name in names if hasattr(state, name))
    return (OSError, ValueError, KeyError, RuntimeError, *runtime)


def _in_batches(texts: Sequence[str], dimensions: int, encode: Callable[[list[str]], Vectors]) -> Vectors:
    """Encodes in batches of similar length, so that little is spent on padding."""
    result = np.zeros((len(texts), dimensions), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda position: (len(texts[position]), position))
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        result[chosen] = encode([texts[position] for position in chosen])
    return result


def normalised(vectors: Vectors) -> Vectors:
    """The vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)


__all__ = [
    "NO_MODEL",
    "Embedder",
    "ModelUnavailableError",
    "OnnxEmbedder",
    "SentenceTransformerEmbedder",
    "Vectors",
    "load_embedder",
    "model_fingerprint",
    "normalised",
]
