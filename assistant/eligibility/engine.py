"""Rules as code: registration, evaluation, and the trace of what each rule read."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast

from assistant.eligibility.facts import FACT_TITLES, Facts
from assistant.eligibility.outcome import Conclusion, Outcome, Read, Sentence
from assistant.parameters import NotInForceError, Parameter, Parameters
from assistant.registry import Cluster, Division

Rule = Callable[[Facts, Parameters], Conclusion]

TOPICS: dict[str, str] = {
    "quota": "一个县（市）能申报／纳入几个集群；已有一个还能不能再报。yes＝名额不成障碍",
    "subject": "某单位能不能作为申报主体。yes＝能",
    "voluntary": "是不是必须申报。no＝不是必须",
    "joint": "能不能跨行政区联合申报、报到哪里。yes＝能",
    "joint_route": "跨行政区的集群，材料是不是报申报主体所在市州。yes＝是",
    "many_parks": "一个集群能不能有几个（或没有）核心承载园区。yes＝能",
    "organisation_many": "一个促进组织能不能申报几个集群。yes＝能",
    "form_papers": "缺参赛报告要求的证明、签字、盖章行不行。yes＝行",
    "region": "省外的集群能不能申报。no＝不能",
    "conditions": "只满足第六条部分条件能不能申报。yes＝能",
    "requirement": "缺某一项（如没有单项冠军企业、没有实施方案）能不能申报。yes＝能",
    "sector": "某个行业的集群能不能申报。yes＝能",
    "membership": "企业（外地的、省外的）能不能加入集群。yes＝能",
    "park_many": "一个园区能不能承载几个集群。yes＝能",
    "stage_order": "能不能不经初赛直接认定为集群。no＝不能",
    "final_entry": "某集群能不能参加决赛。yes＝能",
    "direct_to_province": "能不能不经市州直接向省厅申报。no＝不能",
    "repeat": "落选、撤销后或同一年内能不能再报。yes＝能",
    "notice": "竞赛是不是每年都有，今年什么时候报、要求在哪里看。yes＝每年都有",
    "trainee_management": "培育对象的管理是不是和集群一样。yes＝参照集群管理",
    "reports": "要不要报送发展情况报告（培育对象也要）。yes＝要",
    "reports_late": "发展情况报告能不能晚报、少报。no＝不能",
    "review": "要不要复核、多久一次。yes＝要",
    "revocation": "称号会不会被撤销。yes＝会",
    "after_listing": "评上以后还有没有要做的事。yes＝有",
    "award": "有没有财政奖励、多少。yes＝有",
    "award_use": "奖励资金能不能用于某项支出。yes＝能",
    "project_support": "集群项目能不能得到专项资金支持。yes＝能",
    "national": "能不能被推荐申报国家级集群。yes＝能",
    "publicity": "名单要不要公示、在哪里。yes＝要",
    "announcement": "集群和培育对象每年公告、授牌。yes＝是",
    "truthfulness": "材料可不可以不实。no＝不可以",
    "truth_liability": "材料真实性是不是由某单位负责。yes＝由它负责",
    "exclusions": "有某种情形还能不能申报（三项承诺）。yes＝能",
    "validity": "管理办法在某日是否有效。yes＝有效",
    "city_contest": "市州能不能自己办竞赛。yes＝能",
    "category": "有哪几类、能不能同时报两类。yes＝能",
    "thresholds": "是否达到2023年竞赛的门槛。yes＝达到（非官方公开文本）",
}
"""Every topic: what it decides, and what the verdict says yes or no to.

A question put the other way round (“可以不报吗”) needs its verdict turned round by whoever
understands questions.
"""


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule and what it is registered as."""

    id: str
    topic: str
    basis: str
    title: str
    decide: Rule


_RULES: dict[str, RegisteredRule] = {}


def rule(*, id: str, topic: str, basis: str, title: str) -> Callable[[Rule], Rule]:
    """Register a function as a rule.

    Args:
        id: identifier, `topic.name`.
        topic: one of `TOPICS`.
        basis: node id of the clause it rests on, `measures-2021#第十六条`.
        title: what it decides, in Chinese.

    Raises:
        ValueError: the id is taken, or the topic unknown.
    """
    if topic not in TOPICS:
        raise ValueError(f"unknown topic {topic}")

    def register(decide: Rule) -> Rule:
        if id in _RULES:
            raise ValueError(f"rule {id} is registered twice")
        _RULES[id] = RegisteredRule(id, topic, basis, title, decide)
        return decide

    return register


def all_rules() -> tuple[RegisteredRule, ...]:
    """Every rule of `assistant.eligibility.rules`, in the order of `TOPICS`."""
    _import_rules()
    order = list(TOPICS)
    return tuple(sorted(_RULES.values(), key=lambda entry: order.index(entry.topic)))


@cache
def _import_rules() -> None:
    package = importlib.import_module("assistant.eligibility.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")


def evaluate(
    facts: Facts, parameters: Parameters, topics: Iterable[str] | None = None
) -> tuple[Outcome, ...]:
    """Decide a case.

    Args:
        facts: what is known of it, completed by `with_registry`.
        parameters: the dated figures.
        topics: topics to decide, in the order wanted; None for all.

    Returns:
        One outcome for each rule of the topics, in the order of `topics`; those that do not concern the
        case say so by `not_applicable`.

    Raises:
        KeyError: a topic does not exist.
    """
    rules = all_rules()
    wanted = tuple(TOPICS) if topics is None else tuple(topics)
    for topic in wanted:
        if topic not in TOPICS:
            raise KeyError(topic)
    return tuple(
        _run(entry, facts, parameters) for topic in wanted for entry in rules if entry.topic == topic
    )


def _run(entry: RegisteredRule, facts: Facts, parameters: Parameters) -> Outcome:
    recorder = _Recorder()
    seen_facts = cast(Facts, _RecordingFacts(facts, recorder))
    seen_parameters = cast(Parameters, _RecordingParameters(parameters, recorder))
    try:
        conclusion = entry.decide(seen_facts, seen_parameters)
    except NotInForceError as error:
        conclusion = Conclusion("cannot_tell", None, Sentence(f"{error}。"))
    return Outcome(entry.id, entry.topic, entry.basis, entry.title, conclusion, recorder.reads)


class _Recorder:
    def __init__(self) -> None:
        self._reads: dict[tuple[str, str], Read] = {}

    def note(self, read: Read) -> None:
        self._reads.setdefault((read.kind, read.name), read)

    @property
    def reads(self) -> tuple[Read, ...]:
        return tuple(self._reads.values())


class _RecordingFacts:
    """Stands in for `Facts` while a rule runs."""

    def __init__(self, facts: Facts, recorder: _Recorder) -> None:
        self._facts = facts
        self._recorder = recorder

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        self._recorder.note(Read("fact", name, FACT_TITLES.get(name, name), _shown(value)))
        return value


class _RecordingParameters:
    """Stands in for `Parameters` while a rule runs."""

    def __init__(self, parameters: Parameters, recorder: _Recorder) -> None:
        self._parameters = parameters
        self._recorder = recorder

    def at(self, name: str, *, on: date) -> Parameter:
        parameter = self._parameters.at(name, on=on)
        shown = f"{_shown(parameter.value)}{'' if parameter.unit == '日' else parameter.unit}"
        self._recorder.note(Read("parameter", name, parameter.title, shown))
        return parameter


def _shown(value: object) -> str:
    if value is None:
        return "未知"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, Division | Cluster):
        return value.name
    if isinstance(value, tuple):
        return "、".join(map(_shown, value)) if value else "无"
    return str(value)
