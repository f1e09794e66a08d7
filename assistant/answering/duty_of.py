"""Which department does something (招商引资归哪个部门牵头): the department first, then the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering import duty
from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.answering.form_help import names_a_row
from assistant.answering.passage import quote_from
from assistant.conversation.bodies import bodies_in
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.terms import Terms
from assistant.models import Answer
from index.clauses import Clause
from index.parsing.markers import without_marker

PLAN = "workplan-2021"
_DEPARTMENT = (
    r"(?:哪(?:一)?个?|什么|哪家|哪些)(?:省直)?(?:部门|厅局|厅|局|委|单位(?=.{0,4}(?:负责|牵头|管|承担|组织|主抓|配合|协调|推动|来)))|归谁|谁(?:来|在)?(?:牵头|主抓|负责|做|办|管|推(?!荐)|协调|组织|承担|配合|抓|落实|培训|保障|引进|编(?!制?(?:报告|方案))|建|对接|出(?!面))|"
    r"谁(?:来)?(?:给|为|帮)[^,，。]{1,12}(?:出|解决|协调|办|保障|提供)|对口(?:的)?(?:是)?(?:哪|谁)|(?:是|算)谁的(?:活|事|职责)|"
    r"(?:找|由)(?:谁|哪)|谁家|哪家的(?:活|事|职责)|牵头(?:部门|单位)(?:是|为)?(?:谁|哪)|主管部门"
)
_ASKS = re.compile(_DEPARTMENT)
# What the measures themselves give to the province's or a city's bureau, or to the applicant; and other tables.
_ELSE = re.compile(
    r"申[报请]|初审|复核|公示|竞赛|比赛|初赛|决赛|认定|授牌|公告|解释|报送|报告|材料|推荐|真实|盖章|签字|填|名单|促进组织|链长|产业链|"
    r"园区(?!路|综合|建设|评价|数字|资源|领导|干部)|实施方案|奖|补贴|专项资金|称号|撤|盖|印发|发布|电话|领导(?!人才|干部)|省厅|市州|市工信|县"
)
_INTRODUCED = re.compile(
    r"^(?:您好|你好|请问|[,，\s])*(?:我|我们|这里|咱们?|本人)(?:这边|这里)?是[^,，。]{1,16}[,，]"
)
_LEADING = re.compile("牵头|主抓|领头|主责")
_EMPTY = re.compile(
    rf"{_DEPARTMENT}|这(?:件|个|项)?(?:事|工作)|集群|主管|管理|管|的|是|归|谁|呢|啊|吗|请问|到底|培育|先进制造业|工作|一般|事情|湖南省?|\W"
)
_LEAST = 0.55  # standing below which the plan is held not to give it to anybody
_NEAR = 0.7  # a second place is told from this share of the best standing
_COVERED = 0.3  # share of the question's weight that a place must have, unless the question is one it is known to answer
_SHOWN = 60  # characters shown of a task


@dataclass(frozen=True)
class Place:
    """A task, or the duties of a department, that a question may mean."""

    clause: Clause
    standing: float


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Name the department; None where the question asks for none, or of what the work plan does not share out."""
    # who asks says nothing of what is asked
    plan = replace(plan, standalone=_INTRODUCED.sub("", plan.standalone))
    text = fold(plan.standalone)
    asked = _ASKS.search(text) or (re.search(r"还是", text) if len(bodies_in(text)) > 1 else None)
    if asked is None or _ELSE.search(text) or plan.clusters or plan.locators or plan.divisions:
        return None
    if plan.documents not in ((), (PLAN,)) or (bodies_in(_ASKS.sub(" ", text)) and "还是" not in text):
        return None
    if names_a_row(plan):
        return None
    if not _EMPTY.sub("", text):
        return _in_general(composer)
    terms = context.retriever.terms(plan)
    places = places_of(plan, context, terms)
    if not places or places[0].standing < _LEAST:
        return _nobody(composer) if plan.kind == "general" and not plan.topics and not places else None
    if "还是" in text and (
        named := [p for p in places if p.clause.cells and p.clause.cells[0][0] in bodies_in(text)]
    ):
        places = named  # one of those that the question names
    best = places[0]
    # a task and a department's duties complete each other
    others = [place for place in places[1:] if _is_task(place.clause) != _is_task(best.clause)]
    chosen = [best, *(place for place in others[:1] if place.standing >= _NEAR * best.standing)]
    # who does it is a department's own duty first, who leads it is a task
    chosen.sort(key=lambda place: _is_task(place.clause) != bool(_LEADING.search(text)))
    for place in chosen:
        _tell(place.clause, composer, context, terms)
    return composer.build("answered")


