"""The text at an address (第十四条), looked up and never searched."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.answering.passage import printed, row_words
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.retrieval.address import candidates, found_in
from index.clauses import Clause
from index.documents import Document
from index.numerals import parse_numeral
from index.parsing.markers import without_marker

_TEXT_LIMIT = 1500  # characters shown of one address; an annex of 48 rows is not read in a chat
_TELLING = 5  # characters: a first line shorter than this is but a number (附件1)
_LAST_STEP = re.compile(r"(?:（[^（）]*）\d*| [^ ]+)$")
_SENTENCE = re.compile(
    r"(?:(最后|倒数)(?:的)?(?:第?([一二三四五六七八九十\d]+))?|第([一二三四五六七八九十\d]+))个?句话?"
)
_COUNTED = {"row": "行", "item": "项", "subitem": "点", "article": "条", "section": "个部分"}


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """The clause at each address named, whole, with its document."""
    found = False
    for locator in plan.locators:
        clauses = candidates(locator, plan, context.corpus)
        for clause in clauses:
            _show(clause, composer, context.corpus.documents[clause.doc], plan.standalone)
        found = found or bool(clauses)
        if not clauses:
            found = _missing(locator, plan, composer, context) or found
        _others(locator, clauses, plan, composer, context)
    return composer.build("answered" if found else "no_evidence")


def fallback(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """The clause at the address, where nothing in it was found to answer more closely."""
    return answer(plan, composer, context, day) if plan.locators else None


def _show(clause: Clause, composer: Composer, document: Document, question: str = "") -> None:
    text = printed(document, clause)
    sentence = _sentence(question, clause) if question else None
    if sentence is not None:
        text = sentence
    mark = composer.cite(document.id, clause.locator, sentence or _telling(document, clause))
    number = f"（{document.number}）" if document.number else ""
    cut = ""
    if len(text) > _TEXT_LIMIT:
        text, cut = _cut(text), "\n（篇幅较长，以上为开头部分，全文请打开条款查看。）"
    composer.add(f"《{document.title}》{number}{clause.locator}{mark}：\n{text}{cut}\n\n")


def _sentence(question: str, clause: Clause) -> str | None:
    """The sentence of a clause that the question counts out (第十六条最后一句), None where it counts none."""
    match = _SENTENCE.search(fold(question))
    if match is None or clause.kind == "row":
        return None
    sentences = re.findall(r"[^。；;\n]+[。；;]?", without_marker(clause.text))
    numeral = match[2] or match[3]
    number = parse_numeral(numeral) if numeral else 1
    if not 0 < number <= len(sentences):
        return None
    return sentences[-number if match[1] else number - 1].strip()


def _others(locator: str, shown: list[Clause], plan: Plan, composer: Composer, context: Context) -> None:
    """That another document has this address too, where the question names none."""
    if plan.documents or not shown:
        return
    seen = {clause.doc for clause in shown}
    also = [
        (document, clause)
        for document in context.corpus.documents.values()
        if document.id not in seen
        and not document.added
        and (clause := found_in(document, locator)) is not None
    ]
    if also:
        named = "、".join(f"《{document.title}》{clause.locator}" for document, clause in also)
        composer.add(f"问题没有写明文件，按上面的文件查。编号相同的还有{named}，要看的话请带上文件名称。\n")


def _cut(text: str) -> str:
    """The beginning of `text`, ending with a whole line where lines are short."""
    whole = text.rfind("\n", 0, _TEXT_LIMIT)
    return text[:whole].rstrip() if whole > _TEXT_LIMIT // 2 else shorten(text, _TEXT_LIMIT)


def _telling(document: Document, clause: Clause) -> str:
    """What to quote of a clause shown whole: its beginning, up to the first line that is more than a number."""
    if clause.kind == "row":
        return shorten(row_words(clause))
    text = document.full_text(clause.locator)
    lines = text.splitlines(keepends=True)
    end = 0
    for line in lines:
        if "|" in line:
            break
        end += len(line)
        if len(line.strip()) >= _TELLING:
            break
    if end and text[:end].strip():
        return shorten(text[:end])
    cells = [cell.strip() for line in lines for cell in line.split("|") if cell.strip(" -\n")]
    return shorten(cells[0]) if cells else shorten(text)


def _missing(locator: str, plan: Plan, composer: Composer, context: Context) -> bool:
    """Say that the address does not exist, and what does around it; whether a text could be shown all the same."""
    documents = [context.corpus.documents[identifier] for identifier in plan.documents] or list(
        context.corpus.documents.values()
    )
    near = [
        (document, above)
        for document in documents
        if (above := _above(document, locator)) and _children(document, above, locator)
    ]
    for document, above in near:
        _tell_extent(document, above, _children(document, above, locator), locator, composer)
    if near:
        return False
    undivided = [(document, above) for document in documents if (above := _above(document, locator))]
    for document, above in undivided:
        composer.add(f"{above.locator}没有再分款、项，没有“{locator}”，全文如下。\n")
        _show(above, composer, document)
    if undivided:
        return True
    if not plan.documents:
        documents = [document for document in documents if _same_style(document, locator)]
    if not documents:
        composer.add(f"现有文件中没有“{locator}”。\n")
    for document in documents:
        last = [clause.locator for clause in document.clauses if clause.kind == "article"]
        mark = composer.cite(document.id, last[-1]) if last else ""
        extent = f"，共{len(last)}条，最后一条是{last[-1]}{mark}" if last else ""
        composer.add(
            f"《{document.title}》没有“{locator}”{extent or _parts_of(document, locator, composer)}。\n"
        )
    return False


def _parts_of(document: Document, locator: str, composer: Composer) -> str:
    """What a document without articles consists of, of the sort that `locator` is (附件5: 附件1至附件4)."""
    kind = "annex" if locator.startswith("附件") else "section"
    top = [clause.locator for clause in document.clauses if clause.kind == kind and clause.parent is None]
    return f"，有的是{'、'.join(top)}{composer.cite(document.id, top[-1])}" if top else ""


def _above(document: Document, locator: str) -> Clause | None:
    """The nearest clause that would enclose `locator`, None where the document has none."""
    while (shorter := _LAST_STEP.sub("", locator)) and shorter != locator:
        locator = shorter
        if clause := document.clause(locator):
            return clause
    return None


def _children(document: Document, above: Clause, locator: str) -> tuple[Clause, ...]:
    """What `above` consists of, as `locator` counts it: rows for a 序号, else its own parts."""
    inside = tuple(document.subtree(above.locator))[1:]
    if "序号" in locator:
        return tuple(item for item in inside if item.kind == "row" and "序号" in item.locator)
    return tuple(
        item for item in document.children(above.locator) if item.kind in ("item", "subitem", "section")
    )


def _tell_extent(
    document: Document, above: Clause, parts: tuple[Clause, ...], locator: str, composer: Composer
) -> None:
    mark = composer.cite(document.id, above.locator, _telling(document, above))
    name = above.locator if re.fullmatch(r"第.+|附件\d+", above.locator) else f"“{above.locator}”"
    names = [part.locator.removeprefix(above.locator).strip() for part in parts]
    extent = f"{names[0]}至{names[-1].removeprefix('序号')}" if len(names) > 1 else names[0]
    extent = f"，{extent}" if extent.startswith("（") else f"（{extent}）"
    count = f"{name}共{len(parts)}{_COUNTED[parts[0].kind]}{extent}"
    composer.add(f"《{document.title}》没有“{locator}”，{count}{mark}。\n")


def _same_style(document: Document, locator: str) -> bool:
    """Whether the document is numbered the way the address is (第N条, 第N项, 附件N)."""
    ending = locator.split("（")[0][-1]
    return any(
        clause.locator.endswith(ending) and clause.locator[0] == locator[0] for clause in document.clauses
    )
