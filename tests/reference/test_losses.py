"""One contract for all losses, and what is particular to each."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from reference.numpy_stack import losses
from reference.numpy_stack.gradcheck import numerical_gradient
from reference.numpy_stack.losses import (
    bce_from_logits,
    binary_cross_entropy,
    binary_cross_entropy_grad,
    cross_entropy,
    cross_entropy_grad,
    huber,
    huber_grad,
    mae_grad,
    softmax_cross_entropy_grad,
    sparse_cross_entropy,
)
from tests.reference.layouts import public_functions, same_in_any_layout

LOSSES = sorted(name for name in public_functions("losses", "cross_entropies") if not name.endswith("_grad"))
GRADIENTS = {name: f"{name}_grad" for name in LOSSES} | {"sparse_cross_entropy": "softmax_cross_entropy_grad"}
every_loss = pytest.mark.parametrize("name", LOSSES)


def _arguments(name: str, rng: np.random.Generator, shape: tuple[int, ...] = (5, 3)) -> tuple[Any, Any]:
    """Targets and predictions such as this loss takes."""
    if name == "sparse_cross_entropy":
        return rng.integers(0, shape[-1], size=shape[:-1]), rng.normal(size=shape)
    y = rng.integers(0, 2, size=shape).astype(float)
    return y, rng.uniform(0.1, 0.9, size=shape) if name.endswith("cross_entropy") else 2 * rng.normal(size=shape)


def _both(name: str) -> tuple[Callable[..., float], Callable[..., Any]]:
    return getattr(losses, name), getattr(losses, GRADIENTS[name])


def _cast(argument: Any, dtype: str) -> Any:
    """Labels that are integers stay what they are."""
    return argument.astype(dtype) if argument.dtype.kind == "f" else argument


def test_every_loss_has_its_gradient() -> None:
    """The contract is tried on every function of the modules of losses: each is a loss or the gradient of one."""
    assert public_functions("losses", "cross_entropies") == {*GRADIENTS, *GRADIENTS.values()}
    assert len(set(GRADIENTS.values())) == len(LOSSES)


@every_loss
@pytest.mark.parametrize("shape", [(5, 3), (1, 4), (1, 1), (2, 3, 4)])
def test_gradients_against_central_differences(name: str, shape: tuple[int, ...], rng: np.random.Generator) -> None:
    """A gradient belongs to its loss, the mean included, and has the prediction's shape."""
    loss, gradient = _both(name)
    y, prediction = _arguments(name, rng, shape)
    numerical = numerical_gradient(lambda p: loss(y, p), prediction)

    assert gradient(y, prediction).shape == shape
    np.testing.assert_allclose(gradient(y, prediction), numerical, 1e-6, 1e-9)


@every_loss
def test_a_batch_twice_is_the_same_mean(name: str, rng: np.random.Generator) -> None:
    """The batch repeated has the same loss, and each sample half the gradient."""
    loss, gradient = _both(name)
    y, prediction = _arguments(name, rng)
    y2, prediction2 = np.concatenate([y, y]), np.concatenate([prediction, prediction])

    assert loss(y2, prediction2) == pytest.approx(loss(y, prediction), rel=1e-13)
    np.testing.assert_allclose(gradient(y2, prediction2)[:5], gradient(y, prediction) / 2, 1e-13)


@every_loss
def test_a_step_against_the_gradient_lowers_the_loss(name: str, rng: np.random.Generator) -> None:
    """The gradient points uphill."""
    loss, gradient = _both(name)
    y, prediction = _arguments(name, rng)

    assert loss(y, prediction - 1e-3 * gradient(y, prediction)) < loss(y, prediction)


@every_loss
@pytest.mark.parametrize(("dtype", "tolerance"), [("float16", 2e-3), ("float32", 1e-6), ("float64", 0.0)])
def test_dtypes(name: str, dtype: str, tolerance: float, rng: np.random.Generator) -> None:
    """A loss is a float, a gradient has the dtype of the arrays, and both are as good as that dtype can be."""
    loss, gradient = _both(name)
    y, prediction = (_cast(argument, "float16") for argument in _arguments(name, rng))
    given = _cast(y, dtype), _cast(prediction, dtype)
    exact = _cast(y, "float64"), _cast(prediction, "float64")

    assert type(loss(*given)) is float
    assert gradient(*given).dtype == dtype
    assert loss(*given) == pytest.approx(loss(*exact), rel=tolerance)
    np.testing.assert_allclose(gradient(*given), gradient(*exact), tolerance, tolerance)


@every_loss
def test_integers_compute_in_float64(name: str, rng: np.random.Generator) -> None:
    """Whole numbers of any kind give what the same numbers give as float64."""
    y, prediction = _arguments(name, rng)
    whole = rng.integers(0, 2, size=prediction.shape)
    for dtype in ("int64", "uint8", "bool"):
        for function in _both(name):
            ours = function(y.astype("uint8"), whole.astype(dtype))

            np.testing.assert_array_equal(ours, function(y, whole.astype(float)))
            assert np.asarray(ours).dtype == np.float64


