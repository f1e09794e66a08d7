import pytest

from assistant.page.endpoints import Endpoints, user_turns
from index.errors import UserError


@pytest.mark.parametrize(
    ("history", "turns"),
    [
        ("", []),
        (None, []),
        ("[]", []),
        ('["一", "二"]', ["一", "二"]),
        ('[{"role": "user", "content": "一"}, {"role": "assistant", "content": "答"}]', ["一"]),
    ],
)
def test_user_turns(history, turns):
    assert user_turns(history) == turns


@pytest.mark.parametrize(
    "history", ["{", "{}", "[1]", '"一"', '[{"role": "user"}]', "[" * 100_000, 5, ["一"], {}, True]
)
def test_history_that_is_not_a_list_of_turns_is_refused(history):
    with pytest.raises(UserError, match="history"):
        user_turns(history)


@pytest.mark.parametrize("k", [0, -1, 101, "x", "3", None, True, 2.7, float("nan"), float("inf"), [3]])
def test_number_of_passages_has_limits(k):
    with pytest.raises(UserError, match="1 到 100"):
        Endpoints(None, None).search("复核", k)


@pytest.mark.parametrize("value", [None, 123, True, ["a"], {"a": 1}])
def test_a_question_is_text(value):
    with pytest.raises(UserError, match="question 应为文字"):
        Endpoints(None, None).ask(value)
    with pytest.raises(UserError, match="query 应为文字"):
        Endpoints(None, None).search(value)
