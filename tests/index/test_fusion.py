from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.fusion import HYBRID, LEXICAL, Weights, fuse, scaled

NAN = float("nan")


def test_best_is_one_and_the_missing_are_zero():
    assert scaled(np.array([2.0, NAN, 8.0, 4.0]), 10, floor=0.0).tolist() == [0.25, 0.0, 1.0, 0.5]


def test_scale_starts_at_the_last_of_the_best_where_more_came_back():
    assert scaled(np.array([1.0, 2.0, 4.0, 3.0]), 3, floor=0.0).tolist() == [0.0, 0.0, 1.0, 0.5]


def test_scale_of_similarities_starts_at_the_lowest():
    result = scaled(np.array([-0.5, 0.5, NAN]), 10)
    assert result.tolist() == [0.0, 1.0, 0.0]


def test_missing_leg_passes_its_weight_on():
    fused, _ = fuse({"words": np.array([1.0, 0.0]), "bigrams": np.array([1.0, 1.0])}, HYBRID, 10)
    assert fused.tolist() == [1.0, 0.5]


def test_weights_decide():
    legs = {"words": np.array([1.0, NAN]), "dense": np.array([NAN, 1.0])}
    assert fuse(legs, Weights(1, 0, 0), 10)[0].tolist() == [1.0, 0.0]
    assert fuse(legs, Weights(0.25, 0.25, 0.5), 10)[0].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert fuse(legs, LEXICAL, 10)[0].tolist() == [1.0, 0.0]


@given(
    arrays(np.float64, 12, elements=st.one_of(st.floats(0.001, 50), st.just(NAN))),
    arrays(np.float64, 12, elements=st.one_of(st.floats(-1, 1), st.just(NAN))),
    st.integers(1, 20),
)
def test_scores_lie_between_zero_and_one_and_keep_the_order_of_a_leg(words, dense, depth):
    fused, parts = fuse({"words": words, "dense": dense}, HYBRID, depth)
    assert ((fused >= 0) & (fused <= 1 + 1e-12)).all()
    ranked = [place for place in np.argsort(-parts["words"], kind="stable") if parts["words"][place] > 0]
    assert all(words[a] >= words[b] - 1e-9 for a, b in pairwise(ranked))
