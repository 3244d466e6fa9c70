"""Data: labels, columns, parts, and the digits that ship with the package."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import data, digits, early_stopping, splits


def test_digits_are_the_collection() -> None:
    """1,797 digits in the collection's order, every pixel as it was published, from 0 to 16."""
    images, labels = digits.load_digits()

    assert (images.shape, str(images.dtype), images.max()) == ((1797, 8, 8), "uint8", 16)
    assert (labels.shape, str(labels.dtype)) == ((1797,), "int64")
    assert np.bincount(labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    checksum = hashlib.sha256(images.tobytes()).hexdigest()
    assert checksum in digits.FILE.with_suffix(".txt").read_text(encoding="utf-8")
    assert digits.FILE.stat().st_size < 50_000


def test_digits_are_fresh_each_time() -> None:
    """Writing into the digits does not change what the next caller gets."""
    images, labels = data.load_digits()
    images[:], labels[:] = 99, 99

    assert data.load_digits()[0].max() == 16


def test_mnist_has_the_same_interface(keras_stack: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keras's MNIST comes as (images, labels) too, training part first; no network is used here."""
    parts = [(np.full((n, 28, 28), n, np.uint8), np.full(n, n, np.uint8)) for n in (3, 2)]
    monkeypatch.setattr("keras.datasets.mnist.load_data", lambda: parts)
    images, labels = keras_stack.digits.load_mnist()

    assert (images.shape, images.dtype, labels.dtype) == ((5, 28, 28), np.uint8, np.int64)
    assert labels.tolist() == [3, 3, 3, 2, 2]


def test_one_hot_inverts_argmax(rng: np.random.Generator) -> None:
    """One 1 a row, at the label; any shape of labels and any integer dtype."""
    labels = rng.integers(0, 5, size=(4, 3)).astype(np.uint8)
    encoded = data.one_hot(labels, 5)

    assert (encoded.shape, str(encoded.dtype)) == ((4, 3, 5), "float64")
    np.testing.assert_array_equal(encoded.argmax(axis=-1), labels)
    np.testing.assert_array_equal(encoded.sum(axis=-1), 1)
    assert data.one_hot([], 3).shape == (0, 3)


def test_scaled_images_fit_a_convolution() -> None:
    """Bytes become float32 in [0, 1], 255 exactly 1, with one channel."""
    x = np.arange(256, dtype=np.uint8).reshape(4, 8, 8)
    scaled = data.scale_images(x)

    assert (scaled.shape, str(scaled.dtype)) == ((4, 8, 8, 1), "float32")
    np.testing.assert_allclose(scaled[..., 0], x / 255, rtol=1e-7)
    assert scaled.max() == 1


def test_standardise_learns_from_train_alone(rng: np.random.Generator) -> None:
    """Train gets mean 0 and variance 1; test gets the same affine map, not its own."""
    train, test = rng.normal(3, 5, size=(40, 3)), rng.normal(-2, 1, size=(7, 3))
    a, b = data.standardise(train, test)

    np.testing.assert_allclose(a.mean(axis=0), 0, atol=1e-14)
    np.testing.assert_allclose(a.std(axis=0), 1)
    np.testing.assert_allclose(b * train.std(axis=0) + train.mean(axis=0), test)


@pytest.mark.parametrize("value", [0.1, 1e100, 0.0])
def test_a_constant_column_is_zero(value: float, rng: np.random.Generator) -> None:
    """A column that is constant in train is 0 in both, also where its mean is off by rounding."""
    train = np.stack([np.full(11, value), rng.normal(size=11)], axis=1)
    with np.errstate(all="raise", under="ignore"):
        a, b = data.standardise(train, [[7.0, 7.0]])

    assert not a[:, 0].any() and not b[:, 0].any()
    assert a[:, 1].all() and b[:, 1].all()


def test_split_takes_the_first_for_testing(rng: np.random.Generator) -> None:
    """⌈n · fraction⌉ samples go to the test, inputs and targets stay together, nothing is lost."""
    x, order = rng.normal(size=(10, 2, 3)), rng.permutation(10)
    x_train, x_test, y_train, y_test = splits.train_test_split(x, np.arange(10), 0.25, order)

    assert y_test.tolist() == order[:3].tolist()
    assert y_train.tolist() == order[3:].tolist()
    np.testing.assert_array_equal(np.concatenate([x_test, x_train]), x[order])
    assert len(splits.train_test_split(x, np.arange(10), 0.0, order)[1]) == 0
    assert len(splits.train_test_split(x, np.arange(10), 1.0, order)[0]) == 0


@pytest.mark.parametrize("batch_size", [1, 3, 7, 100])
def test_minibatches_hold_every_sample_once(batch_size: int, rng: np.random.Generator) -> None:
    """All batches but the last have the size; in their order they are the samples in the given order."""
    order = rng.permutation(7)
    batches = splits.minibatches(np.arange(14).reshape(7, 2), list("abcdefg"), batch_size, order)

    assert {len(xb) for xb, _ in batches[:-1]} <= {batch_size}
    assert 1 <= len(batches[-1][0]) <= batch_size
    assert "".join(np.concatenate([yb for _, yb in batches])) == "".join("abcdefg"[i] for i in order)
    np.testing.assert_array_equal(np.concatenate([xb[:, 0] for xb, _ in batches]), 2 * order)


@pytest.mark.parametrize(("n", "k"), [(10, 3), (5, 5), (7, 2), (100, 7)])
def test_folds_are_a_partition(n: int, k: int) -> None:
    """Each sample is validated once and trained on in all other folds; the first n mod k are larger."""
    folds = splits.k_fold(n, k)

    assert np.concatenate([validation for _, validation in folds]).tolist() == list(range(n))
    assert [len(validation) for _, validation in folds] == [n // k + (fold < n % k) for fold in range(k)]
    for train, validation in folds:
        assert sorted([*train, *validation]) == list(range(n))
        assert train.tolist() == sorted(train)


@pytest.mark.parametrize(
    ("losses", "patience", "min_delta", "expected"),
    [
        ([5.0, 4.0, 3.0, 2.0], 1, 0.0, (3, 3)),
        ([1.0, 1.0], 1, 0.0, (1, 0)),
        ([3.0, 2.0, 2.5, 1.0, 1.5, 1.4, 0.1], 2, 0.0, (5, 3)),
        ([1.0, 0.5, 0.5, 0.0], 2, 0.5, (2, 0)),
        ([1.0, 0.5, 0.0], 2, 0.5, (2, 2)),
        ([np.nan, np.inf, 1.0], 2, 0.0, (1, 0)),
        ([1.0, np.nan, np.nan, 0.5], 2, 0.0, (2, 0)),
        ([7.0], 1, 0.0, (0, 0)),
    ],
)
def test_patience_runs_from_the_last_improvement(
    losses: list[float], patience: int, min_delta: float, expected: tuple[int, int]
) -> None:
    """Training stops `patience` epochs after the last improvement, which exceeds min_delta; NaN is none."""
    assert early_stopping.early_stopping(losses, patience, min_delta) == expected


ZEROS: Any = np.zeros((4, 2))
WRONG: dict[str, Any] = {
    "label too large": lambda: data.one_hot([0, 3], 3),
    "label negative": lambda: data.one_hot([-1], 3),
    "label no integer": lambda: data.one_hot([1.0], 3),
    "no class": lambda: data.one_hot([], 0),
    "images of floats": lambda: data.scale_images(ZEROS),
    "other columns": lambda: data.standardise(ZEROS, np.zeros((4, 3))),
    "no train": lambda: data.standardise(np.zeros((0, 2)), ZEROS),
    "fraction": lambda: splits.train_test_split(ZEROS, ZEROS, 1.5, range(4)),
    "lengths": lambda: splits.train_test_split(ZEROS, ZEROS[:3], 0.5, range(4)),
    "order twice": lambda: splits.train_test_split(ZEROS, ZEROS, 0.5, [0, 1, 1, 2]),
    "order short": lambda: splits.minibatches(ZEROS, ZEROS, 2, [0, 1, 2]),
    "order beyond": lambda: splits.minibatches(ZEROS, ZEROS, 2, [0, 1, 2, 4]),
    "batch size": lambda: splits.minibatches(ZEROS, ZEROS, 0, range(4)),
    "one fold": lambda: splits.k_fold(4, 1),
    "more folds than samples": lambda: splits.k_fold(4, 5),
    "no epoch": lambda: early_stopping.early_stopping([], 1),
    "no patience": lambda: early_stopping.early_stopping([1.0], 0),
    "negative delta": lambda: early_stopping.early_stopping([1.0], 1, -0.1),
}


@pytest.mark.parametrize("name", WRONG)
def test_bad_data_is_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()


def test_the_data_set_names_its_licence() -> None:
    """The text beside the numbers says where they come from, under which licence, and what was changed."""
    text = (Path(digits.FILE).with_suffix(".txt")).read_text(encoding="utf-8")

    assert all(word in text for word in ("CC BY 4.0", "10.24432/C50P49", "Alpaydin", "Kaynak", "Changes"))
