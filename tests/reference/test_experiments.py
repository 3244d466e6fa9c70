"""What the reference reaches on real digits, in NumPy and in Keras."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType

import numpy as np
import pytest

from reference.experiments import classification, digits_cnn, digits_data, digits_dense
from reference.experiments.classification import CosineDecay, Recipe, Run
from reference.numpy_stack import digits
from reference.numpy_stack.layers import Dense, Flatten
from reference.numpy_stack.models import Sequential
from reference.numpy_stack.updates import Optimizer

MODULES = ["classification", "digits_cnn", "digits_data", "digits_dense"]


@cache
def _trained(experiment: ModuleType, library: str, seed: int) -> Run:
    """A run, made once for all tests."""
    run: Run = getattr(experiment, f"in_{library}")(seed)
    return run


def _assert_consistent(run: Run, epochs: int) -> None:
    """The record's parts say the same."""
    assert run.history.keys() == {"loss", "val_loss", "val_accuracy"}
    assert {len(values) for values in run.history.values()} == {epochs}
    assert run.history["loss"][-1] < 0.5 * run.history["loss"][0]
    assert run.accuracy == np.mean(run.predictions == run.labels)
    assert run.accuracy == pytest.approx(run.history["val_accuracy"][-1], abs=1e-6)
    assert len(run.images) == len(run.labels) == 360


# --- what the networks reach ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_the_dense_network_reads_digits(seed: int) -> None:
    """S1's network reads at least 96 % of the digits that it has not seen, whatever the split and the start."""
    run = _trained(digits_dense, "numpy", seed)

    assert run.accuracy >= 0.96
    _assert_consistent(run, digits_dense.EPOCHS)


def test_the_dense_network_reads_digits_in_keras(tf: ModuleType) -> None:
    """The same network, trained by Keras, reads at least 96 % too."""
    run = _trained(digits_dense, "keras", 0)

    assert run.accuracy >= 0.96
    _assert_consistent(run, digits_dense.EPOCHS)


def test_the_cnn_reads_digits() -> None:
    """S3's network reads at least 98 % of the digits that it has not seen."""
    run = _trained(digits_cnn, "numpy", 1)

    assert run.accuracy >= 0.98
    _assert_consistent(run, digits_cnn.EPOCHS)


def test_the_cnn_reads_digits_in_keras(tf: ModuleType) -> None:
    """The same network, trained by Keras, reads at least 98 % too."""
    run = _trained(digits_cnn, "keras", 1)

    assert run.accuracy >= 0.98
    _assert_consistent(run, digits_cnn.EPOCHS)


@pytest.mark.parametrize(("experiment", "seed"), [(digits_dense, 0), (digits_cnn, 1)], ids=["dense", "cnn"])
def test_both_libraries_train_the_same_network(experiment: ModuleType, seed: int, tf: ModuleType) -> None:
    """NumPy's network and Keras's have parameters of the same shapes, in the same order, and hold out the same."""
    ours, theirs = _trained(experiment, "numpy", seed), _trained(experiment, "keras", seed)

    assert [p.shape for p in ours.model.parameters.values()] == [p.shape for p in theirs.model.trainable_variables]
    np.testing.assert_array_equal(ours.images, theirs.images)


def test_a_seed_decides_an_experiment() -> None:
    """The same seed gives the same run; another one holds out other digits."""
    first, again, other = (digits_dense.in_numpy(seed, epochs=1) for seed in (1, 1, 2))

    assert first.history == again.history != other.history
    np.testing.assert_array_equal(first.predictions, again.predictions)
    assert not np.array_equal(first.labels, other.labels)


# --- what they train on ---------------------------------------------------------------------------


def test_no_digit_is_seen_twice() -> None:
    """Training and test digits are all digits of the set, each once, whatever the seed."""
    for seed in range(3):
        x_train, x_test, y_train, y_test = digits_data.split_digits(seed)
        images = np.concatenate([x_train, x_test]).reshape(1797, 64)
        ours = np.sort((16 * images).astype(np.int64) @ np.arange(1, 65))
        everything, labels = digits.load_digits()

        np.testing.assert_array_equal(ours, np.sort(everything.reshape(1797, 64) @ np.arange(1, 65)))
        np.testing.assert_array_equal(np.sort(np.concatenate([y_train, y_test])), np.sort(labels))


def test_a_moved_digit_keeps_its_ink() -> None:
    """With a margin nothing is moved over the border, and the copies are five different images."""
    x, _, y, _ = digits_data.split_digits(seed=0, margin=1)
    before = x.copy()
    copies, labels = digits_data.moved_copies(x, y)

    np.testing.assert_array_equal(labels.reshape(5, -1), np.stack([y] * 5))
    np.testing.assert_allclose(copies.sum(axis=(1, 2, 3)), np.tile(x.sum(axis=(1, 2, 3)), 5), 1e-6)
    assert len(np.unique(copies[:: len(x)].reshape(5, -1), axis=0)) == 5
    assert copies.dtype == np.float32
    np.testing.assert_array_equal(x, before)


def test_the_rate_falls_to_zero() -> None:
    """Half a cosine over all batches: half of the rate after half of them, nothing after the last."""
    optimizer = Optimizer("adam", lr=0.5)
    decay, model = CosineDecay(optimizer, decay_steps=4), Sequential([Dense(1)])
    rates = []
    for step in (1, 2, 1, 2):
        decay.on_batch_end(model, step, 2, 0.0)
        rates.append(optimizer.lr)

    assert rates == pytest.approx([0.25 + 0.25 * 0.5**0.5, 0.25, 0.25 - 0.25 * 0.5**0.5, 0.0])


# --- examples and refusals ------------------------------------------------------------------------


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str, tf: ModuleType) -> None:
    """Every example of a docstring gives what it shows, and every public function and class has one."""
    module = import_module(f"reference.experiments.{name}")
    public = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    public = [value for value in public if callable(value) and not value.__name__.startswith("_")]

    assert doctest.testmod(module, globs={**vars(module), "np": np}).failed == 0
    assert [value.__name__ for value in public if ">>>" not in (value.__doc__ or "")] == []


@pytest.mark.parametrize(
    "call",
    [
        lambda: digits_data.split_digits(0, margin=-1),
        lambda: digits_data.moved_copies(np.ones((2, 3, 3)), np.ones(2)),
        lambda: digits_data.moved_copies(np.ones((2, 3, 3, 1)), np.ones(3)),
        lambda: digits_dense.in_numpy(epochs=0),
        lambda: digits_cnn.in_numpy(filters=(0, 4)),
        lambda: classification.train_numpy(Sequential([Flatten(), Dense(10)]), Recipe(batch_size=0)),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[], object]) -> None:
    """Arguments that do not fit are ValueErrors that say what was received."""
    with pytest.raises(ValueError, match="Received"):
        call()
