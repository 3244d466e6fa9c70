"""Metrics: against counting by hand, and their corners."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import metrics


def test_accuracy_takes_scores_or_labels(rng: np.random.Generator) -> None:
    """Scores (n, k) count by their largest column, the first of equal ones."""
    labels, scores = rng.integers(0, 3, size=20), rng.normal(size=(20, 3))

    assert metrics.accuracy(labels, scores) == metrics.accuracy(labels, scores.argmax(axis=1))
    assert metrics.accuracy([0, 1], [[1.0, 1.0], [1.0, 1.0]]) == 0.5
    assert metrics.accuracy([True], [1]) == 1.0


def test_confusion_matrix_counts_pairs(rng: np.random.Generator) -> None:
    """Rows are the true classes; a class that does not occur keeps its row and column."""
    labels, predictions = rng.integers(0, 3, size=(2, 50))
    matrix = metrics.confusion_matrix(labels, predictions, 5)

    assert matrix.shape == (5, 5)
    for i in range(5):
        for j in range(5):
            assert matrix[i, j] == sum(a == i and b == j for a, b in zip(labels, predictions))
    assert not metrics.confusion_matrix([], [], 2).any()


def test_f1_is_the_harmonic_mean(rng: np.random.Generator) -> None:
    """F1 lies where 2/F1 = 1/p + 1/r, and swapping labels with predictions swaps p with r."""
    labels, predictions = rng.integers(0, 2, size=(2, 40))
    p, r, f1 = metrics.precision_recall_f1(labels, predictions)

    assert 2 / f1 == pytest.approx(1 / p + 1 / r)
    assert metrics.precision_recall_f1(predictions, labels) == (r, p, f1)


@pytest.mark.parametrize(
    ("labels", "predictions", "expected"),
    [
        ([0, 0], [0, 0], (0.0, 0.0, 0.0)),
        ([0, 0], [1, 0], (0.0, 0.0, 0.0)),
        ([1, 1], [1, 1], (1.0, 1.0, 1.0)),
        ([], [], (0.0, 0.0, 0.0)),
        ([True, False], [True, True], (0.5, 1.0, 2 / 3)),
    ],
)
def test_what_is_undefined_is_zero(labels: Any, predictions: Any, expected: tuple[float, ...]) -> None:
    """Without a positive, found or true, the quotients are 0 and no warning."""
    assert metrics.precision_recall_f1(labels, predictions) == pytest.approx(expected)


def test_macro_and_micro_f1(rng: np.random.Generator) -> None:
    """Macro is the mean over one-against-all problems, absent classes included; micro is the accuracy."""
    labels, predictions = rng.integers(0, 3, size=(2, 30))
    single = [metrics.precision_recall_f1(labels == k, predictions == k)[2] for k in range(4)]

    assert metrics.macro_f1(labels, predictions, 4) == pytest.approx(np.mean(single))
    assert metrics.micro_f1(labels, predictions, 4) == pytest.approx(metrics.accuracy(labels, predictions))
    assert metrics.micro_f1([], [], 2) == metrics.macro_f1([], [], 2) == 0.0


@pytest.mark.parametrize("levels", [2, 5, 1000])
def test_roc_auc_counts_pairs(levels: int, rng: np.random.Generator) -> None:
    """The area is the share of (positive, negative) pairs in the right order, ties counting half."""
    labels = rng.permutation([0] * 13 + [1] * 8)
    scores = rng.integers(0, levels, size=21)
    pairs = [(p > n) + 0.5 * (p == n) for p in scores[labels == 1].tolist() for n in scores[labels == 0].tolist()]

    assert metrics.roc_auc(labels, scores) == pytest.approx(np.mean(pairs))
    assert metrics.roc_auc(labels, -scores) == pytest.approx(1 - np.mean(pairs))
    assert metrics.roc_auc(labels, np.exp(scores / levels)) == pytest.approx(np.mean(pairs))


def test_roc_auc_of_infinite_scores() -> None:
    """Infinite scores are ordered like others."""
    assert metrics.roc_auc([0, 1, 1], [-np.inf, np.inf, -np.inf]) == 0.75


WRONG: dict[str, Any] = {
    "no sample": lambda: metrics.accuracy([], []),
    "other numbers": lambda: metrics.accuracy([0, 1], [0]),
    "scores of another length": lambda: metrics.accuracy([0, 1], np.zeros((3, 2))),
    "prediction out of range": lambda: metrics.confusion_matrix([0, 1], [0, 2], 2),
    "shapes": lambda: metrics.confusion_matrix([0, 1], [[0, 1]], 2),
    "three classes for two": lambda: metrics.precision_recall_f1([0, 2], [0, 1]),
    "probabilities for predictions": lambda: metrics.precision_recall_f1([0, 1], [0.2, 0.9]),
    "macro out of range": lambda: metrics.macro_f1([0, 3], [0, 0], 3),
    "one class": lambda: metrics.roc_auc([1, 1], [0.1, 0.2]),
    "no samples for the curve": lambda: metrics.roc_auc([], []),
    "NaN": lambda: metrics.roc_auc([0, 1], [0.1, np.nan]),
    "shapes of the curve": lambda: metrics.roc_auc([0, 1], [[0.1], [0.2]]),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_counted_is_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()
