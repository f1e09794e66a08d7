"""What happens on a click: plain functions from inputs to HTML and results, without Gradio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from assistant.models import Passage
from assistant.page.clusters import Query, select, table_html
from assistant.page.drafts import Checked
from assistant.page.export import download_html
from assistant.page.hits import search_html
from assistant.page.markup import notice
from assistant.page.owners import current_visitor
from assistant.page.reader import document_html
from assistant.page.services import Services
from assistant.page.shelf import Shelf
from assistant.registry import Registry
from index.corpus import Corpus
from index.errors import UserError

AUTO = "自动识别"
_FOUND = 20  # passages shown
_WIDE = 100  # passages looked through for those of one document


class Desk:
    """Serves one request after another; keeps nothing between them.

    Args:
        services: the product's parts.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def check(
        self,
        upload: str | Path | None,
        stage: str = AUTO,
        category: str = AUTO,
        step: Callable[[str], None] = lambda line: None,
    ) -> Checked:
        """Take an uploaded draft and check it.

        Args:
            upload: the uploaded file; it is moved away from where it was.
            stage: 初赛, 决赛 or 自动识别.
            category: one of the two or 自动识别.
            step: told each stage of the work.

        Raises:
            UserError: the draft cannot be read.
        """
        step("正在接收文件……")
        draft = self._services.drafts.receive(upload, visitor=current_visitor())
        try:
            return self._services.drafts.check(draft, _chosen(stage), _chosen(category), step)
        except UserError:
            self._services.drafts.discard(draft)
            raise

    def check_sample(self, key: str, step: Callable[[str], None] = lambda line: None) -> Checked:
        """Check one of the samples.

        Args:
            key: which one, see `assistant.page.samples`.
            step: told each stage of the work.
        """
        from assistant.page.samples import sample_docx, samples

        sample = next(each for each in samples() if each.key == key)
        drafts = self._services.drafts
        draft = drafts.keep(sample.file_name, sample_docx(key), current_visitor())
        return drafts.check(draft, None, None, step)

    def check_again(self, checked: Checked | None, stage: str, category: str) -> Checked:
        """Check a draft once more, as another stage or category.

        Raises:
            UserError: there is no draft any more.
        """
        if checked is None or not checked.draft.is_file():
            raise UserError("文件已不在，请重新选择文件。")
        return self._services.drafts.check(checked.draft, _chosen(stage), _chosen(category))

    @property
    def corpus(self) -> Corpus:
        """The documents."""
        return self._services.assistant.context.corpus

    def day(self) -> date:
        """The day on which validity is judged."""
        return self._services.settings.day()

    def forget(self, checked: Checked | None) -> None:
        """Delete a draft and what was made of it."""
        if checked is not None:
            self._services.drafts.discard(checked.draft)

    def search(self, query: str, doc: str = "") -> str:
        """Search results.

        Args:
            query: what to look for.
            doc: only in this document, "" for all.
        """
        found: list[Passage] = []
        if query.strip():
            try:
                found = self._services.assistant.search(query, k=_WIDE if doc else _FOUND)
            except UserError as error:
                return notice(str(error), "fail")
        chosen = [passage for passage in found if doc in ("", passage.doc)][:_FOUND]
        return search_html(chosen, self.corpus, query, self.day())

    def documents(self) -> list[tuple[str, str]]:
        """(title, id) of each document; those that a user added say so."""
        return [
            (f"{document.title}（自行加入）" if document.added else document.title, document.id)
            for document in self.corpus.documents.values()
        ]

    def document(self, doc: str | None) -> str:
        """A whole document."""
        document = self.corpus.document(doc or "")
        if document is None:
            return notice("请选择一份文件。")
        return document_html(document, self.day())

    @property
    def registry(self) -> Registry:
        """The lists of clusters."""
        return self._services.assistant.context.registry

    def clusters(self, query: Query) -> str:
        """The clusters that meet the filters, with the link that downloads them."""
        found = select(self.registry, query)
        return table_html(found, query, download_html(found))

    @property
    def shelf(self) -> Shelf:
        """The documents that users add."""
        return self._services.shelf

    def shelve(self, uploads: Sequence[str]) -> None:
        """Add uploaded documents, in the background.

        Raises:
            UserError: an upload is gone.
        """
        visitor = current_visitor()
        paths = [self._services.drafts.receive(upload, visitor=visitor) for upload in uploads]
        self.shelf.add(paths)

    def status(self) -> str:
        """The line above the tabs: progress, or what a reader should know of the index."""
        startup = self._services.startup
        return notice(startup.line, "warn" if startup.failed else "note") if startup.line else ""

    def forms(self) -> list[Path]:
        """The blank forms as Word files."""
        from assistant.checker.reports.blank import blank_form
        from assistant.page.drafts import FORMS, STAGES

        folder = self._services.drafts.root / FORMS
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"参赛报告（{stage}）空白表.docx" for stage in STAGES]
        for path, stage in zip(paths, STAGES, strict=True):
            path.write_bytes(blank_form(stage))  # type: ignore[arg-type]
        return paths


def _chosen(value: str) -> str | None:
    return None if value in ("", AUTO) else value
