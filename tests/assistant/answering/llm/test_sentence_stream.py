"""Sentences out of a stream, however it is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.llm.sentences import Splitter, tidy, without_thinking

TEXT = "每三年复核一次[1][2]。具体要求看当年通知[3]。\n- **未通过的**，撤销称号。[4]\n2. 报告报省厅【2】；请咨询市州"


def sentences(pieces: list[str]) -> list[str]:
    splitter = Splitter()
    found: list[str] = []
    for piece in pieces:
        found += splitter.feed(piece)
        if splitter.restarted:
            found, splitter.restarted = [], False
    return found + splitter.finish(whole=True)


EXPECTED = [
    "每三年复核一次[1][2]。",
    "具体要求看当年通知[3]。",
    "未通过的，撤销称号[4]。",
    "报告报省厅[2]。",
    "请咨询市州。",
]


def test_marks_stand_before_the_full_stop() -> None:
    assert sentences([TEXT]) == EXPECTED


@given(st.lists(st.integers(0, len(TEXT)), max_size=12))
def test_how_a_stream_is_cut_makes_no_difference(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(TEXT)]
    pieces = [TEXT[start:end] for start, end in pairwise(places)]
    assert sentences(pieces) == EXPECTED


@given(st.lists(st.integers(0, 60), max_size=12))
def test_thinking_never_shows(cuts: list[int]) -> None:
    text = "<think>可以申报两个[1]。随便[1]。</think>\n不可以[1]。"
    places = [0, *sorted(cut for cut in cuts if cut <= len(text)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(places)]
    assert sentences(pieces) == ["不可以[1]。"]


def test_thinking_without_its_opening_tag_voids_what_came_before() -> None:
    assert sentences(["可以申报两个[1]。嗯。", "</think>", "不可以[1]。"]) == ["不可以[1]。"]
    assert without_thinking('<think>{"a": 1}</think>{"b": 2}') == '{"b": 2}'


@given(st.lists(st.integers(0, 60), max_size=12))
def test_nothing_behind_the_end_of_the_turn_is_taken(cuts: list[int]) -> None:
    text = "每三年一次[1]。好的<|im_end|>\n<|im_start|>user\n可以申报两个[1]。"
    places = [0, *sorted(cut for cut in cuts if cut <= len(text)), len(text)]
    assert sentences([text[start:end] for start, end in pairwise(places)]) == ["每三年一次[1]。", "好的。"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("每三年一次【1】", "每三年一次[1]。"),
        ("每三年一次［1、2］。", "每三年一次[1][2]。"),
        ("每三年一次[依据1]。", "每三年一次[1]。"),
        ("湘工信产业集聚〔2021〕82号[1]。", "湘工信产业集聚〔2021〕82号[1]。"),
        ("第六条（二）规定了规模[2]。", "第六条（二）规定了规模[2]。"),
        ("回答：每三年一次[1]。", "每三年一次[1]。"),
        ("每三年一次[^1]。", "每三年一次[1]。"),
        ("每三年一次[[1]]。", "每三年一次[1]。"),
        ("每三年一次（[1]）。", "每三年一次[1]。"),
        ("每三年一次（来源：[1]、[2]）。", "每三年一次[1][2]。"),
        ("每三年一次²。", "每三年一次[2]。"),
        ("根据[1]和[2]的规定，每三年一次。", "每三年一次[1][2]。"),
        ("# 每三年一次 [ 1 ]。", "每三年一次[1]。"),
        ("> **每三年**一次[1]", "每三年一次[1]。"),
        ("```markdown", ""),
        ("以下是改写后的答案：每三年一次[1]。", "每三年一次[1]。"),
        ("好的，改写如下：", ""),
        ("结论：每三年一次[1]。", "每三年一次[1]。"),
        ("每三年開展一次複核[1]。", "每三年开展一次复核[1]。"),
        ("附件3的内容：集群名称[1]。", "附件3的内容：集群名称[1]。"),
        ("---", ""),
        ("   ", ""),
    ],
)
def test_the_house_form_of_a_sentence(raw: str, expected: str) -> None:
    assert tidy(raw) == expected


def test_a_sentence_that_was_broken_off_is_left_out() -> None:
    splitter = Splitter()
    assert splitter.feed("每三年一次[1]。复核的具体要") == ["每三年一次[1]。"]
    assert splitter.finish(whole=False) == []
