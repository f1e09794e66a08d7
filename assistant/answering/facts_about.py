"""Facts about the documents themselves: number, date, issuer, how many articles or rows."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.passage import label_of
from assistant.answering.validity import chinese_date
from assistant.conversation.lexicon import content_words, fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_NUMBER = re.compile(r"文号|多少号文?|哪个文号|几号文|发文字号|哪个文件")
_ISSUED = re.compile(
    r"(?:哪天|哪年|哪一年|什么时候|何时|几月|时间|日期).{0,6}(?:印发|发布|出台|公布|下发|发的|颁布|实施|施行|生效|执行)|"
    r"(?:印发|发布|出台|公布|下发|颁布|实施|施行|生效).{0,4}(?:日期|时间|哪天|什么时候|哪年)"
)
_WHEN = re.compile(r"什么时候|哪天|何时|哪一?年|几月|几号|时间|日期")
_ISSUER = re.compile(
    r"(?:谁|哪个部门|哪个单位|哪里|什么部门|哪个厅).{0,4}(?:印发|发布|出台|制定|发的|下发)|发文(?:单位|机关)|印发单位"
)
_CONTENTS = re.compile(
    r"主要|内容|说的?|讲|是什么|什么|概括|大意|介绍|一下|全文|文件|规划|办法|方案|通知|名单|里|的|《|》|有哪些|哪些|包括"
)
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,8}(?:发|字|办|函|规|集聚|联)[〔\[(（]\d{4}[〕\])）]第?\d+号")
_DIGITS_FROM = re.compile(r"\d.*$")
_TOP = ("chapter", "section", "annex", "article")
_TITLED = re.compile(r"《([^》]{4,60})》")
_STRUCTURE = re.compile(r"(?:几|多少)(条|章|项|个|行|家|类|部分|款|名)")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer a question about a named document; None where it asks for something else."""
    text = fold(plan.standalone)
    if plan.expected in ("count", "list") and (counted := _count(plan, text, composer, context)):
        return counted
    done = False
    for identifier in plan.documents:
        document = context.corpus.documents[identifier]
        rest = text
        for name in (document.title, *document.aliases):
            rest = rest.replace(fold(name), "")
        done = _facts(document, rest, composer) or done
    if not done and plan.documents and not content_words(_less_names(plan, text, context)):
        for identifier in plan.documents:
            _contents(context.corpus.documents[identifier], composer)
        done = True
    return composer.build("answered") if done else None


def _less_names(plan: Plan, text: str, context: Context) -> str:
    for identifier in plan.documents:
        document = context.corpus.documents[identifier]
        for name in sorted((document.title, document.number, *document.aliases), key=len, reverse=True):
            text = text.replace(fold(name), "") if name else text
    return _CONTENTS.sub("", text)


def _contents(document: Document, composer: Composer) -> None:
    """Number, date and the top parts of a document, with their titles."""
    number = f"（{document.number}）" if document.number else ""
    issued = f"，{document.issuer}{chinese_date(document.issued)}印发" if document.issued else ""
    composer.add(f"《{document.title}》{number}{issued}。\n")
    parts = [clause for clause in document.clauses if clause.parent is None and clause.kind in _TOP]
    for part in parts:
        title = without_marker(part.text).splitlines()[0].strip() if part.text.strip() else ""
        composer.add(f"{part.locator} {title if title != part.locator else ''}".strip())
        composer.add(f"{composer.cite(document.id, part.locator)}；")
    composer.add("可以用“第几条”或部分的名称查看原文。")


