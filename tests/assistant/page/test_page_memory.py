import json

import pytest

from assistant.models import Answer, Citation
from assistant.page.chat.memory import MOST_CHARACTERS, MOST_TURNS, kept, recalled
from assistant.page.chat.turns import Turn, questions

CITED = Citation(doc="measures-2021", title="办法", number="号", locator="第三条", quote="甲")


def turn(question: str = "问", text: str = "答", **fields) -> Turn:
    given = Answer(question=question, status="answered", answer=text, citations=(CITED,), warnings=("慎",))
    return Turn(question, fields.pop("kind", "policy"), given, **fields)


def test_what_is_kept_comes_back_the_same():
    turns = [
        turn(rating="down"),
        turn("再问", understood="完整地再问"),
        turn("单问", alone=True),
        Turn("停", "stopped"),
    ]
    assert recalled(json.loads(json.dumps(kept(turns)))) == turns


def test_nothing_of_a_draft_is_kept():
    turns = [
        turn("增幅为什么不对", "报告写的是 15.7", kind="draft"),
        Turn("报告：a.docx", "check", handed_in=True, html="得分 86，15.7"),
    ]
    text = json.dumps(kept(turns), ensure_ascii=False)
    assert "15.7" not in text
    back = recalled(json.loads(text))
    assert [(entry.kind, entry.answer, entry.html) for entry in back] == [
        ("draft", None, ""),
        ("check", None, ""),
    ]


def test_it_is_bounded_and_the_latest_turns_stay():
    turns = [turn(f"问{number}") for number in range(MOST_TURNS + 5)]
    assert [entry.question for entry in recalled(kept(turns))] == [entry.question for entry in turns[5:]]
    large = [turn(str(number), "长" * (MOST_CHARACTERS // 3)) for number in range(5)]
    assert [entry.question for entry in recalled(kept(large))] == ["3", "4"]
    assert len(recalled(kept([turn("长" * 5000)]))[0].question) < 2100


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "text",
        [],
        {},
        {"version": 0, "turns": []},
        {"version": 1, "user": "", "turns": {"0": 1}},
        {"version": 1, "user": "", "turns": [1, None, {}, {"id": "x"}]},
        {"version": 1, "user": "", "turns": [{**kept([turn()])["turns"][0], "id": '"><img src=x>'}]},
        {"version": 1, "user": "", "turns": [{**kept([turn()])["turns"][0], "extra": 1}]},
        {"version": 1, "user": "", "turns": [{**kept([turn()])["turns"][0], "answer": None}]},
        {"version": 1, "user": "", "turns": [{**kept([turn()])["turns"][0], "rating": "best"}]},
    ],
)
def test_what_is_broken_or_foreign_counts_as_nothing(stored):
    assert recalled(stored) == []


def test_what_another_user_of_the_computer_asked_stays_his():
    stored = kept([turn()], "张三")
    assert len(recalled(stored, "张三")) == 1
    assert recalled(stored, "李四") == recalled(stored) == recalled(kept([turn()]), "张三") == []
    assert "张三" not in json.dumps(stored, ensure_ascii=False)


def test_one_broken_turn_does_not_lose_the_others():
    stored = kept([turn("一"), turn("二")])
    stored["turns"][0]["kind"] = "?"
    assert [entry.question for entry in recalled(stored)] == ["二"]


def test_follow_ups_are_understood_from_the_questions_to_the_documents_alone():
    turns = [
        turn("一"),
        turn("二", kind="draft"),
        Turn("报告：a.docx", "check", handed_in=True),
        Turn("报告：b.docx", "failed", handed_in=True),
        Turn("三", "stopped"),
    ]
    assert questions(turns) == ["一", "三"]
    assert questions([*turns, turn("四", alone=True), turn("五")]) == ["四", "五"]
