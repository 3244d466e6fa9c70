"""Gradients: what is the slope passes, what is not does not."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.checks import counted, gradcheck
from grader.checks.gradients import central_differences
from grader.messages import CheckFailed
from grader.results import Verdict

RNG = np.random.default_rng(7)
WEIGHT = RNG.normal(size=(3, 4))
Function = Callable[[np.ndarray], Any]
SLOPES: dict[str, tuple[Function, Function]] = {
    "quadratic": (lambda x: np.sum(WEIGHT * x**2), lambda x: 2 * WEIGHT * x),
    "tanh": (lambda x: np.sum(WEIGHT * np.tanh(x)), lambda x: WEIGHT / np.cosh(x) ** 2),
    "exponential": (lambda x: np.log(np.sum(np.exp(x))), lambda x: np.exp(x) / np.sum(np.exp(x))),
    "large": (lambda x: 1e6 * np.sum(x**2), lambda x: 2e6 * x),
    "small": (lambda x: 1e-6 * np.sum(x**2), lambda x: 2e-6 * x),
}


def refused(gradient: Any, f: Function, x: np.ndarray) -> Verdict:
    """The verdict of a gradient check that must fail."""
    with pytest.raises(CheckFailed) as failed:
        gradcheck(gradient, f, x, what="dW")
    assert "dW" in failed.value.finding.full.en
    return failed.value.finding.verdict


@pytest.mark.parametrize(("f", "slope"), SLOPES.values(), ids=SLOPES.keys())
def test_the_slope_passes(f: Function, slope: Function) -> None:
    """The exact gradient agrees with central differences, at any scale of the function."""
    x = RNG.normal(size=(3, 4))

    gradcheck(slope(x), f, x)


@pytest.mark.parametrize(("f", "slope"), SLOPES.values(), ids=SLOPES.keys())
@pytest.mark.parametrize("wrong", [1.01, 0.99, -1.0, 0.0, 2.0])
def test_a_wrong_slope_does_not(f: Function, slope: Function, wrong: float) -> None:
    """A gradient that is off by one percent, has the wrong sign or is zero is refused."""
    x = RNG.normal(size=(3, 4))

    assert refused(wrong * slope(x), f, x) is Verdict.WRONG_VALUE


def test_one_wrong_element_is_enough() -> None:
    """An error of 1e-2 in one element of many is refused."""
    f, slope = SLOPES["quadratic"]
    x = RNG.normal(size=(3, 4))
    gradient = slope(x)
    gradient[1, 2] += 1e-2

    assert refused(gradient, f, x) is Verdict.WRONG_VALUE


def test_float32_passes_with_its_own_tolerance() -> None:
    """A gradient in float32 is held to float32's precision, not to float64's."""
    f, slope = SLOPES["tanh"]
    x = RNG.normal(size=(3, 4))

    gradcheck(np.float32(slope(x)), f, x)
    assert refused(np.float32(1.01 * slope(x)), f, x) is Verdict.WRONG_VALUE


def test_a_flat_function_has_a_zero_gradient() -> None:
    """Zero agrees with zero; anything else does not."""
    gradcheck(np.zeros(3), lambda x: 5.0, np.ones(3))

    assert refused(np.full(3, 1e-3), lambda x: 5.0, np.ones(3)) is Verdict.WRONG_VALUE


@pytest.mark.parametrize(
    ("gradient", "expected"),
    [
        (None, Verdict.WRONG_VALUE),
        ("dW", Verdict.WRONG_VALUE),
        (np.ones((4, 3)), Verdict.WRONG_SHAPE),
        (np.full((3, 4), math.nan), Verdict.NOT_FINITE),
        (1.0, Verdict.WRONG_SHAPE),
    ],
    ids=["None", "text", "transposed", "NaN", "a number"],
)
def test_what_is_no_gradient_is_found_out_first(gradient: Any, expected: Verdict) -> None:
    """Type, shape and finiteness are looked at before any slope is."""
    assert expected is refused(gradient, SLOPES["quadratic"][0], RNG.normal(size=(3, 4)))


def test_central_differences_leave_the_point_alone() -> None:
    """The point is copied: integers become float64, and the caller's array stays."""
    x = np.array([1, 2, 3])

    slope = central_differences(lambda z: float(np.sum(z**2)), x)

    assert np.allclose(slope, [2.0, 4.0, 6.0])
    assert x.tolist() == [1, 2, 3]


def test_counted_counts() -> None:
    """A counted function gives what the function gives, and counts every call, failed ones too."""
    f = counted(lambda x, scale=1.0: 1 / x * scale)

    assert [f(2.0), f(2.0, scale=2.0)] == [0.5, 1.0]
    with pytest.raises(ZeroDivisionError):
        f(0)
    assert f.calls == 3
