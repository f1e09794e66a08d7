"""Several questions in one turn, and turns that point at something that was never said."""

import pytest

from assistant.conversation.compound import questions_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("初赛是谁组织的？结果在哪里公示？", ["初赛是谁组织的？", "结果在哪里公示？"]),
        ("我们县有一个集群了，还能再报吗？", ["我们县有一个集群了，还能再报吗？"]),
        ("竞赛分几轮，集群由谁认定", ["竞赛分几轮，", "集群由谁认定"]),
        ("复核多久一次？谢谢！", ["复核多久一次？谢谢！"]),
        ("我们是园区。能申报吗？", ["我们是园区。能申报吗？"]),
        (
            "科室没了，不知道材料怎么往上报。按规定市局该做什么？",
            ["科室没了，不知道材料怎么往上报。按规定市局该做什么？"],
        ),
        ("第十四条", ["第十四条"]),
        ("", [""]),
    ],
)
def test_questions_in(text, parts):
    assert list(questions_in(text)) == parts


@pytest.mark.parametrize(
    "question",
    [
        "那位领导还联系别的链吗",
        "它的促进组织叫啥",
        "我们这个园区承载的是哪个集群",
        "这个要交给谁？",
        "刚才那句话怎么理解",
        "这个现在还有效吗",
    ],
)
def test_a_turn_that_points_at_nothing_is_asked_back(assistant, question):
    assert assistant.ask(question).status == "needs_clarification"


@pytest.mark.parametrize(
    "question",
    [
        "上市企业那一栏要不要标页码",
        "这个办法现在还有效吗",
        "先进化工材料这条链由哪位省领导联系",
        "申报类别这一栏可以写哪两种",
    ],
)
def test_words_that_repeat_their_noun_point_at_nothing_else(assistant, question):
    assert assistant.ask(question).status == "answered"


def test_both_questions_are_answered_with_marks_numbered_through(assistant):
    answer = assistant.ask("授牌多久一次？复核多久一次？")
    assert {citation.locator for citation in answer.citations} >= {"第十二条", "第十四条"}
    for number in range(1, len(answer.citations) + 1):
        assert f"[{number}]" in answer.answer
    assert f"[{len(answer.citations) + 1}]" not in answer.answer
