"""Reverse-mode differentiation of scalars."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.autodiff import Value
from reference.numpy_stack.gradcheck import numerical_gradient

EXPRESSIONS: dict[str, Callable[[Any, Any], Any]] = {
    "arithmetic": lambda a, b: (a + b) * (a - b) / (a * b) - a,
    "numbers on the left": lambda a, b: 2 + a * (3 - b) * 2 + 5 / a,
    "numbers on the right": lambda a, b: (a + 2) * 3 - b / 4 - 1,
    "powers": lambda a, b: a**3 + b**-2 + a**0.5 - b**1,
    "one node used often": lambda a, b: (a + a) * (a * a) + (a * b) * (a * b),
    "a sign": lambda a, b: -(a * -b),
}


def _gradient(f: Callable[[Any, Any], Any], a: float, b: float) -> tuple[float, float, float]:
    left, right = Value(a), Value(b)
    result = f(left, right)
    result.backward()
    return result.data, left.grad, right.grad


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_expressions_against_central_differences(name: str) -> None:
    """Every operator differentiates as central differences say."""
    f = EXPRESSIONS[name]
    value, *gradient = _gradient(f, 1.3, 0.7)

    assert value == pytest.approx(f(1.3, 0.7), rel=1e-14)
    np.testing.assert_allclose(gradient, numerical_gradient(lambda p: float(f(p[0], p[1])), [1.3, 0.7]), 1e-8)


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_expressions_against_tensorflow(name: str, tf: ModuleType) -> None:
    """Every operator differentiates as TensorFlow's tape does."""
    a, b = tf.Variable(1.3, dtype="float64"), tf.Variable(0.7, dtype="float64")
    with tf.GradientTape() as tape:
        result = EXPRESSIONS[name](a, b)
    expected = [result, *tape.gradient(result, [a, b])]

    np.testing.assert_allclose(_gradient(EXPRESSIONS[name], 1.3, 0.7), [float(e) for e in expected], 1e-12)


@pytest.mark.parametrize("function", ["tanh", "exp", "relu"])
@pytest.mark.parametrize("x", [-1.2, 0.4, 0.0])
def test_functions_against_tensorflow(function: str, x: float, tf: ModuleType) -> None:
    """tanh, exp and relu differentiate as in TensorFlow; relu's slope at 0 is 0."""
    variable = tf.Variable(x, dtype="float64")
    with tf.GradientTape() as tape:
        expected = (tf.nn.relu if function == "relu" else getattr(tf, function))(variable)
    value = Value(x)
    result = getattr(value, function)()
    result.backward()

    assert result.data == pytest.approx(float(expected), rel=1e-14)
    assert value.grad == pytest.approx(float(tape.gradient(expected, variable)), rel=1e-12)


def test_a_diamond_waits_for_both_branches() -> None:
    """A node passes its gradient on only after all that use it have given theirs."""
    a = Value(2.0)
    middle = a * 3
    result = (middle * middle) + middle.tanh() + middle
    result.backward()

    assert a.grad == pytest.approx(3 * (12 + 1 - np.tanh(6) ** 2 + 1))
    assert middle.grad == pytest.approx(a.grad / 3)
    assert result.grad == 1.0


def test_gradients_accumulate_over_calls() -> None:
    """A second backward pass adds the same amounts, also through nodes between."""
    a = Value(3.0)
    result = (a * a) * 2
    result.backward()
    result.backward()

    assert a.grad == 24.0


def test_graphs_may_be_deep() -> None:
    """A chain of 50,000 nodes needs no recursion."""
    a = Value(1.0)
    result = a
    for _ in range(50_000):
        result = result + 1
    result.backward()

    assert (result.data, a.grad) == (50_001.0, 1.0)


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int64])
def test_numpy_numbers_mix_in(kind: Any) -> None:
    """A NumPy number on either side does not turn the node into an array, nor its data into NumPy's."""
    a = Value(kind(2))
    result = kind(3) * a + kind(1)

    assert isinstance(result, Value)
    assert type(a.data) is type(result.data) is float
    assert result.data == 7.0


def test_corners_of_powers() -> None:
    """x⁰ is flat and x¹ has slope 1, also at 0; a root has infinite slope there."""
    for exponent, slope in ((0, 0.0), (1, 1.0), (2, 0.0), (0.5, np.inf)):
        a = Value(0.0)
        (a**exponent).backward()
        assert a.grad == slope


def test_what_is_no_number_is_refused() -> None:
    """Text, and a Value as exponent, raise TypeError; powers that are not real raise too."""
    a: Any = Value(2.0)
    for wrong in (lambda: a + "1", lambda: a**a, lambda: Value(a), lambda: 2**a):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ZeroDivisionError):
        Value(0.0) ** -1
    with pytest.raises(ValueError):
        Value(-8.0) ** 0.5
