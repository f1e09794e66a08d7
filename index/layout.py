"""Where the parts of the index lie on disk, and which version is current.

`index/CURRENT` names a version folder; it is replaced in one step, so that a reader sees the old index or
the new one, never a mixture.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

# Raised when the layout changes; an index of another format is rebuilt.
FORMAT: Final = 2
BUILDING_PREFIX: Final = ".building-"


@dataclass(frozen=True)
class IndexedDocument:
    """What the index holds of one document."""

    id: str
    title: str
    clauses: int
    added: bool
    official: bool


@dataclass(frozen=True)
class IndexMeta:
    """What an index was made from.

    Attributes:
        format: layout version.
        version: name of the version folder.
        instance: identifies the data folder; part of the name of the collection.
        built: time of building, ISO 8601 in UTC.
        corpus: stamp of the documents (`index.nodes.corpus_stamp`).
        analysis: stamp of the term makers (`index.analysis.lexicon_stamp`).
        model: name of the embedding model, None for a lexical index.
        fingerprint: of that model.
        dimensions: of its vectors.
        chroma_url: the server that holds the vectors, None for the embedded store.
        nodes: number of passages.
        questions: number of questions that lead to them.
        documents: what is in it.
        files: size in bytes of every file but the vector store's.
    """

    format: int
    version: str
    instance: str
    built: str
    corpus: str
    analysis: str
    model: str | None
    fingerprint: str | None
    dimensions: int
    chroma_url: str | None
    nodes: int
    questions: int
    documents: tuple[IndexedDocument, ...]
    files: dict[str, int]


def index_root(data_dir: Path) -> Path:
    """The folder of all versions."""
    return data_dir / "index"


def current_version(data_dir: Path) -> str | None:
    """Name of the version that `CURRENT` points to, None where there is no index."""
    try:
        name = (index_root(data_dir) / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if name and "/" not in name and "\\" not in name and not name.startswith(".") else None


def set_current(data_dir: Path, version: str) -> None:
    """Make `version` the current one."""
    pointer = index_root(data_dir) / "CURRENT"
    aside = pointer.with_name(f".CURRENT-{os.getpid()}")
    with aside.open("w", encoding="utf-8") as file:
        file.write(version + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, pointer)


def read_meta(folder: Path) -> IndexMeta | None:
    """The meta of a version folder; None where it is missing, of another format, or a file is not whole."""
    try:
        raw: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if raw.get("format") != FORMAT:
            return None
        raw["documents"] = tuple(IndexedDocument(**entry) for entry in raw["documents"])
        meta = IndexMeta(**{field.name: raw[field.name] for field in fields(IndexMeta)})
        whole = all((folder / name).stat().st_size == size for name, size in meta.files.items())
        if meta.model is not None and meta.chroma_url is None:
            whole = whole and (folder / "chroma" / "chroma.sqlite3").is_file()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return meta if whole else None


def write_meta(folder: Path, meta: IndexMeta) -> None:
    """Write `meta.json`, the last file of a version."""
    text = json.dumps(asdict(meta), ensure_ascii=False, indent=1)
    (folder / "meta.json").write_text(text, encoding="utf-8")


def file_sizes(folder: Path) -> dict[str, int]:
    """Size of every file below `folder` but those of the vector store, which change when it is opened."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "chroma" not in path.relative_to(folder).parts
    }


def instance_id(data_dir: Path) -> str:
    """A short name for this data folder, made once; keeps collections on a shared server apart."""
    path = index_root(data_dir) / "INSTANCE"
    try:
        known = path.read_text(encoding="utf-8").strip()
        if known.isalnum() and known.isascii():
            return known
    except (OSError, UnicodeDecodeError):
        pass
    fresh = secrets.token_hex(4)
    path.write_text(fresh + "\n", encoding="utf-8")
    return fresh


def sweep(data_dir: Path, keep: set[str]) -> None:
    """Delete what earlier builds left, but for the versions in `keep`; only while holding the build lock.

    What another process still has open is left for the next time (Windows refuses to delete it).
    """
    for path in index_root(data_dir).iterdir():
        if path.name.startswith(".CURRENT-"):
            path.unlink(missing_ok=True)
        elif path.is_dir() and path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def disk_bytes(folder: Path) -> int:
    """Bytes used by the files below `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
