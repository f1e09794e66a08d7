import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("terms", [[], ["没有"], [""]])
def test_nothing_known_scores_zero(terms):
    assert not LexicalIndex.build(PASSAGES).scores(terms).any()


@pytest.mark.parametrize("passages", [[], [[], []]])
def test_empty_index_is_saved_and_read(tmp_path, passages):
    LexicalIndex.build(passages, tmp_path / "words")
    assert LexicalIndex.load(tmp_path / "words", len(passages)).scores(["苗圃"]).shape == (len(passages),)


@given(
    st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), min_size=1, max_size=8),
    st.lists(st.sampled_from("甲乙丙丁戊己"), max_size=5, unique=True),
)
def test_scores_are_those_of_bm25s(tmp_path_factory, passages, terms):
    import bm25s

    folder = tmp_path_factory.mktemp("index") / "words"
    built = LexicalIndex.build(passages, folder).scores(terms)
    assert np.array_equal(LexicalIndex.load(folder, len(passages)).scores(terms), built)
    if any(passages) and terms:
        engine = bm25s.BM25()
        engine.index(passages, show_progress=False)
        known = engine.get_tokens_ids(terms)
        expected = engine.get_scores_from_ids(known) if known else np.zeros(len(passages))
        assert built == pytest.approx(expected, abs=1e-6)


def test_index_that_does_not_fit_is_refused(tmp_path):
    LexicalIndex.build(PASSAGES, tmp_path / "words")
    with pytest.raises(ValueError, match="not an index of 2 passages"):
        LexicalIndex.load(tmp_path / "words", 2)
    np.save(tmp_path / "words" / "data.csc.index.npy", np.zeros(1, dtype=np.float32))
    with pytest.raises(ValueError, match="not an index of 4 passages"):
        LexicalIndex.load(tmp_path / "words", 4)


def test_reading_and_scoring_need_neither_bm25s_nor_scipy(tmp_path):
    LexicalIndex.build(PASSAGES, tmp_path / "words")
    script = (
        "import sys; from pathlib import Path; from index.lexical import LexicalIndex\n"
        f"assert LexicalIndex.load(Path({str(tmp_path)!r}) / 'words', 4).scores(['复核'])[2] > 0\n"
        "assert not {'bm25s', 'scipy'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
