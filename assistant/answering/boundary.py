"""Answers that rest on no clause: small talk, what is out of scope, what is not stated."""

from __future__ import annotations

from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.plan import Plan
from assistant.models import Answer

WHOM_TO_ASK = "请向所在市州工业和信息化局咨询，或向湖南省工业和信息化厅（产业集聚推进处）核实。"
_SCOPE = "湖南省先进制造业集群的申报、认定、管理政策，集群和培育对象名单，以及参赛报告的填写与自查"


def empty(plan: Plan, composer: Composer, context: Context, day: date) -> Answer:
    """Nothing was asked."""
    composer.add(f"请写出您想问的问题，例如“复核多久一次？”或“第十四条”。我可以回答{_SCOPE}。")
    return composer.build("needs_clarification")


def vague(plan: Plan, composer: Composer, context: Context, day: date) -> Answer:
    """The question does not say what it is about."""
    composer.add("请问您想问的是哪件事、哪个集群或哪一条？例如“复核多久一次”“长沙有几个集群”“第十四条”。")
    return composer.build("needs_clarification")


def too_long(question: str, limit: int) -> Answer:
    """The question is a whole document."""
    text = (
        f"问题超过{limit}字，无法作为一个问题回答。请把要问的事用一两句话写出来；参赛报告请在“自查”中上传。"
    )
    return Answer(question=question, status="needs_clarification", answer=text)


def small_talk(plan: Plan, composer: Composer, context: Context, day: date) -> Answer:
    """A greeting, thanks, or a question about the assistant."""
    if "thanks" in plan.concepts and "greeting" not in plan.concepts:
        composer.add("不客气，还有问题请随时提出。")
    else:
        composer.add(
            f"您好，我是湖南省先进制造业集群政策助手，可以回答{_SCOPE}，每条回答都附条款原文。请直接提问。"
        )
    return composer.build("out_of_scope")


def outside(plan: Plan, composer: Composer, context: Context, day: date) -> Answer:
    """Not about this programme."""
    composer.add(f"这个问题不在本助手的范围内。我只回答{_SCOPE}；其他事项请咨询相应的主管部门。")
    return composer.build("out_of_scope")


def draft(plan: Plan, composer: Composer, context: Context, day: date) -> Answer:
    """About a draft that was not handed in."""
    composer.add(
        "请把参赛报告（Word 文件）上传到“自查”，系统会按第六条的六项条件打分，并逐处指出问题；"
        "命令行可用 cluster-assistant check 文件名。"
    )
    return composer.build("needs_clarification")


def not_found(composer: Composer) -> Answer:
    """The corpus does not say."""
    composer.add(f"现有文件中没有查到关于这个问题的规定。{WHOM_TO_ASK}")
    return composer.build("no_evidence")
