"""Fixtures of the reference's tests: seeded numbers, and Keras, imported once and only where it is used."""

from __future__ import annotations

import warnings
from types import ModuleType

import numpy as np
import pytest


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20240229)


@pytest.fixture(scope="session")
def tf() -> ModuleType:
    """TensorFlow; the test is skipped where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module: ModuleType = pytest.importorskip("tensorflow")
        pytest.importorskip("keras")
    return module


@pytest.fixture(scope="session")
def keras_stack(tf: ModuleType) -> ModuleType:
    import reference.keras_stack

    return reference.keras_stack
