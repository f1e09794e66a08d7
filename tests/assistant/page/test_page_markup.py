import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.page.markup import element, esc, marked, matches, paragraphs

TEXT = st.text(max_size=60)
SPANS = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5)


def plain(html: str) -> str:
    """The text of `html`, tags removed and entities resolved."""
    from html import unescape

    return unescape(re.sub(r"<[^>]*>", "", html))


@given(TEXT)
def test_escaped_text_cannot_open_a_tag_or_end_an_attribute(text):
    assert not set(esc(text)) & set("<>\"'\r\n")


@given(TEXT, SPANS)
def test_marking_keeps_every_character(text, spans):
    text = " ".join(text.split())
    result = marked(text, spans)
    assert plain(result) == text
    assert result.count("<mark>") == result.count("</mark>") <= len(spans)


def test_marks_stand_around_the_span_only():
    assert marked("甲<乙>丙", [(1, 4)]) == "甲<mark>&lt;乙&gt;</mark>丙"


def test_a_span_over_two_lines_is_marked_in_both_paragraphs():
    assert paragraphs("甲乙\n\n丙丁", [(1, 5)]) == "<p>甲<mark>乙</mark></p><p><mark>丙</mark>丁</p>"


@given(TEXT, TEXT)
def test_matches_repeat_the_query(text, query):
    for start, end in matches(text, query):
        assert end - start >= 2
        assert text[start:end] in re.sub(r"[\W_]+", " ", query)


def test_longest_run_of_the_query_is_matched():
    assert matches("每三年开展一次复核。", "多久复核，每三年？") == [(0, 3), (7, 9)]


def test_attributes_are_escaped():
    assert element("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'
