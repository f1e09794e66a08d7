"""Parts that the page's script acts on: a clause that opens over the page, a link into a document, copying."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.page.clauses import badge, clause_in_context, reference
from assistant.page.clausetext import anchor
from assistant.page.markup import element, esc
from index.corpus import Corpus

Basis = tuple[str, str]  # document id, locator


def basis_button(basis: Basis, corpus: Corpus) -> str:
    """A button that opens the clause; plain text where the corpus has no such clause."""
    doc, locator = basis
    document = corpus.document(doc)
    if document is None:
        return esc(f"{doc} {locator}")
    name = esc(f"《{document.title}》{locator}")
    if corpus.clause(doc, locator) is None:
        return name
    return element("button", name, "ca-textlink", type="button", data_ca_dialog=_dialog_id(basis))


def basis_dialogs(bases: Iterable[Basis], corpus: Corpus, day: date) -> str:
    """The clauses that `basis_button` opens, each once.

    Args:
        bases: what is cited, also more than once.
        corpus: the documents.
        day: the day on which validity is judged.
    """
    return "".join(_dialog(basis, corpus, day) for basis in dict.fromkeys(bases))


def goto_link(basis: Basis, label: str, css: str = "ca-textlink") -> str:
    """A link that opens the document of a clause at the clause."""
    address = "/".join(filter(None, basis))
    return element("a", esc(label), css, href=f"#{anchor(*basis)}", data_ca_goto=address)


def copy_button(text: str, label: str = "复制引用", what: str = "") -> str:
    """A button that copies `text`.

    Args:
        text: what is copied.
        label: what stands on it.
        what: what it copies, for those who cannot see where it stands.
    """
    name = f"{label}：{what}" if what else label
    # Line ends would be lost in an attribute of one line.
    kept = text.replace("\n", "\\n")
    return element("button", esc(label), "ca-copy", type="button", aria_label=name, data_ca_copy=kept)


def _dialog_id(basis: Basis) -> str:
    return "ca-basis-" + "-".join(basis).replace(" ", "-")


def _dialog(basis: Basis, corpus: Corpus, day: date) -> str:
    doc, locator = basis
    document, clause = corpus.document(doc), corpus.clause(doc, locator)
    if document is None or clause is None:
        return ""
    close = element("button", "关闭", "ca-close", type="button", data_ca_close="1")
    head = element("div", element("strong", esc(locator)) + badge(document, day) + close, "ca-dialog-head")
    source = element("p", esc(reference(document)), "ca-path")
    whole = element("p", goto_link((doc, clause.locator), "在文件中打开"))
    body = element("div", source + clause_in_context(document, clause.locator) + whole, "ca-dialog-body")
    return element("dialog", head + body, "ca-dialog", id=_dialog_id(basis), aria_label=f"依据：{locator}")
