"""The gradient check itself, and the classifier whose gradients it checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.classifier import PARAMETERS, classifier_gradients, classifier_loss
from reference.numpy_stack.gradcheck import gradient_check, numerical_gradient, relative_error

Array = np.ndarray[Any, Any]


def test_relative_error_by_its_definition(rng: np.random.Generator) -> None:
    """It is the norm of the difference over the sum of the norms, over the whole array."""
    a, b = rng.normal(size=(2, 3, 4))
    expected = np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))

    assert relative_error(a, b) == pytest.approx(expected)
    assert relative_error(b, a) == relative_error(a, b)
    assert relative_error(7 * a, 7 * b) == pytest.approx(expected)


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1.0, 1e200, 1e308])
def test_relative_error_at_any_size(size: float) -> None:
    """No square overflows or vanishes."""
    with np.errstate(over="raise", invalid="raise"):
        assert relative_error([size, 0.0], [0.0, size]) == pytest.approx(2**0.5 / 2)


def test_corners_of_relative_error() -> None:
    """Equal arrays are at 0, opposite ones at 1, what is not finite at NaN; integers are exact."""
    assert relative_error(np.zeros(3), np.zeros(3)) == 0.0
    assert relative_error([], []) == 0.0
    assert relative_error([2, 1], [2, 1]) == 0.0
    assert relative_error(np.array([1], np.uint8), np.array([2], np.uint8)) == pytest.approx(1 / 3)
    assert relative_error([1.0], [-1.0]) == 1.0
    assert relative_error(1.0, 0.0) == 1.0
    assert type(relative_error(np.ones(1, np.float32), np.zeros(1, np.float32))) is float
    for bad in (np.nan, np.inf):
        assert np.isnan(relative_error([bad, 1.0], [bad, 1.0]))
    with pytest.raises(ValueError, match=r"a, b.*Received: a \(3,\), b \(3, 1\)"):
        relative_error(np.zeros(3), np.zeros((3, 1)))


def _cubic(x: Array) -> float:
    return float(np.sum(x**3))


WRONG: dict[str, Callable[[Array], Any]] = {
    "factor": lambda x: 3.001 * x**2,
    "sign": lambda x: -3 * x**2,
    "mean": lambda x: 3 * x**2 / x.size,
    "one element": lambda x: 3 * x**2 * (np.arange(x.size).reshape(x.shape) > 0),
    "zero": np.zeros_like,
    "nan": lambda x: np.full_like(x, np.nan),
}


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64"])
def test_a_right_gradient_passes(dtype: str) -> None:
    """A right gradient passes at points of any shape and dtype, and the point is left alone."""
    x = np.arange(1, 7).reshape(1, 2, 3).astype(dtype)

    assert gradient_check(_cubic, lambda p: 3 * p**2, x) is True
    np.testing.assert_array_equal(x.ravel(), range(1, 7))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_gradient_fails(name: str) -> None:
    """A wrong factor, sign, mean, element, and what is no number."""
    assert gradient_check(_cubic, WRONG[name], [1.0, 2.0, -3.0]) is False


def test_the_tolerance_decides() -> None:
    """An error of a thousandth passes at a hundredth."""
    assert gradient_check(_cubic, WRONG["factor"], [1.0, 2.0], tol=1e-2) is True


def test_a_gradient_of_another_shape_is_refused() -> None:
    """A gradient is never broadcast to the point's shape."""
    with pytest.raises(ValueError, match="Received: "):
        gradient_check(_cubic, lambda p: 3 * p[:1] ** 2, [1.0, 1.0])


def test_functions_may_write_into_their_argument() -> None:
    """Neither the function nor the gradient can spoil the check for the other."""

    def gradient(p: Array) -> Array:
        p *= p
        return 3 * p

    assert gradient_check(_cubic, gradient, np.array([1.0, 2.0]))


def _network(rng: np.random.Generator) -> tuple[Array, Array, dict[str, Array]]:
    shapes = {"W1": (3, 5), "b1": (5,), "W2": (5, 4), "b2": (4,)}
    params = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return rng.normal(size=(6, 3)), rng.integers(4, size=6), params


@pytest.mark.parametrize("name", PARAMETERS)
def test_classifier_gradients(name: str, rng: np.random.Generator) -> None:
    """Each gradient is that of `classifier_loss` in its parameter."""
    x, labels, params = _network(rng)
    loss, grads = classifier_gradients(x, labels, params)
    numerical = numerical_gradient(lambda p: classifier_loss(x, labels, {**params, name: p}), params[name])

    assert loss == classifier_loss(x, labels, params)
    assert list(grads) == list(PARAMETERS)
    assert grads[name].shape == params[name].shape
    assert relative_error(grads[name], numerical) < 1e-7


def test_a_silent_unit_learns_nothing() -> None:
    """The slope of the rectifier at 0 and below is 0."""
    params = {"W1": np.zeros((2, 3)), "b1": np.array([0.0, -1.0, 1.0]), "W2": np.eye(3), "b2": np.zeros(3)}
    _, grads = classifier_gradients(np.ones((2, 2)), [0, 1], params)

    assert (grads["b1"][:2] == 0).all()
    assert grads["b1"][2] != 0


@pytest.mark.parametrize(("given", "computed"), [("float32", "float32"), ("int64", "float64")])
def test_classifier_keeps_the_conventions(given: str, computed: str, rng: np.random.Generator) -> None:
    """Dtypes are kept, labels of any integer dtype taken, arguments unchanged, ±1000 finite."""
    x, labels, params = _network(rng)
    x, params = (1000 * x).astype(given), {name: (3 * value).astype(given) for name, value in params.items()}
    before = x.copy(), {name: value.copy() for name, value in params.items()}
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        loss, grads = classifier_gradients(x, labels.astype(np.uint8), params)

    assert np.isfinite(loss)
    assert {value.dtype for value in grads.values()} == {np.dtype(computed)}
    assert (x == before[0]).all() and all((params[name] == value).all() for name, value in before[1].items())


@pytest.mark.parametrize("wrong", [[0, 4], [0, -1], [0], [0.0, 1.0]])
def test_labels_must_be_classes(wrong: list[Any], rng: np.random.Generator) -> None:
    """A label that is no class, or no integer, and a missing one are refused."""
    x, _, params = _network(rng)
    with pytest.raises(ValueError, match=r"labels.*Received: "):
        classifier_gradients(x[:2], wrong, params)


def test_classifier_descends(rng: np.random.Generator) -> None:
    """A few hundred steps down these gradients learn the training set."""
    x, labels, params = _network(rng)
    for _ in range(400):
        loss, grads = classifier_gradients(x, labels, params)
        params = {name: value - 0.3 * grads[name] for name, value in params.items()}

    assert loss < 0.05
