from __future__ import annotations

import pytest

from assistant.page.access import SignIn, beyond_this_machine, parse_users, users_for
from index.errors import UserError


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("host", "beyond"),
    [("127.0.0.1", False), ("localhost", False), ("::1", False), ("127.8.8.8", False), ("0.0.0.0", True), ("::", True), ("192.0.2.7", True)],
)  # fmt: skip
def test_which_addresses_other_machines_reach(host, beyond):
    assert beyond_this_machine(host) is beyond


def test_users_are_pairs():
    assert parse_users("") == {}
    assert parse_users(" 张:a:b ，li：2,") == {"张": "a:b", "li": "2"}


@pytest.mark.parametrize("text", ["张", "张:", ":1", "a:1,a:2"])
def test_incomplete_users_are_one_line(text):
    with pytest.raises(UserError, match="ASSISTANT_USERS") as error:
        parse_users(text)
    assert "\n" not in str(error.value)


def test_who_signs_in():
    assert users_for("127.0.0.1", None, None) == ({}, "")
    assert users_for("127.0.0.1", None, "a:1") == ({"a": "1"}, "")
    assert users_for("0.0.0.0", None, "a:1") == ({"a": "1"}, "")
    users, line = users_for("0.0.0.0", None, None)
    (password,) = users.values()
    assert len(password) >= 12
    assert password in line
    assert users_for("127.0.0.1", True, None)[0] != users_for("127.0.0.1", True, None)[0]
    users, line = users_for("0.0.0.0", False, "a:1")
    assert users == {}
    assert "不用登录" in line
    assert users_for("127.0.0.1", False, "a:1") == ({}, "")


def test_only_the_right_password_opens():
    sign_in = SignIn({"张": "密码1"})
    assert sign_in("张", "密码1")
    for name, password in (("张", "密码2"), ("张", ""), ("李", "密码1"), ("", ""), ("李", "\0")):
        assert not sign_in(name, password)


def test_guessing_is_stopped_for_a_while_and_for_that_name_only():
    clock = Clock()
    sign_in = SignIn({"a": "1", "b": "2"}, clock)
    for guess in range(9):
        assert not sign_in("a", f"x{guess}")
    assert sign_in("a", "1")  # that forgets what was wrong before
    for guess in range(10):
        assert not sign_in("a", f"x{guess}")
    assert not sign_in("a", "1")
    assert sign_in("b", "2")
    clock.now = 299
    assert not sign_in("a", "1")
    clock.now = 300
    assert sign_in("a", "1")


def test_names_that_were_guessed_do_not_pile_up():
    sign_in = SignIn({"a": "1"})
    for number in range(1100):
        sign_in(f"name{number}", "x")
    assert len(sign_in._wrong) <= 1000
