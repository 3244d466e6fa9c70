"""Clipping by the norm of all gradients together."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from reference.numpy_stack.clipping import clip_by_global_norm

GRADS = st.lists(arrays(float, array_shapes(max_dims=3, max_side=3), elements=st.floats(-1e6, 1e6)), max_size=4)


@settings(max_examples=40, deadline=None)
@given(GRADS, st.floats(1e-3, 1e3))
def test_together_and_in_one_direction(grads: list[Any], max_norm: float) -> None:
    """No result is longer than the limit, all are scaled by one factor, and the norm is the old one."""
    clipped, norm = clip_by_global_norm(grads, max_norm)
    flat = np.concatenate([np.zeros(0), *(grad.ravel() for grad in grads)])
    short = np.concatenate([np.zeros(0), *(grad.ravel() for grad in clipped)])

    assert norm == pytest.approx(np.linalg.norm(flat))
    assert np.linalg.norm(short) <= max_norm * (1 + 1e-12)
    np.testing.assert_allclose(short, flat * min(1.0, max_norm / max(norm, 1e-300)), 1e-12)


def test_within_the_limit_nothing_changes() -> None:
    """At the limit and below, values are the same bits, in arrays of their own."""
    grads = [np.array([3.0, 0.1]), np.array([[4.0]])]
    clipped, norm = clip_by_global_norm(grads, np.sqrt(25.01) + 1e-12)

    assert norm == pytest.approx(np.sqrt(25.01))
    for ours, theirs in zip(clipped, grads):
        np.testing.assert_array_equal(ours, theirs)
        assert ours is not theirs


def test_dtypes_are_kept_one_by_one() -> None:
    """Each gradient keeps its dtype; integers become float64."""
    clipped, _ = clip_by_global_norm([np.full(2, 9, "float32"), np.full(2, 9.0), np.full(2, 9)], 1.0)

    assert [grad.dtype.name for grad in clipped] == ["float32", "float64", "float64"]


def test_nothing_to_clip() -> None:
    """No gradients, and gradients of 0, have norm 0 and divide by nothing."""
    assert clip_by_global_norm([], 1.0) == ([], 0.0)
    assert clip_by_global_norm([np.zeros(2)], 1.0)[0][0].tolist() == [0.0, 0.0]


@pytest.mark.parametrize("max_norm", [0.0, -1.0, float("nan")])
def test_limit_must_be_positive(max_norm: float) -> None:
    """A limit that nothing can keep is refused."""
    with pytest.raises(ValueError, match=r"max_norm must be above 0\. Received: max_norm="):
        clip_by_global_norm([np.ones(2)], max_norm)