@every_loss
def test_arguments_are_only_read(name: str, rng: np.random.Generator) -> None:
    """Read-only arguments and arrays with gaps will do; none is changed, and no result shares memory with one."""
    for function in _both(name):
        same_in_any_layout(function, *_arguments(name, rng))


@every_loss
@pytest.mark.parametrize("shape", [(5, 3), (1, 4), (1, 1), (2, 3, 4)])
@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-12), ("float32", 1e-5)])
def test_keras_agrees(
    name: str, shape: tuple[int, ...], dtype: str, tolerance: float, rng: np.random.Generator, keras_stack: ModuleType
) -> None:
    """Loss and gradient are Keras's, for a batch of one and a single element too."""
    given = [_cast(argument, dtype) for argument in _arguments(name, rng, shape)]
    for function in (name, GRADIENTS[name]):
        theirs = np.asarray(getattr(keras_stack.losses, function)(*given))
        np.testing.assert_allclose(getattr(losses, function)(*given), theirs, tolerance, tolerance, err_msg=function)


@every_loss
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_mean_knows_no_order(name: str, data: st.DataObject) -> None:
    """No loss is negative; samples in another order have the same loss, and their gradients in that order."""
    loss, gradient = _both(name)
    shape = data.draw(array_shapes(min_dims=2, max_dims=2, max_side=5))
    limits = (0, 1) if name in {"cross_entropy", "binary_cross_entropy"} else (-1000, 1000)
    prediction = data.draw(arrays(float, shape, elements=st.floats(*limits)))
    labels = np.array(data.draw(st.lists(st.integers(0, shape[1] - 1), min_size=shape[0], max_size=shape[0])))
    y = labels if name == "sparse_cross_entropy" else np.eye(shape[1])[labels]
    order = np.array(data.draw(st.permutations(range(shape[0]))))
    value = loss(y, prediction)

    assert 0 <= value < np.inf
    assert loss(y[order], prediction[order]) == pytest.approx(value, rel=1e-12)
    np.testing.assert_allclose(gradient(y[order], prediction[order]), gradient(y, prediction)[order], 1e-13)


@every_loss
def test_what_does_not_fit_is_refused(name: str, rng: np.random.Generator) -> None:
    """Shapes that would broadcast, and an empty batch, raise ValueError that says what came."""
    y, prediction = _arguments(name, rng, (4, 4))
    for function in _both(name):
        for wrong in ((y[:1], prediction), (y[..., None], prediction), (y[:0], prediction[:0])):
            with pytest.raises(ValueError, match=r"Received: "):
                function(*wrong)


@every_loss
def test_far_out(name: str, keras_stack: ModuleType) -> None:
    """Predictions of ±1000 give finite losses and gradients without a warning, and Keras's values."""
    prediction = np.array([[1000.0, -1000.0, 0.5], [0.0, 1.0, 1000.0]])
    y = np.array([1, 0]) if name == "sparse_cross_entropy" else np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])

    for dtype, tolerance in (("float64", 1e-12), ("float32", 1e-6)):
        for function in (name, GRADIENTS[name]):
            ours = getattr(losses, function)(y, prediction.astype(dtype))
            theirs = np.asarray(getattr(keras_stack.losses, function)(y, prediction.astype(dtype)))
            assert np.isfinite(ours).all()
            np.testing.assert_allclose(ours, theirs, tolerance, 1e-12, err_msg=f"{function} {dtype}")


@every_loss
def test_far_out_in_half_precision(name: str) -> None:
    """In float16, too, predictions of ±1000 give finite losses and gradients without a warning."""
    prediction = np.array([[1000.0, -1000.0, 0.5]], "float16")
    y = np.array([1]) if name == "sparse_cross_entropy" else np.array([[0.0, 1.0, 0.0]], "float16")

    assert all(np.isfinite(function(y, prediction)).all() for function in _both(name))


def test_mean_over_elements_and_over_the_batch() -> None:
    """Element losses divide by n·k, class losses by n."""
    half = np.full((2, 4), 0.5)

    assert losses.mse(np.zeros((2, 4)), half) == 0.25
    assert binary_cross_entropy(np.zeros((2, 4)), half) == pytest.approx(np.log(2))
    assert cross_entropy(np.eye(2, 4), half) == pytest.approx(np.log(2))
    assert sparse_cross_entropy([0, 1], half) == pytest.approx(np.log(4))


def test_huber_joins_smoothly() -> None:
    """At |e| = δ parabola and line meet in value and slope; far out it is a line."""
    for delta in (0.5, 1.0, 3.0):
        inside, at, outside = (huber([0.0], [delta + gap], delta) for gap in (-1e-9, 0.0, 1e-9))
        assert at == delta**2 / 2
        assert inside == pytest.approx(at - delta * 1e-9) and outside == pytest.approx(at + delta * 1e-9)
        assert huber_grad([0.0, 0.0], [delta, -9.0], delta).tolist() == [delta / 2, -delta / 2]


def test_huber_squares_no_large_error() -> None:
    """An error whose square is not a float costs its distance."""
    assert huber([0.0], [1e200]) == 1e200
    assert huber(np.zeros(1, "float32"), np.full(1, 1e30, "float32")) == pytest.approx(1e30)


