"""Gradients against central differences of the reference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.checks.compare import ANSWER, array, require

STEP = 1e-5
SMOOTH = 1e-5


class Counted:
    """A callback that counts how often it was called."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.calls = 0

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        self.calls += 1
        return self._function(*arguments, **keywords)


def counted(function: Callable[..., Any]) -> Counted:
    """The function, counting its calls in `.calls`."""
    return Counted(function)


def central_differences(f: Callable[[np.ndarray], Any], x: np.ndarray) -> np.ndarray:
    """(f(x + h) - f(x - h)) / 2h at each element, h = 1e-5·max(1, |x|), in float64."""
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    for where in np.ndindex(x.shape):
        kept = float(x[where])
        h = STEP * max(1.0, abs(kept))
        x[where] = kept + h
        above = float(f(x))
        x[where] = kept - h
        below = float(f(x))
        x[where] = kept
        gradient[where] = (above - below) / (2 * h)
    return gradient


def gradcheck(
    gradient: Any, f: Callable[[np.ndarray], Any], x: np.ndarray, what: str = ANSWER, *, tol: float = SMOOTH
) -> None:
    """Hold that `gradient` is that of `f`, a function of the reference, at `x`.

    Relative error in the L2 norm, ‖a - n‖ / (‖a‖ + ‖n‖), at most `tol`. Use float64 inputs away from kinks.
    """
    got = array(gradient, what, np.shape(x)).astype(np.float64)
    numeric = central_differences(f, x)
    size = float(np.linalg.norm(got) + np.linalg.norm(numeric))
    error = float(np.linalg.norm(got - numeric)) / size if size > 1e-12 else 0.0
    tol = tol if np.asarray(gradient).dtype != np.float32 else max(tol, 1e-3)
    require(
        error <= tol,
        en=f"{what} is not the slope of the loss: it differs from central differences by a relative {error:.2g} "
        f"(at most {tol:.0e} is rounding).",
        zh=f"{what} 与损失的数值梯度（中心差分）不符，相对误差 {error:.2g}（舍入误差不超过 {tol:.0e}）。",
    )