def not_collected(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that a document named in 《》 is not in the corpus; None where all that are named are."""
    for title in _TITLED.findall(plan.standalone):
        wanted = fold(title)
        names = [fold(n) for d in context.corpus.documents.values() for n in (d.title, *d.aliases)]
        if any(wanted in name or name in wanted for name in names if name):
            continue
        mention = next((c for c in context.corpus if f"《{title}》" in c.text), None)
        mark = composer.cite(mention.doc, mention.locator, f"《{title}》") if mention else ""
        told = (
            f"，只在《{context.corpus.documents[mention.doc].title}》{mention.locator}中提到{mark}"
            if mention
            else ""
        )
        composer.add(f"没有收录《{title}》的原文{told}。{WHOM_TO_ASK}有原文的，可以作为自有文件加入后再查。")
        return composer.build("no_evidence")
    return _unknown_number(plan, composer, context)


def _unknown_number(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Say that no document has the number (湘办发〔2021〕9号) that the question gives."""
    known = "".join(
        re.sub(r"\W", "", fold(text))
        for document in context.corpus.documents.values()
        for text in (document.number, document.body)
    )
    for number in _DOCUMENT_NUMBER.findall(fold(plan.standalone)):
        bare = re.sub(r"\W|年", "", number)
        # 文号 is but a part of the wording where a longer run of characters stands before it
        if any(bare[start:] in known for start in range(len(bare) - len(_DIGITS_FROM.search(bare).group()))):  # type: ignore[union-attr]
            continue
        composer.add(f"没有收录文号为“{number}”的文件。{WHOM_TO_ASK}有原文的，可以作为自有文件加入后再查。")
        return composer.build("no_evidence")
    return None


def _mark(document: Document, composer: Composer, words: str) -> str:
    """The mark of the clause in which `words` stand; "" where the body does not have them."""
    for clause in document.clauses:
        if words and words in clause.text:
            return composer.cite(document.id, clause.locator, words)
    return ""


def _facts(document: Document, text: str, composer: Composer) -> bool:
    name = f"《{document.title}》"
    issued = chinese_date(document.issued) if document.issued else ""

    def dated() -> str:
        return f"{name}于{issued}印发{_mark(document, composer, issued)}。" if issued else ""

    said = []
    if _NUMBER.search(text):
        number = (
            f"的文号是{document.number}{_mark(document, composer, document.number)}"
            if document.number
            else "没有载明文号"
        )
        said.append(f"{name}{number}。{dated()}")
    elif _ISSUED.search(text) and issued:
        said.append(dated())
    elif _ISSUED.search(text) and document.published:
        opening = document.clauses[0]
        said.append(
            f"{name}收录的文本没有载明印发日期，是据{chinese_date(document.published)}的报道整理的"
            f"{composer.cite(document.id, opening.locator)}。"
        )
    if _ISSUER.search(text) and document.issuer:
        said.append(
            f"{name}由{document.issuer}印发{_mark(document, composer, document.issuer.split(' ')[0])}。"
        )
        if issued and _WHEN.search(text) and not any(issued in sentence for sentence in said):
            said.append(dated())
    for sentence in said:
        composer.add(sentence + "\n")
    return bool(said)


def _count(plan: Plan, text: str, composer: Composer, context: Context) -> Answer | None:
    """How many articles a document has, how many items an article, how many rows an annex."""
    match = _STRUCTURE.search(text)
    unit = match.group(1) if match else "项"
    if not plan.locators and (match is None or unit not in "条章"):
        return None
    # 「几章几条」 counts the whole document
    locators = () if re.search("(?:几|多少)个?章", text) else plan.locators
    for identifier in plan.documents or tuple(context.corpus.documents):
        document = context.corpus.documents[identifier]
        for locator in locators or (None,):
            clause = document.clause(locator) if locator else None
            if locator and clause is None:
                continue
            parts = _parts(document, clause, unit)
            if unit == "章" and "条" in text and (articles := _parts(document, clause, "条")):
                last = articles[-1]
                mark = composer.cite(document.id, last.locator)
                composer.add(
                    f"《{document.title}》共{len(parts)}章、{len(articles)}条，最后一条是{last.locator}{mark}。"
                )
                return composer.build("answered")
            if parts and (locator or plan.documents):
                return _tell(document, clause, parts, composer)
    return None


def _parts(document: Document, clause: Clause | None, unit: str) -> tuple[Clause, ...]:
    inside = tuple(document.subtree(clause.locator))[1:] if clause else document.clauses
    if unit == "章":
        return tuple(item for item in inside if item.kind == "chapter")
    articles = tuple(item for item in inside if item.kind == "article")
    if articles and unit in "条个":
        return articles
    rows = tuple(item for item in inside if item.kind == "row")
    return rows or (document.children(clause.locator) if clause else ())


def _tell(document: Document, clause: Clause | None, parts: tuple[Clause, ...], composer: Composer) -> Answer:
    where = clause.locator if clause else ""
    unit = {"article": "条", "chapter": "章", "row": "行"}.get(parts[0].kind, "项")
    shown = [label_of(part) if part.kind == "row" else part.locator.split(" ")[-1] for part in parts[:30]]
    names = "、".join(shown) + ("等" if len(parts) > 30 else "")
    mark = composer.cite(document.id, clause.locator if clause else parts[-1].locator)
    composer.add(f"《{document.title}》{where}共{len(parts)}{unit}：{names}{mark}。")
    return composer.build("answered")