def _is_task(clause: Clause) -> bool:
    return bool(duty.bodies(clause))


def places_of(plan: Plan, context: Context, terms: Terms) -> list[Place]:
    """The tasks and the departments' duties that the question may mean, the likeliest first."""
    found = []
    for item in context.retriever.find(plan, k=40, docs=(PLAN,)):
        clause = item.clause
        if not _is_task(clause) and not (clause.kind == "row" and len(clause.cells) == 1):
            continue
        covered = terms.coverage(clause.text)
        if covered >= _COVERED or item.recognised:
            found.append(Place(clause, (item.score + covered) / 2 + (0.1 if item.recognised else 0.0)))
    return sorted(found, key=lambda place: -place.standing)


def _tell(clause: Clause, composer: Composer, context: Context, terms: Terms) -> None:
    document = context.corpus.documents[clause.doc]
    where = f"《{document.aliases[0] if document.aliases else document.title}》{clause.locator}"
    if _is_task(clause):
        names = duty.bodies(clause)
        piece = quote_from(document, clause, terms, "text")
        task = re.split("[。,，]", without_marker(clause.text).strip())[0].removeprefix("实施")
        mark = composer.cite(clause.doc, clause.locator, "、".join(names))
        others = f"，参与单位有{'、'.join(names[1:])}" if names[1:] else ""
        composer.add(f"牵头单位是{names[0]}{others}，见{where}“{task}”{mark}。\n")
        if piece and task not in piece.quote and names[0] not in piece.quote:
            composer.add(
                f"这项任务写有“{shorten(piece.quote, _SHOWN)}”{composer.cite(clause.doc, clause.locator, piece.quote)}。\n"
            )
        return
    composer.add(said_of(clause, composer, context, terms))


def said_of(clause: Clause, composer: Composer, context: Context, terms: Terms) -> str:
    """The department of a row, and the words of its duties that the question is about."""
    document = context.corpus.documents[clause.doc]
    where = f"《{document.aliases[0] if document.aliases else document.title}》{clause.locator.split(' ')[0]}"
    name, duties = clause.cells[0]
    pieces = [piece.strip() for piece in re.split("[；;。]", duties) if piece.strip()]
    said = max(pieces, key=lambda piece: terms.coverage(piece), default=duties)
    mark = composer.cite(clause.doc, clause.locator, said if said in clause.text else None)
    return f"{name}：{where}写它“{said}”{mark}。\n"


def _nobody(composer: Composer) -> Answer:
    """That the work plan gives what is asked about to no department."""
    mark = composer.cite(PLAN, "附件1", "有关单位责任分工")
    composer.add(
        f"收录的文件没有写这项工作归哪个部门：《工作方案》附件1的单位责任分工中没有它{mark}。{WHOM_TO_ASK}"
    )
    return composer.build("no_evidence")


def _in_general(composer: Composer) -> Answer:
    """Who is in charge of the programme, where the question names no work of it."""
    mark = composer.cite(
        "measures-2021",
        "第四条",
        "湖南省工业和信息化厅会同有关部门开展先进制造业集群竞赛，对湖南省先进制造业集群进行认定管理和指导培育",
    )
    city = composer.cite("measures-2021", "第九条", "各市州工业和信息化局对申报材料进行初审")
    composer.add(
        f"省里由湖南省工业和信息化厅会同有关部门认定管理和指导培育{mark}，市州由工业和信息化局初审推荐{city}。\n"
    )
    composer.add(f"问的如果是某一项具体工作，请写明是哪一项。{WHOM_TO_ASK}")
    return composer.build("answered")
