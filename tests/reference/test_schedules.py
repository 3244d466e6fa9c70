"""Learning rates over the steps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.schedules import cosine_decay, exponential_decay, warmup_linear


def test_exponential_decay_has_no_stairs() -> None:
    """Every step is smaller by the same factor, beyond decay_steps too."""
    rates = [exponential_decay(step, 0.4, 5, 0.5) for step in range(12)]

    np.testing.assert_allclose(np.divide(rates[1:], rates[:-1]), 0.5**0.2)
    assert (rates[0], rates[5], rates[10]) == (0.4, 0.2, 0.1)


def test_cosine_decay_ends_at_alpha() -> None:
    """It starts at lr0, is halfway in the middle, ends at α·lr0 and stays there."""
    rates = [cosine_decay(step, 2.0, 8, alpha=0.25) for step in (0, 4, 8, 9, 1000)]

    np.testing.assert_allclose(rates, [2.0, 1.25, 0.5, 0.5, 0.5])
    assert cosine_decay(8, 2.0, 8) == pytest.approx(0.0, abs=1e-15)


def test_warmup_rises_and_stays() -> None:
    """It rises from 0 by equal amounts and never exceeds lr0."""
    assert [warmup_linear(step, 0.5, 4) for step in (0, 1, 2, 4, 5, 99)] == [0.0, 0.125, 0.25, 0.5, 0.5, 0.5]


@pytest.mark.parametrize("schedule", [exponential_decay, cosine_decay, warmup_linear])
def test_rates_are_python_floats(schedule: Any) -> None:
    """NumPy's numbers go in, a float comes out."""
    rest = (0.5,) if schedule is not warmup_linear else ()

    assert type(schedule(np.int64(3), np.float32(0.5), np.int32(4), *rest)) is float


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: exponential_decay(-1, 0.1, 5, 0.5), "step must be at least 0. Received: step=-1"),
        (lambda: exponential_decay(1, -0.1, 5, 0.5), "lr0 must be"),
        (lambda: exponential_decay(1, 0.1, 0, 0.5), "decay_steps must be above 0. Received: decay_steps=0"),
        (lambda: exponential_decay(1, 0.1, 5, -0.5), "rate must be"),
        (lambda: cosine_decay(1, 0.1, -5), "decay_steps must be"),
        (lambda: cosine_decay(1, 0.1, 5, -0.5), "alpha must be"),
        (lambda: warmup_linear(1, 0.1, 0), "warmup_steps must be above 0"),
        (lambda: warmup_linear(-1, 0.1, 5), "step must be"),
    ],
)
def test_numbers_out_of_range(call: Any, message: str) -> None:
    """Negative numbers and stretches of no length are refused by name."""
    with pytest.raises(ValueError, match=message):
        call()
