from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.composer import Composer, shorten
from assistant.answering.validity import validity_label
from index.corpus import load_corpus

CORPUS = load_corpus()


def composer() -> Composer:
    return Composer("问", CORPUS, date(2025, 6, 1))


def test_a_false_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="quote not found"):
        composer().cite("measures-2021", "第十六条", "每个县不超过2个")


def test_a_quote_of_another_clause_is_refused() -> None:
    with pytest.raises(ValueError, match="quote not found"):
        composer().cite("measures-2021", "第十五条", "每三年开展一次复核")


def test_equal_citations_share_a_mark() -> None:
    one = composer()
    assert one.cite("measures-2021", "第十四条", "每三年开展一次复核") == "[1]"
    assert one.cite("measures-2021", "第十六条") == "[2]"
    assert one.cite("measures-2021", "第十四条", "每三年开展一次复核") == "[1]"
    one.add("句[1][2]。")
    assert len(one.build().citations) == 2


def test_part_of_a_quote_shares_its_mark_but_not_across_clauses() -> None:
    one = composer()
    whole = "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个"
    assert one.cite("measures-2021", "第十六条", whole) == "[1]"
    assert one.cite("measures-2021", "第十六条", "原则上") == "[1]"
    assert one.cite("measures-2021", "第十四条", "先进制造业集群") == "[2]"


def test_citing_an_annex_quotes_its_title() -> None:
    one = composer()
    one.cite("list-2022", "附件1")
    assert one.build().citations[0].quote == "湖南省先进制造业集群名单(第一批)"


@given(st.text(max_size=400), st.integers(10, 150))
def test_shortened_text_is_a_piece_of_it(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert short in text
    assert len(short) <= limit


@pytest.mark.parametrize(
    ("doc", "day", "label"),
    [
        ("measures-2021", date(2026, 3, 15), "现行"),
        ("measures-2021", date(2026, 3, 16), "已过有效期"),
        ("measures-2021", date(2021, 3, 14), "尚未发布"),
        ("plan-2022", date(2025, 1, 1), "媒体报道"),
    ],
)
def test_validity_label(doc: str, day: date, label: str) -> None:
    assert validity_label(CORPUS.documents[doc], day) == label
