from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Words, bigrams, fold, make_tokenizer, other_names


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    return Words(tmp_path_factory.mktemp("cache"))


def test_bigrams_stop_at_punctuation_and_keep_numbers_whole():
    assert bigrams("产业集群，2.5亿元") == ["产业", "业集", "集群", "2.5", "亿元"]


def test_folding_removes_width_case_and_traditional_forms():
    assert fold("ＡＢ１２（縣）產業集羣") == "ab12(县)产业集群"


def test_field_terms_are_words_and_their_parts_too(words):
    terms = words("促进组织与核心承载园区")
    assert "促进组织" in terms
    assert "核心承载园区" in terms
    assert "园区" in terms
    assert "与" not in terms


def test_question_frame_leaves_no_terms(words):
    assert words("请问什么是的？") == []


def test_no_cache_where_it_does_not_fit(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1000))
    make_tokenizer(tmp_path / "cache")
    assert not any((tmp_path / "cache").iterdir())


def test_jieba_is_cached_in_the_given_folder_and_silent(tmp_path, capfd):
    make_tokenizer(tmp_path / "deep" / "cache")
    assert any((tmp_path / "deep" / "cache").iterdir())
    assert capfd.readouterr() == ("", "")


def test_folder_that_cannot_be_made_does_not_matter(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("")
    assert "核心承载园区" in make_tokenizer(blocker / "cache").lcut("核心承载园区")


@given(st.text(max_size=60))
def test_both_sides_of_a_search_see_the_same_terms(text):
    assert bigrams(fold(text)) == bigrams(text)
    assert all(term.strip() == term and term for term in bigrams(text))


def test_short_and_long_names_of_an_office_find_each_other():
    assert "人力资源社会保障厅" in other_names("人社厅在集群工作里干嘛的")
    assert "人社厅" in other_names("省人力资源社会保障厅的职责")
    assert other_names("苗圃") == []


def test_groups_of_names_hold_two_or_more_each_in_one_group_only():
    from index.analysis import equivalents

    names = [name for group in equivalents() for name in group]
    assert len(names) == len(set(names))
    assert all(len(group) > 1 for group in equivalents())
