"""One answer against one key: every check at both sides."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models import Answer, Citation
from eval.judge import CHECKS, covers, crashed, faithful, first_hit, judge
from eval.question import Question
from index.corpus import Corpus, load_corpus

DOC = "measures-2021"
QUOTE = "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def cite(locator: str = "第十六条", quote: str = QUOTE, doc: str = DOC) -> Citation:
    return Citation(
        doc=doc, title="湖南省先进制造业集群培育管理办法", number="", locator=locator, quote=quote
    )


def answer(**changes: Any) -> Answer:
    right = Answer(
        question="我们县能申报两个集群吗？",
        status="answered",
        verdict="conditional",
        answer="原则上不能：每个县（市）不超过1个。",
        citations=(cite(),),
        warnings=("《办法》有效期5年。",),
    )
    return right.model_copy(update=changes)


KEY = Question(
    id="eligibility-000",
    kind="eligibility",
    turns=("我们县能申报两个集群吗？",),
    verdicts=frozenset({"conditional"}),
    cite=((f"{DOC}#第十六条", f"{DOC}#第五条"),),
    must=("不超过(1|一)个",),
    must_not=("两个都可以",),
    warn=("有效期",),
)


def test_right_answer_succeeds(corpus: Corpus) -> None:
    judgement = judge(KEY, answer(), corpus)
    assert judgement.success
    assert (judgement.failed, judgement.rank, judgement.quotes) == ((), 1, 1)
    assert not judgement.abstained


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("status", {"status": "no_evidence"}),
        ("verdict", {"verdict": "yes"}),
        ("verdict", {"verdict": None}),
        ("cite", {"citations": ()}),
        ("must", {"answer": "不行。", "citations": (cite(quote="第十六条"),)}),
        ("must_not", {"answer": "两个都可以，虽然不超过1个。"}),
        ("warn", {"warnings": ()}),
    ],
)
def test_each_check_fails_alone(check: str, changes: dict[str, Any], corpus: Corpus) -> None:
    judgement = judge(KEY, answer(**changes), corpus)
    assert not judgement.passed(check)
    others = [other for other in CHECKS if other != check and not judgement.passed(other)]
    assert others == []
    assert not judgement.success


def test_wording_may_stand_in_the_quote_but_forbidden_wording_only_counts_in_the_answer(
    corpus: Corpus,
) -> None:
    assert judge(KEY, answer(answer="见第十六条。"), corpus).passed("must")
    by_address = Question(id="x", kind="general", turns=("?",), must=("第十六条",))
    assert judge(by_address, answer(answer="见依据。"), corpus).passed("must")
    key = Question(id="x", kind="general", turns=("?",), must_not=("原则上不超过",))
    assert judge(key, answer(answer="见第十六条。"), corpus).passed("must_not")


def test_every_required_address_must_be_cited(corpus: Corpus) -> None:
    key = Question(id="x", kind="general", turns=("?",), cite=((f"{DOC}#第十六条",), (f"{DOC}#第五条",)))
    assert judge(key, answer(), corpus).failed[-1] == f"cite: none of {DOC}#第五条"


def test_status_none_is_not_judged(corpus: Corpus) -> None:
    key = Question(id="x", kind="general", turns=("?",), statuses=frozenset(), verdicts=KEY.verdicts)
    assert judge(key, answer(status="no_evidence"), corpus).success


def test_unfaithful_quote_fails_an_otherwise_right_answer(corpus: Corpus) -> None:
    judgement = judge(KEY, answer(citations=(cite(quote="每个县不超过1个"),)), corpus)
    assert judgement.failed == ()
    assert judgement.unfaithful == (f"{DOC}#第十六条",)
    assert not judgement.success


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (cite(), True),
        (cite(locator="第四章"), True),
        (cite(locator="第十五条"), False),
        (cite(locator="第九十九条"), False),
        (cite(doc="no-such-document"), False),
        (cite(quote=QUOTE.replace("1", "2")), False),
        (cite(quote=""), False),
    ],
)
def test_faithful(citation: Citation, expected: bool, corpus: Corpus) -> None:
    assert faithful(citation, corpus) is expected


@pytest.mark.parametrize(
    ("wanted", "doc", "locator", "expected"),
    [
        (f"{DOC}#第六条", DOC, "第六条", True),
        (f"{DOC}#第六条", DOC, "第六条（二）", True),
        (f"{DOC}#第六条（二）", DOC, "第六条", False),
        (f"{DOC}#第二章", DOC, "第六条（二）", True),
        (f"{DOC}#第一条", DOC, "第十一条", False),
        (f"{DOC}#*", DOC, "第十八条", True),
        (f"{DOC}#*", "list-2022", "第一项", False),
        ("list-2022#附件1", "list-2022", "附件1 序号13", True),
        ("list-2022#附件1 序号1", "list-2022", "附件1 序号13", False),
        ("report-2023#初赛 二", "report-2023", "初赛 2.8", True),
        ("report-2023#初赛 二", "report-2023", "决赛 2.8", False),
        ("workplan-2021#二", "workplan-2021", "二（三）", True),
    ],
)
def test_covers(wanted: str, doc: str, locator: str, expected: bool, corpus: Corpus) -> None:
    assert covers(wanted, doc, locator, corpus) is expected


def test_first_hit_counts_from_one(corpus: Corpus) -> None:
    key = ((f"{DOC}#第五条",), (f"{DOC}#第十六条",))
    assert first_hit(key, [(DOC, "第一条"), (DOC, "第十六条")], corpus) == 2
    assert first_hit(key, [(DOC, "第一条")], corpus) is None


def test_crash_fails_every_check() -> None:
    judgement = crashed(KEY, ValueError("broken"))
    assert not judgement.success
    assert not any(judgement.passed(check) for check in CHECKS)
    assert judgement.failed[0] == "crash: ValueError: broken"
