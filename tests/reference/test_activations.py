"""One contract for all activations and their derivatives; the softmax, and the network that is made of them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from reference.numpy_stack import activations, mlp, softmax
from tests.reference.layouts import public_functions, same_in_any_layout

FUNCTIONS = sorted(public_functions("activations", "softmax"))
ELEMENTWISE = sorted(name for name in public_functions("activations") if not name.endswith("_grad"))
SLOPES: dict[str, Any] = {  # each activation's derivative, or another way to it
    **{name: getattr(activations, f"{name}_grad", None) for name in ELEMENTWISE},
    "softplus": activations.sigmoid,
    "log_sigmoid": lambda x: activations.sigmoid(-x),
}
NAMES = [name for name in ELEMENTWISE if f"{name}_grad" in FUNCTIONS]
LOGITS = arrays(np.float64, array_shapes(max_dims=4, max_side=4), elements=st.floats(-1000, 1000))
every_function = pytest.mark.parametrize("name", FUNCTIONS)
every_activation = pytest.mark.parametrize("name", ELEMENTWISE)


def _function(name: str) -> Any:
    return getattr(activations, name)


def test_every_activation_is_tried() -> None:
    """Every public function is an activation whose slope is known, one of these slopes, or the softmax."""
    slopes = {f"{name}_grad" for name in NAMES}

    assert set(FUNCTIONS) == {*ELEMENTWISE, *slopes, "softmax", "log_softmax"}
    assert None not in SLOPES.values()


@every_activation
@pytest.mark.parametrize("shape", [(3, 4), (1,), (1, 1), (2, 1, 3)])
def test_derivatives_against_central_differences(name: str, shape: tuple[int, ...], rng: np.random.Generator) -> None:
    """A derivative is the slope of its function."""
    x = rng.normal(size=shape)
    f = _function(name)
    slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6

    np.testing.assert_allclose(SLOPES[name](x), slope, 1e-8, 1e-8)


@every_function
@pytest.mark.parametrize(("dtype", "tolerance"), [("float16", 3e-3), ("float32", 1e-6), ("float64", 0.0)])
def test_dtypes(name: str, dtype: str, tolerance: float, rng: np.random.Generator) -> None:
    """A float dtype is kept, and the values are as good as it can be."""
    x = rng.normal(size=(3, 4)).astype("float16")
    y = _function(name)(x.astype(dtype))

    assert y.dtype == dtype
    np.testing.assert_allclose(y, _function(name)(x.astype("float64")), tolerance, tolerance)


@every_function
@pytest.mark.parametrize("dtype", ["int64", "uint8", "bool"])
def test_integers_compute_in_float64(name: str, dtype: str, rng: np.random.Generator) -> None:
    """Integers and booleans give what the same numbers give as float64: none wraps around."""
    x = rng.integers(0, 9, size=(3, 4)).astype(dtype)
    y = _function(name)(x)

    assert y.dtype == np.float64
    np.testing.assert_array_equal(y, _function(name)(x.astype(float)))


@every_function
def test_arguments_are_only_read(name: str, rng: np.random.Generator) -> None:
    """A read-only argument and one with gaps will do; neither is changed nor shares memory with the result."""
    same_in_any_layout(_function(name), rng.normal(size=(3, 4)))
    same_in_any_layout(_function(name), np.abs(rng.normal(size=5)))


@pytest.mark.filterwarnings("ignore:You are using a softmax over axis")  # of a single class, where it is 1
@every_function
@pytest.mark.parametrize("shape", [(3, 4), (1,), (1, 1), (2, 1, 3)])
@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-12), ("float32", 1e-5)])
def test_keras_agrees(
    name: str, shape: tuple[int, ...], dtype: str, tolerance: float, rng: np.random.Generator, keras_stack: ModuleType
) -> None:
    """Keras has the same values, for a single element too."""
    x = rng.normal(size=shape).astype(dtype)
    theirs = np.asarray(getattr(keras_stack.activations, name)(x))

    np.testing.assert_allclose(_function(name)(x), theirs, tolerance, tolerance)


@every_function
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_far_out(name: str, dtype: str) -> None:
    """Arguments of ±1000 give finite values without a warning, in every dtype, and so does no variance at all."""
    for x in ([-1000.0, 1000.0], [1000.0, 1000.0], [-1000.0, -1000.0], [0.0, 0.0]):
        y = _function(name)(np.array(x, dtype))

        assert y.dtype == dtype
        assert np.isfinite(y).all()


@every_activation
@settings(max_examples=25, deadline=None)
@given(x=LOGITS)
def test_elementwise_and_rising(name: str, x: Any) -> None:
    """Each value depends on its own argument alone, rises with it, and never faster than the argument."""
    y = _function(name)(x)
    one_by_one = np.array([float(_function(name)(value)) for value in x.ravel()])
    order = np.argsort(x, axis=None)
    rises, steps = np.diff(y.ravel()[order]), np.diff(x.ravel()[order])

    np.testing.assert_allclose(y.ravel(), one_by_one, 1e-14)
    assert (rises >= -1e-12).all()
    assert (rises <= steps + 1e-12).all()


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


@every_function
@pytest.mark.parametrize("shape", [(1,), (0, 3), (2, 1, 3)])
def test_any_shape(name: str, shape: tuple[int, ...]) -> None:
    """Single elements and empty batches keep their shape."""
    assert _function(name)(np.ones(shape)).shape == shape


@pytest.mark.parametrize("name", [*ELEMENTWISE, *(f"{name}_grad" for name in NAMES)])
def test_single_numbers(name: str) -> None:
    """What acts on each element takes a number, too."""
    assert _function(name)(1.0).shape == ()


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_softmax_of_no_classes(name: str) -> None:
    """A single number has no classes, nor has an axis of length 0: both are refused."""
    with pytest.raises(np.exceptions.AxisError):
        _function(name)(1.0)
    with pytest.raises(ValueError, match=r"at least one class\. Received: z \(3, 0\)"):
        _function(name)(np.ones((3, 0)))


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
