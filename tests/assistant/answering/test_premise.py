import pytest

from assistant.answering.premise import contradictions
from assistant.answering.service import Assistant

REVIEW = ["要复核，每三年一次", "每三年开展一次复核"]


@pytest.mark.parametrize(
    ("question", "said", "wrong"),
    [
        ("既然每两年复核一次，那今年要复核吗", REVIEW, ["每两年复核一次"]),
        ("是每三年复核一次吗", REVIEW, []),
        ("是每3年复核一次吗", REVIEW, []),
        ("有效期3年对吧", ["有效期5年"], ["3年"]),
        ("有效期五年对吧", ["有效期5年"], []),
        ("2024年要复核吗", REVIEW, []),
        ("最多3个对吗", ["原则上不超过1个"], ["3个"]),
        ("每季度要报送吗", ["每年1月底前、7月底前"], ["每季度"]),
        ("每年要报送吗", ["每年1月底前、7月底前"], []),
        ("奖励500万元什么时候发", ["给予一定财政资金奖励"], []),
    ],
)
def test_figures_that_the_clauses_contradict(question: str, said: list[str], wrong: list[str]) -> None:
    assert contradictions(question, said) == wrong


def test_an_amount_that_no_clause_states_is_not_confirmed(assistant: Assistant) -> None:
    answer = assistant.ask("听说奖励有500万，是真的吗")
    assert answer.answer.startswith("文件没有写“500万”")
    assert answer.verdict == "conditional"
