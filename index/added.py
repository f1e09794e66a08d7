"""Documents that a user adds: read, kept, indexed — all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.build import BuildResult, build
from index.corpus import load_corpus, save_document
from index.documents import Document
from index.errors import UserError
from index.fetch import DEFAULT_MODEL
from index.oserrors import reason as explain
from index.parsing.frontmatter import write_document

Progress = Callable[[str], None]


@dataclass(frozen=True)
class AddResult:
    """What was added.

    Attributes:
        documents: the documents, in the order of the files.
        replaced: ids of those that took the place of an earlier file of the same name.
        build: the build that followed.
    """

    documents: tuple[Document, ...]
    replaced: tuple[str, ...]
    build: BuildResult


def added_folder(data_dir: Path) -> Path:
    """Where added documents are kept; `load_corpus` takes it."""
    return data_dir / "documents"


def add_documents(
    data_dir: Path,
    paths: Sequence[Path],
    model: str = DEFAULT_MODEL,
    chroma_url: str | None = None,
    progress: Progress | None = None,
) -> AddResult:
    """Add files to the documents and bring the index up to date.

    A file whose name makes the id of a document added before takes its place; where it differs, that is said.

    Args:
        data_dir: the product's data folder.
        paths: .docx, .pdf, .html, .md or .txt files.
        model: as for `index.build.build`.
        chroma_url: as for `index.build.build`.
        progress: called with lines of Chinese.

    Raises:
        UserError: a file cannot be used, or the index cannot be written; then nothing was added.
    """
    from index.parsing.readers import read_file

    say = progress or (lambda line: None)
    taken = set(load_corpus(None).documents)
    documents: list[Document] = []
    for path in paths:
        say(f"正在读取 {path.name}")
        document = read_file(path, taken)
        taken.add(document.id)
        documents.append(document)
    folder = added_folder(data_dir)
    with _changing(folder):
        before = load_corpus(folder).documents
        replaced = tuple(document.id for document in documents if document.id in before)
        with _restored_on_failure(folder, [document.id for document in documents]):
            _place(documents, folder)
            result = build(data_dir, load_corpus(folder).documents.values(), model, chroma_url, progress)
    for path, document in zip(paths, documents, strict=True):
        earlier = before.get(document.id)
        if earlier is not None and write_document(earlier) != write_document(document):
            say(f"{path.name} 与先前加入的“{earlier.title}”同名，已替换")
    return AddResult(tuple(documents), replaced, result)


def remove_document(
    data_dir: Path,
    doc: str,
    model: str = DEFAULT_MODEL,
    chroma_url: str | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Take a document that a user added out again, and bring the index up to date.

    Raises:
        UserError: there is no added document `doc`, or the index cannot be written; then it stays.
    """
    folder = added_folder(data_dir)
    with _changing(folder):
        if doc in load_corpus(None).documents:
            raise UserError(f"{doc} 是自带文件，不能移除；只能移除自己加入的文件")
        if doc not in load_corpus(folder).documents:
            raise UserError(f"没有加入过编号为 {doc} 的文件：请用 index status 查看已有文件")
        with _restored_on_failure(folder, [doc]):
            _file(folder, doc).unlink(missing_ok=True)
            return build(data_dir, load_corpus(folder).documents.values(), model, chroma_url, progress)


def _file(folder: Path, doc: str) -> Path:
    return folder / f"{doc}.md"


def _place(documents: Sequence[Document], folder: Path) -> None:
    """Write all aside first, so that a full disk is met before anything is moved."""
    aside = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder))
    try:
        for path in [save_document(document, aside) for document in documents]:
            os.replace(path, folder / path.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _changing(folder: Path) -> Iterator[None]:
    """One change of the folder at a time."""
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=10):
            # left by a process that died; nobody else is at work while the lock is held
            for left in folder.glob(".adding-*"):
                shutil.rmtree(left, ignore_errors=True)
            yield
    except Timeout as error:
        raise UserError("另一个进程正在加入或移除文件：请等它完成后再试") from error
    except OSError as error:
        reason = explain(error)
        raise UserError(f"无法保存文件（{reason}）：请检查 {folder} 的磁盘空间和写权限") from error


@contextmanager
def _restored_on_failure(folder: Path, docs: Sequence[str]) -> Iterator[None]:
    """Puts the files of `docs` back as they were where the block does not come to its end."""
    before = {doc: _file(folder, doc).read_bytes() if _file(folder, doc).exists() else None for doc in docs}
    try:
        yield
    except BaseException:
        for doc, content in before.items():
            if content is None:
                _file(folder, doc).unlink(missing_ok=True)
            else:
                _file(folder, doc).write_bytes(content)
        raise