def test_absolute_error_has_a_flat_corner() -> None:
    """A prediction that is exactly right has gradient 0."""
    assert mae_grad([1.0, 2.0], [1.0, 3.0]).tolist() == [0.0, 0.5]


def test_probabilities_are_clipped_on_both_sides() -> None:
    """Certainty that is wrong costs -log eps, certainty that is right -log(1 - eps)."""
    assert binary_cross_entropy([1.0], [0.0]) == pytest.approx(-np.log(1e-7))
    assert binary_cross_entropy([0.0], [1.0]) == pytest.approx(-np.log(1e-7), rel=1e-8)
    assert binary_cross_entropy([1.0], [1.0], eps=0.25) == pytest.approx(-np.log(0.75))
    assert cross_entropy([[1.0, 0.0]], [[0.0, 1.0]], eps=1e-3) == pytest.approx(-np.log(1e-3))


def test_rows_are_not_renormalised() -> None:
    """Rows that do not sum to 1 are taken as they are."""
    assert cross_entropy([[1.0, 0.0]], [[0.25, 0.25]]) == pytest.approx(np.log(4))


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_clipped_probabilities_have_no_slope(dtype: str) -> None:
    """Where a probability was clipped the loss does not change with it."""
    p = np.array([[0.0, 1.0, 0.5]], dtype)

    for gradient in (binary_cross_entropy_grad, cross_entropy_grad):
        assert gradient(np.ones((1, 3), dtype), p)[0, :2].tolist() == [0.0, 0.0]
        assert gradient(np.ones((1, 3), dtype), p)[0, 2] < 0


def test_exact_from_logits() -> None:
    """A logit on the wrong side costs its size; on the right side e⁻ˣ, which is not rounded away."""
    assert bce_from_logits([1.0, 0.0], [-1000.0, 1000.0]) == 1000.0
    assert bce_from_logits([1.0], [40.0]) == pytest.approx(np.exp(-40), rel=1e-12)
    assert sparse_cross_entropy([0], [[-1000.0, 1000.0]]) == 2000.0


@settings(max_examples=40, deadline=None)
@given(arrays(float, (3, 4), elements=st.floats(-12, 12)), arrays(float, (3, 4), elements=st.floats(0, 1)))
def test_logits_and_probabilities_agree(z: Any, y: Any) -> None:
    """From moderate logits and from their probabilities a loss is the same."""
    assert bce_from_logits(y, z) == pytest.approx(binary_cross_entropy(y, _sigmoid(z)), rel=1e-6, abs=1e-9)

    labels = y.argmax(axis=1)
    p = np.exp(z - np.log(np.exp(z).sum(axis=1, keepdims=True)))
    if p[range(3), labels].min() > 1e-6 and p.max() < 1 - 1e-6:
        assert sparse_cross_entropy(labels, z) == pytest.approx(cross_entropy(np.eye(4)[labels], p), rel=1e-9)


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def test_class_gradients_sum_to_nothing(rng: np.random.Generator) -> None:
    """A constant added to all logits of a sample changes no loss."""
    gradient = softmax_cross_entropy_grad([2, 0], 300 * rng.normal(size=(2, 5)))

    np.testing.assert_allclose(gradient.sum(axis=1), 0, atol=1e-15)


@pytest.mark.parametrize("labels", [[0, 3], [-1, 0], [0.0, 1.0], [True, False], [[0], [1]], [0, 1, 2]])
def test_labels_that_are_no_classes(labels: Any) -> None:
    """Labels out of range, of another kind or shape are refused; -1 is not the last class."""
    for function in (sparse_cross_entropy, softmax_cross_entropy_grad):
        with pytest.raises(ValueError, match=r"labels.*Received: .*labels"):
            function(labels, np.zeros((2, 3)))


@pytest.mark.parametrize("dtype", ["uint8", "int32", "int64"])
def test_labels_of_any_integer_dtype(dtype: str) -> None:
    """The dtype of the labels does not reach the result."""
    logits = np.zeros((2, 3), "float32")

    assert softmax_cross_entropy_grad(np.array([2, 0], dtype), logits).dtype == np.float32


@pytest.mark.parametrize("delta", [0.0, -1.0, float("nan")])
def test_delta_must_be_positive(delta: float) -> None:
    """Huber's delta is above 0."""
    for function in (huber, huber_grad):
        with pytest.raises(ValueError, match=r"delta must be above 0\. Received: delta="):
            function([0.0], [1.0], delta)


@pytest.mark.parametrize("eps", [0.0, 0.5, -1e-7, float("nan")])
def test_eps_must_leave_room(eps: float) -> None:
    """The limits of the clipping do not cross, and keep the logarithm finite."""
    for function in (binary_cross_entropy, binary_cross_entropy_grad, cross_entropy, cross_entropy_grad):
        with pytest.raises(ValueError, match=r"eps must be .*Received: eps="):
            function([[0.0, 1.0]], [[0.5, 0.5]], eps)
