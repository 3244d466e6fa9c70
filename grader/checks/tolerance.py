"""How far an answer may be from the reference: one table, by the coarser precision of the two.

Each row is made from the largest disagreement of the two references in that precision, which `bench/tolerances.py`
measures and keeps in `disagreement.toml`, times a margin. For float64 and float32 the margin makes room for other
processors and other orders of summation; for TF32 and float16 the rounding of the numbers themselves is what is
measured, and a wide margin would reach the mistakes, which differ by 1e-2 or more.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import NamedTuple

import numpy as np

DISAGREEMENT = Path(__file__).with_name("disagreement.toml")
MARGINS = {"float64": 25.0, "float32": 25.0, "tf32": 1.25, "float16": 1.25}
_RESOLUTIONS = {"float64": 2.0**-52, "float32": 2.0**-23, "tf32": 2.0**-10, "float16": 2.0**-10}


class Tolerance(NamedTuple):
    """|actual - expected| <= rtol·|expected| + atol·scale + floor, where `scale` is the largest expected magnitude:
    sums that cancel leave rounding errors of that size in small results."""

    rtol: float
    atol: float
    floor: float

    @property
    def relative(self) -> float:
        """What the largest element may be off, relative to it."""
        return self.rtol + self.atol

    def bound(self, expected: np.ndarray) -> np.ndarray:
        """The largest error allowed at each element."""
        finite = np.abs(np.where(np.isfinite(expected), expected, 0))
        scale = float(finite.max(initial=0))
        return np.asarray(self.rtol * finite + self.atol * scale + self.floor)


LEAST = Tolerance(1e-6, 1e-8, 1e-12)  # no row is tighter: mistakes are far away, and right answers differ in style


def row(precision: str, disagreement: float) -> Tolerance:
    """The tolerance that follows from the largest relative disagreement measured in a precision."""
    allowed = MARGINS[precision] * disagreement
    made = Tolerance(_rounded_up(0.8 * allowed), _rounded_up(0.2 * allowed), _rounded_up(_RESOLUTIONS[precision] / 128))
    return Tolerance(*map(max, made, LEAST))


def _rounded_up(value: float) -> float:
    """The next number with one digit that is not zero."""
    unit = 10.0 ** math.floor(math.log10(value))
    return float(f"{math.ceil(value / unit) * unit:.0e}")


def _table() -> dict[str, Tolerance]:
    measured = tomllib.loads(DISAGREEMENT.read_text(encoding="utf-8"))
    return {precision: row(precision, measured[precision]["relative"]) for precision in MARGINS}


TABLE = _table()


def tolerance(itemsize: int, device: str = "cpu") -> Tolerance:
    """The row for a real dtype of `itemsize` bytes (of a complex one: half its size)."""
    if itemsize <= 2:
        return TABLE["float16"]
    if itemsize <= 4:
        return TABLE["tf32" if device == "gpu" else "float32"]
    return TABLE["float64"]
