"""What a department named in the question has to do, and who leads and joins the tasks of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.duty import bodies
from assistant.answering.topics import asks_leave
from assistant.conversation.bodies import bodies_in, body_like
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_DUTY = re.compile(
    r"负责|参加|干[啥嘛什]|做[啥些什点]|管[啥什哪些]|任务|职责|承担|参与|牵头|分工|有份|配合|要求|出力|角色|哪些事|什么事|要做|该做|的活|有啥|干些|帮.{0,4}什么"
)
_AMOUNT = re.compile(r"多少(?:钱|资金|万|亿|经费)|几[百千]?[万亿]|金额|(?:资金|经费|钱).{0,4}多少")
_TASK = re.compile(r"实施([^。,，；;]{2,24}?行动)")
_ALL = re.compile(
    r"(?:六|6|各|每一?|几|哪些|所有|全部)(?:大|个|项)?(?:重点)?(?:行动|任务)[^，。,？?]{0,10}(?:谁|牵头|负责|单位|部门|分别|是什么|有哪|哪几|哪些|叫什么)|有(?:哪[几些]|几)(?:大|个|项)?(?:重点)?行动"
)
_WHO = re.compile(r"谁|哪|牵头|负责|参与|参加|单位|部门|配合")
_LEADS = re.compile(r"牵头|带头|打头|排头|排第一|为首|主抓|领头|挑头|主责")
_JOINS = re.compile(r"参与|配合|协助|参加")
_OF_TASKS = re.compile(r"行动|几|哪|任务")
_EITHER = re.compile(r"还是")
_ANY_BODY = re.compile(r"(?<![一-鿿])(?:省|湖南省)?([一-鿿]{2,8}?(?:厅|局|委员会|委|办公厅))(?![长员会])")
_OURS = re.compile(r"市局|我们|咱|通知|工信|工业和信息化|申报|名单|竞赛|哪|什么|市州|县")
# What the measures give a department to do beside the plan.
_BESIDE = {
    "省工业和信息化厅": (
        (
            "measures-2021",
            "第四条",
            "会同有关部门开展先进制造业集群竞赛，对湖南省先进制造业集群进行认定管理和指导培育",
        ),
    )
}
_ALIKE = 0.6  # share of a task's own character pairs from which a question names it


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell duties or tasks; None where the question names neither a department of a plan nor one of its tasks."""
    text = fold(plan.standalone)
    if plan.locators or (plan.documents and not any(_tasks(d) for d in _documents(plan, context))):
        return None
    if asks_leave(plan) and plan.topics[0] == "subject":
        return None  # 「国资平台公司牵头报，合规吗」 asks whether it may apply
    named = bodies_in(plan.standalone)
    strange = _stranger(text) if not named else None
    if strange and (like := body_like(strange)):
        named, strange = (like,), None
    for document in _documents(plan, context):
        tasks = _tasks(document)
        if not tasks:
            continue
        meant = _meant(text, tasks, bool(named))
        if named and meant and _WHO.search(text):
            return _role(named, meant, document, text, plan, composer)
        if meant and _WHO.search(text):
            return _who(meant, text, document, composer)
        if _ALL.search(text) and not named:
            return _every(tasks, document, composer)
        if named and (_DUTY.search(text) or _AMOUNT.search(text)):
            rows = [row for name in named if (row := _row(document, name))]
            if rows:
                return _duties(rows, text, plan, composer)
        if strange and _DUTY.search(text):
            return _absent(strange, document, composer)
    return None


def _documents(plan: Plan, context: Context) -> list[Document]:
    documents = context.corpus.documents
    return [documents[doc] for doc in plan.documents] or list(documents.values())


def _tasks(document: Document) -> dict[str, Clause]:
    """Name of each task (…行动) that ends with the bodies responsible for it → its clause."""
    found = {}
    for clause in document.clauses:
        name = _TASK.search(without_marker(clause.text)) if clause.kind == "item" else None
        if name and bodies(clause):
            found[name.group(1)] = clause
    return found


def _meant(text: str, tasks: dict[str, Clause], body: bool) -> dict[str, Clause]:
    """The tasks that the question names, by most of what tells each from the others (协同创新行动).

    Beside a body that leads or joins them, a task need not be called one (贸促会牵头开放合作吗).
    """
    called = "行动" in text
    if not called and not (body and (_LEADS.search(text) or _JOINS.search(text))):
        return {}
    pairs = {name: {name[i : i + 2] for i in range(len(name) - 1)} for name in tasks}
    shared = {
        pair for name in pairs for pair in pairs[name] if sum(pair in own for own in pairs.values()) > 1
    }
    scored = {}
    for name, own in pairs.items():
        telling = (
            own - shared if called else {p for p in own - shared if not set(p) & set("行动促进实施升级")}
        )
        scored[name] = sum(pair in text for pair in telling) / max(len(telling), 1)
    best = max(scored.values(), default=0.0)
    # 特色园区建设行动 leaves out a word or two
    return {
        name: tasks[name]
        for name, score in scored.items()
        if score == best and score >= (_ALIKE if not called else _ALIKE / 2)
    }


def _row(document: Document, name: str) -> Clause | None:
    return next(
        (
            clause
            for clause in document.clauses
            if clause.kind == "row" and len(clause.cells) == 1 and clause.cells[0][0] == name
        ),
        None,
    )


def _responsible(clause: Clause, document: Document, composer: Composer) -> tuple[Sequence[str], str]:
    """The bodies of a task, the leading one first, with the mark of the words that name them."""
    names = bodies(clause)
    return names, composer.cite(document.id, clause.locator, "、".join(names))


