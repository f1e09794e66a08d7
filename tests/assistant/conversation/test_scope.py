"""What is asked of the documents at all: questions without a noun ask back, titles of firms are another programme's."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant
from assistant.answering.topics import topic_of_question

_OURS = frozenset({"eligibility", "general", "form", "registry"})
# Two that name 这个县: which one, only the user can say.
_ASKS_BACK = frozenset({"这个县还有没有名额"})


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("那这样算不算符合", "vague"),
        ("办这个一般要多久", "vague"),
        ("这个集群在哪个园区", "vague"),
        ("那个东西到底怎么弄啊", "vague"),
        ("这个集群竞赛每年办几次", "eligibility"),
        ("这个办法还有效吗", "eligibility"),
        ("没有小巨人企业，可以申报吗", "eligibility"),
        ("专精特新小巨人怎么申报", "outside"),
        ("评上单项冠军有什么奖励", "outside"),
        ("集群里要有几个小巨人", "eligibility"),
        ("一年里集群和培育对象统一公告几次", "eligibility"),
    ],
)
def test_kind(assistant: Assistant, question: str, kind: str) -> None:
    assert assistant.plan(question).kind == kind


def test_no_known_question_is_outside(assistant: Assistant) -> None:
    kinds = {question: assistant.plan(question).kind for question in topic_of_question()}
    assert {q for q, kind in kinds.items() if kind not in _OURS} == _ASKS_BACK
