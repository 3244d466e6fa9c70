"""Digits changed a little, in the direction that a trained classifier likes least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..numpy_stack.arrays import Array
from ..numpy_stack.losses import softmax_cross_entropy_grad
from ..numpy_stack.metrics import accuracy
from ..numpy_stack.models import Sequential
from ..numpy_stack.trust import fgsm, integrated_gradients

EPSILONS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)


@dataclass(frozen=True, slots=True)
class Attack:
    """What becomes of a classifier when each pixel may move by epsilon.

    Attributes:
        epsilons: how far a pixel moved; the first is 0.
        accuracies: the share of images still read right, for each epsilon.
        random_accuracies: the same, where each pixel moved as far in a random direction.
        images: the images at the last epsilon, as many as came in.
        predictions: what the classifier takes those for.

    Example:
        >>> Attack((0.0,), [1.0], [1.0], np.zeros((1, 2)), np.array([0])).accuracies
        [1.0]
    """

    epsilons: tuple[float, ...]
    accuracies: list[float]
    random_accuracies: list[float]
    images: Array
    predictions: NDArray[np.integer[Any]]


def attack(
    model: Sequential,
    images: Array,
    labels: NDArray[np.integer[Any]],
    epsilons: tuple[float, ...] = EPSILONS,
    seed: int = 0,
) -> Attack:
    """Move every pixel by epsilon, up or down, as raises the loss; and at random, to compare.

        x' = clip(x + ε · sign(∂L/∂x), 0, 1)

    Args:
        model: a trained classifier whose results are logits (n, 10): `digits_dense.in_numpy().model`.
        images: pixels in [0, 1], with the leading axis n.
        labels: what they are (n,).
        epsilons: distances, each 0 or more.
        seed: of the random directions.

    Returns:
        An `Attack`. For S1's network, trained from the seeds 0 to 2, the accuracy fell from 0.97 or
        more to 0.11 or less at epsilon 0.1, where random directions left 0.95 or more.

    Raises:
        ValueError: if an epsilon is negative.

    Source: Goodfellow, Shlens & Szegedy 2015; S2 7.

    Example:
        >>> from ..numpy_stack.layers import Dense, Flatten
        >>> run = attack(Sequential([Flatten(), Dense(10)]), np.full((3, 2, 2), 0.5), np.array([4, 1, 7]))
        >>> float(np.abs(run.images - 0.5).max())
        0.3
    """
    gradient = _input_gradient(model, images, labels)
    random = np.random.default_rng(seed).normal(size=images.shape)
    moved = [fgsm(images, gradient, epsilon) for epsilon in epsilons]
    shaken = [fgsm(images, random, epsilon) for epsilon in epsilons]
    return Attack(
        epsilons,
        [accuracy(labels, model.predict(each)) for each in moved],
        [accuracy(labels, model.predict(each)) for each in shaken],
        moved[-1],
        np.argmax(model.predict(moved[-1]), axis=1),
    )


def attributions(model: Sequential, images: Array, classes: NDArray[np.integer[Any]], steps: int = 32) -> Array:
    """How much each pixel speaks for a class, on the way from a black image: integrated gradients of its logit.

    Args:
        model: as for `attack`.
        images: pixels, with the leading axis n.
        classes: the class that is asked about, for each image (n,).
        steps: number of points on the way, 1 or more.

    Returns:
        An array of images's shape, whose sum over an image is about the difference of the logits of
        that image and of the black one.

    Raises:
        ValueError: if steps is below 1.

    Source: Sundararajan, Taly & Yan 2017; S2 7.

    Example:
        >>> from ..numpy_stack.layers import Dense, Flatten
        >>> attributions(Sequential([Flatten(), Dense(10)]), np.ones((3, 2, 2)), np.array([4, 1, 7])).shape
        (3, 2, 2)
    """

    def gradient(x: Array) -> Array:
        logits = model.forward(x)
        return model.backward(np.eye(logits.shape[1], dtype=logits.dtype)[classes])

    model.forward(images[:1])
    return integrated_gradients(gradient, images, np.zeros_like(images), steps)


def _input_gradient(model: Sequential, images: Array, labels: NDArray[np.integer[Any]]) -> Array:
    """Of the loss of each image in its pixels."""
    return model.backward(softmax_cross_entropy_grad(labels, model.forward(images)))
