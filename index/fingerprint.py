"""Tell embedding models apart, so that vectors of one are not searched with another."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from index.fetch import ModelUnavailableError

# Raised when texts are prepared differently, so that vectors made before are not taken over.
PREPARATION: Final = "1"


def folder_fingerprint(folder: Path) -> str:
    """Hash of the configuration and weights in a model folder.

    Weights count by size and by their first and last megabyte: enough to tell two models or two trainings
    apart, and quick enough for every start.
    """
    digest = hashlib.sha256(PREPARATION.encode())
    files = sorted(path for path in folder.rglob("*") if path.is_file() and _matters(path))
    if not any(path.suffix in (".safetensors", ".bin", ".onnx") for path in files):
        raise ModelUnavailableError(f"文件夹 {folder} 里没有模型权重：请检查 ASSISTANT_EMBED_MODEL 的路径")
    for path in files:
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}:{size}\n".encode())
        with path.open("rb") as file:
            digest.update(file.read(1 << 20))
            if size > 1 << 20:
                file.seek(-min(size - (1 << 20), 1 << 20), 2)
                digest.update(file.read())
    return digest.hexdigest()[:16]


def _matters(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts[-2:]) or path.name == "MANIFEST.json":
        return False
    return path.suffix in (".json", ".txt", ".safetensors", ".bin", ".onnx", ".model")


def hub_fingerprint(model: str) -> str:
    """Hash of a hub id and of the revision that is on this machine.

    Raises:
        ModelUnavailableError: none is.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        folder = Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, HfHubHTTPError, ValueError, OSError) as error:
        raise ModelUnavailableError(f"本机没有语义模型 {model}：请先下载，或改用本地文件夹") from error
    # the folder of a snapshot is named after its revision
    return hashlib.sha256(f"{PREPARATION}:{model}@{folder.name}".encode()).hexdigest()[:16]
