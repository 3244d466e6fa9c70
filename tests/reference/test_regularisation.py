"""Penalties on weights and their gradients."""

from __future__ import annotations

import numpy as np
import pytest

from reference.numpy_stack import regularisation
from reference.numpy_stack.gradcheck import numerical_gradient


@pytest.mark.parametrize("name", ["l1", "l2"])
def test_gradients_against_central_differences(name: str, rng: np.random.Generator) -> None:
    """A gradient belongs to its penalty: the factor 2 is in it, and no parameter disturbs another."""
    w, other = rng.normal(size=(2, 3, 4))
    penalty = getattr(regularisation, f"{name}_penalty")
    numerical = numerical_gradient(lambda p: penalty([other, p], 0.3), w)

    np.testing.assert_allclose(getattr(regularisation, f"{name}_gradient")(w, 0.3), numerical, 1e-6)


def test_penalties_add_up_over_parameters() -> None:
    """Each is a sum over all elements of all arrays, of whatever shapes."""
    params = [np.array([1.0, -2.0]), np.array([[3.0]]), np.array(-4.0)]

    assert regularisation.l1_penalty(params, 0.5) == 5.0
    assert regularisation.l2_penalty(params, 0.5) == 15.0
    assert type(regularisation.l2_penalty([], 0.5)) is float


def test_corner_of_the_absolute_value() -> None:
    """At 0 the gradient of L1 is 0."""
    assert regularisation.l1_gradient([0.0, -0.0, 1e-300], 0.5).tolist() == [0.0, 0.0, 0.5]


@pytest.mark.parametrize("name", ["l1_gradient", "l2_gradient"])
@pytest.mark.parametrize("dtype", ["float16", "float32"])
def test_gradients_keep_the_dtype(name: str, dtype: str) -> None:
    """The dtype of lam does not reach the result."""
    assert getattr(regularisation, name)(np.ones(2, dtype), np.float64(0.1)).dtype == dtype


@pytest.mark.parametrize("name", ["l1_penalty", "l2_penalty", "l1_gradient", "l2_gradient"])
def test_a_reward_for_weights_is_refused(name: str) -> None:
    """A negative lam raises ValueError."""
    with pytest.raises(ValueError, match=r"lam must be at least 0\. Received: lam=-0\.1"):
        getattr(regularisation, name)([np.ones(2)], -0.1)
