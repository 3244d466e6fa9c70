"""How good a classifier is, counted on samples that it has not seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, require_same_shape
from .limits import require_at_least
from .samples import Indices, class_labels, require_samples


def accuracy(labels: ArrayLike, scores: ArrayLike) -> float:
    """The share of samples whose prediction is right.

        accuracy = 1/n · Σᵢ [labelᵢ = predictionᵢ]

    Args:
        labels: integers (n,).
        scores: (n, k), the largest of a row is its prediction (the first, if several are); or the
            predictions themselves (n,).

    Returns:
        A number from 0 to 1.

    Raises:
        ValueError: if the numbers of samples differ or are 0.

    Source: S1 4, S2 8.

    Example:
        >>> accuracy([0, 1, 1, 0], [[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.5, 0.5]])
        0.75
        >>> accuracy([0, 1, 1, 0], [0, 1, 0, 0])
        0.75
    """
    labels, scores = np.asarray(labels), np.asarray(scores)
    predictions = np.argmax(scores, axis=1) if scores.ndim == 2 else scores
    require_same_shape(labels=labels, predictions=predictions)
    require_samples(labels=labels)
    return float(np.mean(labels == predictions))


def confusion_matrix(labels: ArrayLike, predictions: ArrayLike, n_classes: int) -> Indices:
    """How often each class is predicted as each other.

        C[i, j] = number of samples with label i and prediction j

    Args:
        labels: integers from 0 to n_classes - 1 (n,).
        predictions: the same.
        n_classes: number of classes.

    Returns:
        Integers (n_classes, n_classes); rows are the true classes.

    Raises:
        ValueError: if the shapes differ or a value is not one of the classes.

    Source: S2 8.

    Example:
        >>> confusion_matrix([0, 0, 1, 2], [0, 1, 1, 0], 3)
        array([[1, 1, 0],
               [0, 1, 0],
               [1, 0, 0]])
    """
    require_at_least(1, n_classes=n_classes)
    labels, predictions = class_labels(labels, n_classes), class_labels(predictions, n_classes, "predictions")
    require_same_shape(labels=labels, predictions=predictions)
    counts = np.zeros((n_classes, n_classes), dtype=np.int64)
    np.add.at(counts, (labels, predictions), 1)
    return counts


def precision_recall_f1(labels: ArrayLike, predictions: ArrayLike) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, for the class 1 of two.

        p = TP / (TP + FP)        r = TP / (TP + FN)        F1 = 2pr / (p + r) = 2TP / (2TP + FP + FN)

    Args:
        labels: 0 or 1 (n,).
        predictions: 0 or 1 (n,).

    Returns:
        (p, r, F1), numbers from 0 to 1; 0.0 where the denominator is 0.

    Raises:
        ValueError: if the shapes differ or a value is neither 0 nor 1.

    Source: S2 8, S4 6.5.

    Example:
        >>> precision_recall_f1([1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 1, 0])
        (0.5, 0.25, 0.3333333333333333)
        >>> precision_recall_f1([1, 1], [0, 0])
        (0.0, 0.0, 0.0)
    """
    (_, false_positives), (false_negatives, true_positives) = confusion_matrix(labels, predictions, 2).tolist()
    predicted, positives = true_positives + false_positives, true_positives + false_negatives
    return (
        true_positives / max(predicted, 1),
        true_positives / max(positives, 1),
        2 * true_positives / max(predicted + positives, 1),
    )


def macro_f1(labels: ArrayLike, predictions: ArrayLike, n_classes: int) -> float:
    """The mean of the classes' F1: each class counts the same, however rare it is.

        macro F1 = 1/K · Σₖ 2TPₖ / (2TPₖ + FPₖ + FNₖ)

    Args:
        labels: integers from 0 to n_classes - 1 (n,).
        predictions: the same.
        n_classes: number of classes K.

    Returns:
        A number from 0 to 1; a class in neither labels nor predictions has F1 = 0.

    Raises:
        ValueError: if the shapes differ or a value is not one of the classes.

    Source: S4 6.5.

    Example:
        >>> macro_f1([0, 0, 0, 1], [0, 0, 0, 0], 2)
        0.42857142857142855
    """
    hits, involved = _hits(labels, predictions, n_classes)
    return float(np.mean(2 * hits / np.maximum(involved, 1)))


def micro_f1(labels: ArrayLike, predictions: ArrayLike, n_classes: int) -> float:
    """The F1 of all classes' counts added up: each sample counts the same.

        micro F1 = 2 Σ TPₖ / Σ (2TPₖ + FPₖ + FNₖ)

    Where a sample has one label and one prediction this is the accuracy.

    Args:
        labels: integers from 0 to n_classes - 1 (n,).
        predictions: the same.
        n_classes: number of classes.

    Returns:
        A number from 0 to 1; 0.0 without samples.

    Raises:
        ValueError: if the shapes differ or a value is not one of the classes.

    Source: S4 6.5.

    Example:
        >>> micro_f1([0, 0, 0, 1], [0, 0, 0, 0], 2)
        0.75
    """
    hits, involved = _hits(labels, predictions, n_classes)
    return float(2 * np.sum(hits) / max(np.sum(involved), 1))


def _hits(labels: ArrayLike, predictions: ArrayLike, n_classes: int) -> tuple[Indices, Indices]:
    """TP and 2TP + FP + FN of each class."""
    counts = confusion_matrix(labels, predictions, n_classes)
    return np.diag(counts), counts.sum(axis=0) + counts.sum(axis=1)


def roc_auc(labels: ArrayLike, scores: ArrayLike) -> float:
    """The area under the ROC curve: how often a positive sample scores above a negative one.

        AUC = 1/(P·N) · Σ_p Σ_n ([score_p > score_n] + ½ [score_p = score_n])

    Args:
        labels: 0 or 1 (n,), each at least once.
        scores: any increasing measure of "this is a 1" (n,).

    Returns:
        A number from 0 to 1; 0.5 is chance.

    Raises:
        ValueError: if the shapes differ, a label is neither 0 nor 1, one of them does not occur, or
            a score is NaN.

    Source: S2 8; Hanley & McNeil 1982.

    Example:
        >>> roc_auc([0, 0, 1, 1], [0.1, 0.4, 0.4, 0.8])
        0.875
    """
    labels, scores = class_labels(labels, 2), np.asarray(scores)
    require_same_shape(labels=labels, scores=scores)
    positives, negatives = scores[labels == 1], np.sort(scores[labels == 0])
    if not len(positives) or not len(negatives):
        raise ValueError(f"labels must hold both classes. Received: {len(positives)} of {len(labels)} are 1")
    if np.isnan(scores).any():
        raise ValueError("scores must be numbers that can be ordered. Received: NaN")
    return float(np.mean(_share_below(positives, negatives)))


def _share_below(values: Array, others: Array) -> Array:
    """The share of the sorted `others` that each value exceeds; an equal one counts half."""
    less, not_above = (np.searchsorted(others, values, side=side) for side in ("left", "right"))
    return (less + not_above) / 2 / len(others)
