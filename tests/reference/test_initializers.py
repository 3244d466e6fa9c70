"""Random weights: their distributions, in both stacks."""

from __future__ import annotations

import math
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference import numpy_stack

STACKS = ["numpy_stack", "keras_stack"]


@pytest.fixture(params=STACKS)
def initializers(request: pytest.FixtureRequest) -> Any:
    if request.param == "numpy_stack":
        return numpy_stack.initializers
    return request.getfixturevalue("keras_stack").initializers


@pytest.mark.parametrize(("shape", "fan_in", "fan_out"), [((300, 200), 300, 200), ((3, 5, 40, 60), 600, 900)])
def test_glorot_uniform(initializers: Any, shape: tuple[int, ...], fan_in: int, fan_out: int) -> None:
    """Uniform up to ±√(6 / (fan_in + fan_out)), which it nearly reaches on both sides."""
    limit = math.sqrt(6 / (fan_in + fan_out))
    weights = np.asarray(initializers.glorot_uniform(shape, 3))

    assert (weights.shape, weights.dtype.name) == (shape, "float64")
    assert 0.999 * limit < weights.max() <= limit and -limit <= weights.min() < -0.999 * limit
    assert weights.std() == pytest.approx(limit / math.sqrt(3), rel=0.01)
    assert abs(weights.mean()) < 4 * weights.std() / math.sqrt(weights.size)


@pytest.mark.parametrize(("shape", "fan_in"), [((300, 200), 300), ((3, 5, 40, 60), 600)])
def test_he_normal(initializers: Any, shape: tuple[int, ...], fan_in: int) -> None:
    """Centred, with standard deviation √(2 / fan_in); fan_out plays no part."""
    weights = np.asarray(initializers.he_normal(shape, 3))

    assert (weights.shape, weights.dtype.name) == (shape, "float64")
    assert weights.std() == pytest.approx(math.sqrt(2 / fan_in), rel=0.01)
    assert abs(weights.mean()) < 4 * weights.std() / math.sqrt(weights.size)


@pytest.mark.parametrize("name", ["glorot_uniform", "he_normal"])
def test_a_seed_fixes_the_numbers(initializers: Any, name: str) -> None:
    """The same seed gives the same weights, another seed others, and no two units are equal."""
    first, again, other = (np.asarray(getattr(initializers, name)((4, 5), seed)) for seed in (1, 1, 2))

    np.testing.assert_array_equal(first, again)
    assert (first != other).all()
    assert len(np.unique(first)) == first.size


def test_signals_keep_their_size(keras_stack: ModuleType, rng: np.random.Generator) -> None:
    """Through ten rectified layers He's weights neither blow a signal up nor let it vanish."""
    for stack in (numpy_stack, keras_stack):
        signal = rng.normal(size=(50, 200))
        for seed in range(10):
            signal = np.maximum(signal @ np.asarray(stack.initializers.he_normal((200, 200), seed)), 0)
        assert 0.3 < (signal**2).mean() < 3


@pytest.mark.parametrize("name", ["glorot_uniform", "he_normal"])
@pytest.mark.parametrize("shape", [(), (3,), (0, 3), (3, -1)])
def test_shapes_without_fans(name: str, shape: tuple[int, ...]) -> None:
    """A shape with fewer than two axes, or without elements, is refused."""
    with pytest.raises(ValueError, match=r"shape must be .*Received: shape="):
        getattr(numpy_stack.initializers, name)(shape, 0)
