"""Activation functions, their derivatives, the softmax, and the network that is made of them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from reference.numpy_stack import activations, mlp, softmax

NAMES = ["sigmoid", "tanh", "relu", "leaky_relu"]
LOGITS = arrays(np.float64, array_shapes(max_dims=4, max_side=4), elements=st.floats(-1000, 1000))


@pytest.mark.parametrize("name", NAMES)
def test_derivatives_against_central_differences(name: str, rng: np.random.Generator) -> None:
    """A derivative is the slope of its function."""
    x = rng.normal(size=(3, 4))
    f = getattr(activations, name)
    slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6

    np.testing.assert_allclose(getattr(activations, f"{name}_grad")(x), slope, 1e-8, 1e-8)


def test_slopes_at_the_corner() -> None:
    """At 0 the rectifier has slope 0, of either sign of zero, and the leaky one alpha."""
    assert activations.relu_grad([0.0, -0.0]).tolist() == [0.0, 0.0]
    assert activations.leaky_relu_grad([0.0, -0.0], alpha=0.3).tolist() == [0.3, 0.3]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_derivatives_far_out(name: str, dtype: str) -> None:
    """At ±1000 a derivative is exactly its limit, in every dtype and without a warning."""
    left = 0.2 if name == "leaky_relu" else 0.0
    right = 1.0 if "relu" in name else 0.0
    slopes = getattr(activations, f"{name}_grad")(np.array([-1000, 1000], dtype))

    assert slopes.dtype == dtype
    np.testing.assert_array_equal(slopes, np.array([left, right], dtype))


def test_derivatives_keep_their_digits() -> None:
    """Where 1 - σ(x) has no digits left, the derivative still has all of them."""
    np.testing.assert_allclose(activations.sigmoid_grad([40.0, -40.0]), np.exp(-40), 1e-14)
    np.testing.assert_allclose(activations.tanh_grad([30.0, -30.0]), 4 * np.exp(-60), 1e-14)


@pytest.mark.parametrize("name", [*NAMES, *(f"{name}_grad" for name in NAMES)])
@pytest.mark.parametrize("shape", [(), (1,), (0, 3), (2, 1, 3)])
def test_any_shape(name: str, shape: tuple[int, ...]) -> None:
    """Single numbers and empty arrays keep their shape too."""
    assert getattr(activations, name)(np.ones(shape)).shape == shape


def test_leaky_slope_may_be_steep() -> None:
    """A slope above 1 is no maximum of two lines."""
    assert activations.leaky_relu([-2.0, 2.0], alpha=3.0).tolist() == [-6.0, 2.0]


@settings(max_examples=40, deadline=None)
@given(LOGITS, st.data())
def test_softmax_is_a_distribution(z: Any, data: st.DataObject) -> None:
    """Along its axis it sums to 1, keeps the order, and a constant added to all logits changes nothing."""
    axis = data.draw(st.integers(-z.ndim, z.ndim - 1))
    p = softmax.softmax(z, axis=axis)

    assert p.shape == z.shape and p.min() >= 0
    np.testing.assert_allclose(p.sum(axis=axis), 1)
    np.testing.assert_allclose(softmax.softmax(z + 8.0, axis=axis), p, 1e-9, 1e-12)
    np.testing.assert_allclose(np.exp(softmax.log_softmax(z, axis=axis)), p, 1e-9, 1e-300)


def test_softmax_far_out_is_certain() -> None:
    """Logits of ±1000 give probabilities of exactly 0 and 1, and exact logarithms."""
    assert softmax.softmax([-1000.0, 1000.0]).tolist() == [0.0, 1.0]
    assert softmax.log_softmax([-1000.0, 1000.0]).tolist() == [-2000.0, 0.0]


def test_softmax_of_an_axis_that_is_not_there() -> None:
    """A missing axis is an AxisError, which is a ValueError, with a list as argument too."""
    with pytest.raises(np.exceptions.AxisError):
        softmax.softmax([1.0, 2.0], axis=1)


def test_network_without_hidden_layer_is_softmax_regression(rng: np.random.Generator) -> None:
    """One layer is affine and softmax; the output has no rectifier."""
    x, W, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 4)), rng.normal(size=4)

    np.testing.assert_allclose(mlp.mlp_forward(x, [W], [b]), softmax.softmax(x @ W + b))


def test_network_keeps_float32_and_large_scores(rng: np.random.Generator) -> None:
    """float32 parameters give float32 probabilities, and scores of ±1000 no NaN."""
    x, W = rng.normal(size=(5, 3)).astype("float32"), (1000 * rng.normal(size=(3, 4))).astype("float32")
    p = mlp.mlp_forward(x, [W], [W[0]])

    assert p.dtype == np.float32
    np.testing.assert_allclose(p.sum(axis=1), 1, 1e-6)


def test_network_of_a_batch_of_one_and_none(keras_stack: ModuleType) -> None:
    """A batch of one gives one row, an empty batch none."""
    W, b = np.eye(3, 4), np.zeros(4)
    for n in (0, 1):
        x = np.ones((n, 3))
        assert mlp.mlp_forward(x, [W], [b]).shape == keras_stack.mlp.mlp_forward(x, [W], [b]).shape == (n, 4)


@pytest.mark.parametrize(
    ("weights", "biases"),
    [([], []), ([np.eye(3)], []), ([np.eye(3)], [np.zeros(1)]), ([np.eye(2)], [np.zeros(2)])],
)
def test_networks_that_do_not_fit(weights: Any, biases: Any) -> None:
    """No layers, a missing bias and wrong sizes are refused, and the message says what came."""
    with pytest.raises(ValueError, match=r"Received: "):
        mlp.mlp_forward(np.ones((2, 3)), weights, biases)
