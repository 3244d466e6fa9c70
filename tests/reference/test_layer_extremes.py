"""Every layer at the ends of what a batch can be: none, one, all alike, half precision, read-only, far out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.reference.layouts import Array, read_only, strided
from tests.reference.test_layer_classes import CASES, Case

every_layer = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def _pass(case: Case, x: Array, dtype: str = "float64") -> list[Any]:
    """Result, gradient in the input, gradients of the parameters and statistics after one batch in training."""
    layer = case.make()
    layer.build(case.shape[1:], dtype, seed=3)
    y = layer.forward(x, training=True)
    dx = layer.backward(np.ones_like(y))
    return [y, dx, *layer.gradients.values(), *layer.statistics.values()]


def _inputs(case: Case, rng: np.random.Generator, n: int, dtype: str = "float64") -> Array:
    shape = (n, *case.shape[1:])
    return rng.integers(case.ids, size=shape) if case.ids else rng.normal(size=shape).astype(dtype)


@every_layer
@pytest.mark.parametrize("n", [0, 1])
def test_a_batch_of_none_or_one(case: Case, n: int, rng: np.random.Generator) -> None:
    """A batch of one is a batch; an empty one gives an empty result, or is refused where it has no statistics."""
    x = _inputs(case, rng, n)
    if n == 0 and "batch" in type(case.make()).__name__.lower():
        with pytest.raises(ValueError, match=r"at least one row\. Received: x \(0, "):
            _pass(case, x)
        return
    y, dx, *rest = _pass(case, x)

    assert y.shape == (n, *case.result[1:])
    assert dx.shape == x.shape
    assert all(np.isfinite(part).all() for part in (y, dx, *rest))


@every_layer
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("value", [0.0, 1.0])
def test_inputs_without_variance(case: Case, value: float, dtype: str) -> None:
    """Inputs that are all alike give finite results and gradients of the layer's dtype, without a warning."""
    x = np.full(case.shape, value, "int64" if case.ids else dtype)
    results = _pass(case, x, dtype)

    assert all(np.isfinite(part).all() for part in results)
    assert {part.dtype for part in results} == {np.dtype(dtype)}


@every_layer
def test_inputs_far_out(case: Case, rng: np.random.Generator) -> None:
    """Inputs of ±1000 leave nothing that is not finite."""
    x = _inputs(case, rng, 2)
    x = x if case.ids else 1000 * np.sign(x)

    assert all(np.isfinite(part).all() for part in _pass(case, x))


@every_layer
@pytest.mark.parametrize("change", [read_only, strided])
def test_memory_layout_is_no_matter(case: Case, change: Callable[[Array], Array], rng: np.random.Generator) -> None:
    """A read-only batch and one with gaps give what a contiguous one gives."""
    x = _inputs(case, rng, 2)

    for ours, theirs in zip(_pass(case, change(x)), _pass(case, x), strict=True):
        np.testing.assert_allclose(ours, theirs, 1e-12, 1e-14)
