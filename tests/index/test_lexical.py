import numpy as np
import pytest

from index.lexical import LexicalIndex

PASSAGES = [["苗圃", "评比"], ["苗圃", "奖励", "资金"], ["复核"], []]


def test_passage_with_the_term_scores_and_others_do_not():
    scores = LexicalIndex.build(PASSAGES).scores(["复核"])
    assert scores.shape == (4,)
    assert np.flatnonzero(scores).tolist() == [2]


def test_rare_term_counts_more_than_a_common_one():
    scores = LexicalIndex.build(PASSAGES).scores(["苗圃", "资金"])
    assert scores.argmax() == 1


def test_repeating_a_term_changes_nothing():
    index = LexicalIndex.build(PASSAGES)
    assert np.array_equal(index.scores(["苗圃", "苗圃", "资金"]), index.scores(["苗圃", "资金"]))


@pytest.mark.parametrize("terms", [[], ["没有"]])
def test_nothing_known_scores_zero(terms):
    assert not LexicalIndex.build(PASSAGES).scores(terms).any()


@pytest.mark.parametrize("passages", [[], [[], []]])
def test_empty_index_is_saved_and_read(tmp_path, passages):
    LexicalIndex.build(passages).save(tmp_path / "words")
    assert LexicalIndex.load(tmp_path / "words", len(passages)).scores(["苗圃"]).shape == (len(passages),)


def test_what_is_read_scores_as_what_was_saved(tmp_path):
    index = LexicalIndex.build(PASSAGES)
    index.save(tmp_path / "words")
    again = LexicalIndex.load(tmp_path / "words", 4)
    assert np.array_equal(again.scores(["苗圃", "资金"]), index.scores(["苗圃", "资金"]))


def test_index_of_another_size_is_refused(tmp_path):
    LexicalIndex.build(PASSAGES).save(tmp_path / "words")
    with pytest.raises(ValueError, match="4 passages, not 5"):
        LexicalIndex.load(tmp_path / "words", 5)