def _who(meant: dict[str, Clause], text: str, document: Document, composer: Composer) -> Answer:
    for name, clause in meant.items():
        names, mark = _responsible(clause, document, composer)
        others = "、".join(names[1:])
        if _JOINS.search(text) and not _LEADS.search(text):
            composer.add(f"{name}（{clause.locator}）的参与单位是{others}，牵头单位是{names[0]}{mark}。\n")
        else:
            composer.add(f"{name}（{clause.locator}）的牵头单位是{names[0]}，参与单位有{others}{mark}。\n")
    _first_leads(document, composer)
    return composer.build("answered")


def _first_leads(document: Document, composer: Composer) -> None:
    """The words by which the first body named is the leading one."""
    rule = next((c for c in document.clauses if "排第一的为牵头单位" in c.text), None)
    if rule:
        composer.add(
            f"括号里“排第一的为牵头单位”{composer.cite(document.id, rule.locator, '排第一的为牵头单位')}。\n"
        )


def _every(tasks: dict[str, Clause], document: Document, composer: Composer) -> Answer:
    composer.add(f"重点任务是{len(tasks)}个行动：\n")
    for name, clause in tasks.items():
        names, mark = _responsible(clause, document, composer)
        composer.add(f"{clause.locator} {name}：{names[0]}牵头，{'、'.join(names[1:])}参与{mark}。\n")
    _first_leads(document, composer)
    return composer.build("answered")


def _role(
    named: Sequence[str],
    meant: dict[str, Clause],
    document: Document,
    text: str,
    plan: Plan,
    composer: Composer,
) -> Answer:
    """Whether a department leads or joins a task."""
    roles: list[str] = []
    for name, clause in meant.items():
        names, mark = _responsible(clause, document, composer)
        for body in named:
            role = "牵头" if body == names[0] else "参与" if body in names else "没有列入"
            roles.append(role)
            told = {"牵头": f"{body}牵头", "参与": f"{body}是参与单位，牵头单位是{names[0]}"}.get(
                role, f"{body}不在责任单位中，牵头单位是{names[0]}"
            )
            composer.add(
                f"{_plainly(role, text, plan)}{name}（{clause.locator}）由{told}{mark}。\n".replace(
                    "由" + body + "是", body + "是"
                ).replace("由" + body + "不", body + "不")
            )
    rows = [row for body in named if (row := _row(document, body))]
    for row in rows:
        composer.add(f"{row.cells[0][0]}的职责见{row.locator}{composer.cite(document.id, row.locator)}。\n")
    return composer.build("answered", _verdict(roles[0], text, plan))


def _claim(text: str) -> str:
    return "牵头" if _LEADS.search(text) else "参与"


def _verdict(role: str, text: str, plan: Plan) -> Verdict | None:
    reading = read(plan.standalone)
    if not reading.polar or _EITHER.search(text):
        return None
    true = role == _claim(text) or (role == "牵头" and _claim(text) == "参与")
    return "yes" if true != reading.turned else "no"


def _plainly(role: str, text: str, plan: Plan) -> str:
    verdict = _verdict(role, text, plan)
    return "" if verdict is None else "是：" if role == _claim(text) else "不是："


def _duties(rows: Sequence[Clause], text: str, plan: Plan, composer: Composer) -> Answer:
    idle = False
    polar = len(rows) == 1 and read(plan.standalone).polar
    for row in rows:
        name, duty = row.cells[0]
        mark = composer.cite(row.doc, row.locator)
        if _AMOUNT.search(text):
            composer.add(f"没有写金额：{name}的职责只写了“{duty.rstrip('。')}”{mark}。\n")
            continue
        for wanted, words in (("牵头", _LEADS), ("参与", _JOINS)):
            of_tasks = _OF_TASKS.search(text) or (polar and "牵头" not in duty)
            if words.search(text) and of_tasks:
                told, idle = _told_tasks(name, wanted, duty)
                composer.add(f"{told}{mark}。\n")
        composer.add(f"{name}：{duty.rstrip('。')}{mark}。\n")
        for doc, locator, quote in _BESIDE.get(name, ()):
            composer.add(f"《办法》{locator}另写它{quote}{composer.cite(doc, locator, quote)}。\n")
    if _AMOUNT.search(text):
        composer.add(WHOM_TO_ASK)
        return composer.build("no_evidence")
    return composer.build("answered", "no" if idle and polar else None)


def _told_tasks(name: str, wanted: str, duty: str) -> tuple[str, bool]:
    """The tasks that a department leads or joins, and whether its duties name none."""
    chosen = [task for role, task in _shares(duty) if role == wanted]
    if not chosen:
        return f"附件1没有写{name}{wanted}哪个行动", True
    return f"{name}{wanted}的行动有{len(chosen)}个：{'、'.join(chosen)}", False


def _shares(duty: str) -> Iterator[tuple[str, str]]:
    """The tasks that a department's duties give it, each as led or joined."""
    for part in re.split(r"[；;,，。]", duty):
        role = "牵头" if part.startswith("牵头") else "参与" if part.startswith("参与") else ""
        for name in re.findall(r"[^、和]{2,}?行动", re.sub(r"^(?:牵头|参与)(?:负责)?实施", "", part)):
            if role:
                yield role, name


def _stranger(text: str) -> str | None:
    """A department that the question names and the plan does not."""
    match = _ANY_BODY.search(text)
    return None if match is None or _OURS.search(match.group()) else match.group()


def _absent(name: str, document: Document, composer: Composer) -> Answer:
    annex = next((c for c in document.clauses if c.kind == "annex" and "责任分工" in c.text), None)
    mark = composer.cite(document.id, annex.locator) if annex else ""
    where = annex.locator if annex else ""
    composer.add(f"没有写：《{document.title}》{where}列出的责任单位中没有{name}{mark}。{WHOM_TO_ASK}")
    return composer.build("no_evidence")
