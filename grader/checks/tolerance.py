"""How far an answer may be from the reference: one table, by the coarser dtype of the two.

A mistake in the catalogue differs by 1e-2 or more on its fixtures, so these are wide enough for every
order of summation and far too narrow for a mistake. `scale` is the largest expected magnitude: sums that
cancel leave rounding errors of that size in small results.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Tolerance(NamedTuple):
    """|actual - expected| <= rtol·|expected| + atol·scale + floor."""

    rtol: float
    atol: float
    floor: float

    def bound(self, expected: np.ndarray) -> np.ndarray:
        """The largest error allowed at each element."""
        finite = np.abs(np.where(np.isfinite(expected), expected, 0))
        scale = float(finite.max(initial=0))
        return np.asarray(self.rtol * finite + self.atol * scale + self.floor)


FLOAT64 = Tolerance(1e-6, 1e-8, 1e-12)
FLOAT32 = Tolerance(2e-5, 5e-6, 1e-9)
FLOAT16 = Tolerance(5e-3, 2e-3, 1e-5)
FLOAT32_GPU = Tolerance(1e-3, 5e-4, 1e-7)


def tolerance(itemsize: int, device: str = "cpu") -> Tolerance:
    """The row for a real dtype of `itemsize` bytes (of a complex one: half its size)."""
    if itemsize <= 2:
        return FLOAT16
    if itemsize <= 4:
        return FLOAT32_GPU if device == "gpu" else FLOAT32
    return FLOAT64
