"""How many parts a document or a clause of it has: 办法一共几条, 第三章有五条吧, 初赛报告分几个部分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.answering.passage import label_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.slots import locators_in
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document
from index.numerals import NUMERAL, parse_numeral
from index.parsing.markers import without_marker

_UNIT = r"(?P<unit>条|章|项|款|点|大?部分|大?块|行)"
_NOT_OF = r"(?!产业|任务|措施|行动|指标|政策|工作|原则|目标|链|要求|机制|战略|重点|方向)"
_HOW_MANY = re.compile(rf"(?:几|多少)(?:个|大)?{_UNIT}{_NOT_OF}")
# A number of parts that is only to be confirmed: 有七项吗, 是不是分六章, 就一条吧.
_CLAIM = re.compile(
    rf"(?:有|共|是|分|就|只)(?:成|为|不是|没有)?(?:有|分)?(?P<n>{NUMERAL})(?:个|大)?{_UNIT}(?:规定|内容|条件)?[,，]?(?:吗|吧|么|对吗|对吧|对不对|是吧|是吗|没错)"
    rf"|(?:是不是|是否)(?:一共|总共|共|只|就|有|分)*(?P<m>{NUMERAL})(?:个|大)?(?P<unit2>条|章|项|款|点|大?部分|行)"
)
_RULED = re.compile(r"满足|达到|符合|具备|能|可以|至少|最多|申报|报[一二两三几]|填几|名额|以上|必须")
_STAGE = re.compile(r"(初赛|决赛)(?:的)?(?:参赛)?(?:报告|表|申报表|那[张份])")
_TOLD = re.compile(r"讲|说|写|内容|什么|啥|哪几|哪些|分别|都是")
_PARTS = ("item", "subitem", "section")
_GIST = 60  # characters of a part told in one line
_SHOWN = 30  # parts named


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Count the parts that the question asks for or gives a number of; None where it asks for something else."""
    text = fold(plan.standalone)
    claim, asked = _CLAIM.search(text), _HOW_MANY.search(text)
    if (claim is None and asked is None) or _RULED.search(text) or plan.clusters or plan.divisions:
        return None
    unit = (claim["unit"] or claim["unit2"]) if claim else asked["unit"] if asked else ""
    rest = f"{text[: claim.start()]} {text[claim.end() :]}" if claim else text
    # the number claimed is no address (管理办法是不是18条)
    own = plan.locators if claim is None or not locators_in(text) else locators_in(rest)
    for document, clause in _wholes(plan, text, own, context):
        if claim is None and "章" in text and (two := _chapters_and_articles(document, text, composer)):
            return two
        parts = _parts(document, clause, unit)
        if parts:
            claimed = parse_numeral(claim["n"] or claim["m"]) if claim else None
            return _tell(document, clause, parts, claimed, text, composer)
    return None


def counted(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Count the rows or parts at an address that the question names (附件1有几家)."""
    for document, clause in _wholes(plan, fold(plan.standalone), plan.locators, context):
        if clause is not None and (parts := _parts(document, clause, "行") or _parts(document, clause, "项")):
            return _tell(document, clause, parts, None, "", composer)
    return None


def _wholes(
    plan: Plan, text: str, own: Sequence[str], context: Context
) -> Iterator[tuple[Document, Clause | None]]:
    """What the parts are to be counted of: the clause named, the form, else the document."""
    documents = context.corpus.documents
    stage = _STAGE.search(text)
    locators: Sequence[str] = own or ((stage[1],) if stage else ())
    if not locators:
        yield from ((documents[identifier], None) for identifier in plan.documents)
    for locator in locators:
        for identifier in plan.documents or documents:
            if clause := documents[identifier].clause(locator):
                yield documents[identifier], clause


def _parts(document: Document, clause: Clause | None, unit: str) -> tuple[Clause, ...]:
    inside = tuple(document.subtree(clause.locator))[1:] if clause else document.clauses
    own = document.children(clause.locator) if clause else tuple(c for c in inside if c.parent is None)
    of_kind = {
        "章": tuple(item for item in inside if item.kind == "chapter"),
        "条": tuple(item for item in inside if item.kind == "article"),
        "行": tuple(item for item in inside if item.kind == "row"),
    }
    if unit in of_kind and (of_kind[unit] or unit != "条"):
        return of_kind[unit]
    sections = tuple(item for item in own if item.kind in _PARTS)
    if clause is None and unit in ("项", "款", "点"):
        return tuple(item for item in sections if item.locator.endswith(unit))
    if "部分" in unit or "块" in unit:
        return sections or of_kind["章"]
    return sections


def _chapters_and_articles(document: Document, text: str, composer: Composer) -> Answer | None:
    """「几章几条」 counts the whole document."""
    chapters, articles = _parts(document, None, "章"), _parts(document, None, "条")
    if "条" not in text or not chapters or not articles or re.search(r"第\w{1,3}章", text):
        return None
    last = articles[-1]
    mark = composer.cite(document.id, last.locator)
    composer.add(
        f"《{document.title}》共{len(chapters)}章、{len(articles)}条，最后一条是{last.locator}{mark}。"
    )
    return composer.build("answered")


def _tell(
    document: Document,
    clause: Clause | None,
    parts: Sequence[Clause],
    claimed: int | None,
    text: str,
    composer: Composer,
) -> Answer:
    where = clause.locator if clause else ""
    unit = {"article": "条", "chapter": "章", "row": "行", "section": "部分"}.get(parts[0].kind, "项")
    if parts[0].locator.endswith("项"):
        unit = "项"
    number = f"{len(parts)}{'个' if unit == '部分' else ''}{unit}"
    right = claimed == len(parts)
    lead = (
        "" if claimed is None else "是的，" if right else f"不是{claimed}{number[len(str(len(parts))) :]}，"
    )
    titled = parts[0].kind == "section" and unit == "部分"
    shown = [_titled(document, part) if titled else _name(part) for part in parts[:_SHOWN]]
    names = ("；" if titled else "、").join(shown) + ("等" if len(parts) > _SHOWN else "")
    mark = composer.cite(document.id, clause.locator if clause else parts[-1].locator)
    composer.add(f"{lead}《{document.title}》{where}共{number}：{names}{mark}。\n")
    if _TOLD.search(text) and parts[0].kind != "row" and not titled:
        for part in parts:
            words = _gist(document, part)
            if words:
                composer.add(f"{_name(part)}：{words}{composer.cite(document.id, part.locator, words)}\n")
    verdict = None if claimed is None else "yes" if right else "no"
    return composer.build("answered", verdict)  # type: ignore[arg-type]


def _name(part: Clause) -> str:
    return label_of(part) if part.kind == "row" else part.locator.split(" ")[-1]


def _titled(document: Document, part: Clause) -> str:
    """`一、集群基本信息`; a part that is named and not numbered has its name for title."""
    title = without_marker(part.text).strip().split("\n")[0].lstrip("# ").strip()
    name = _name(part)
    return name if title.startswith(name) or not title else f"{name}、{title}"


def _gist(document: Document, part: Clause) -> str:
    """The first sentence of a part, or its title."""
    words = without_marker(part.text).strip().split("\n")[0]
    gist = shorten(words, _GIST)
    return gist if gist and gist in document.full_text(part.locator) else ""
