"""Cases of activations, losses, update rules, schedules, clipping and penalties."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from .drawing import Arguments, Case, Draw, normal


def _fixed(*arguments: Any) -> Draw:
    return lambda _: arguments


def _corners(*options: Any) -> Draw:
    """Both sides of 0, 0 itself, and arguments far out."""
    return _fixed(np.array([[-1000.0, -3.0, -0.5, 0.0], [0.25, 2.0, 20.0, 1000.0]]), *options)


def _probabilities(*options: Any) -> Draw:
    """Soft and hard labels, and probabilities inside, at and beyond the limits."""

    def arguments(rng: np.random.Generator) -> Arguments:
        y = np.concatenate([rng.integers(0, 2, size=(3, 4)), rng.uniform(size=(1, 4))]).astype(float)
        p = rng.uniform(0.05, 0.95, size=(4, 4))
        p[1, :2] = 0.0, 1.0
        return y, p, *options

    return arguments


def _onehot(n: int, k: int, *options: Any) -> Draw:
    """One-hot labels and rows that are deliberately no distributions."""
    return lambda rng: (np.eye(k)[rng.integers(0, k, size=n)], rng.uniform(0.05, 0.95, size=(n, k)), *options)


def _logits(*shape: int, scale: float = 1.0) -> Draw:
    return lambda rng: (rng.integers(0, shape[-1], size=shape[:-1]), scale * rng.normal(size=shape))


def _moments(*options: Any) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        theta, m, v, grad = rng.normal(size=(4, 5, 3))
        return theta, m, v**2, grad, *options

    return arguments


def _rmsprop(rng: np.random.Generator) -> Arguments:
    theta, s, grad = rng.normal(size=(3, 4, 3))
    return theta, s**2, grad, 0.3, 0.7, 0.05


def _mlp(*sizes: int) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        weights = [rng.normal(size=shape) for shape in pairwise(sizes)]
        return rng.normal(size=(4, sizes[0])), weights, [rng.normal(size=size) for size in sizes[1:]]

    return arguments


def _squares(theta: Any) -> float:
    return float(np.sum(np.asarray(theta) ** 2))


def _pull(theta: Any, xb: Any, yb: Any) -> Any:
    """The gradient of a loss that draws theta towards the mean of a batch."""
    theta, xb, yb = (np.asarray(part) for part in (theta, xb, yb))
    return theta - (xb * yb[:, None]).mean(axis=0)


ACTIVATIONS: list[Case] = [
    *((f"activations.{name}_grad", normal((4, 3))) for name in ("sigmoid", "tanh", "relu", "leaky_relu")),
    *((f"activations.{name}_grad", _corners()) for name in ("sigmoid", "tanh", "relu", "leaky_relu")),
    ("activations.leaky_relu", normal((2, 3, 4))),
    ("activations.leaky_relu", _corners(0.3)),
    ("activations.leaky_relu_grad", _corners(0.3)),
    ("softmax.softmax", _corners()),
    ("softmax.softmax", normal((2, 3, 4, 5), options=(-3,))),
    ("softmax.log_softmax", _corners()),
    ("softmax.log_softmax", normal((2, 3, 4), options=(1,))),
    ("mlp.mlp_forward", _mlp(3, 5)),
    ("mlp.mlp_forward", _mlp(3, 6, 4, 5)),
]

REGRESSION: list[Case] = [
    (f"losses.{name}{part}", case)
    for part in ("", "_grad")
    for name, case in (
        ("mse", normal((1,), (1,))),
        ("mae", normal((4, 3), (4, 3))),
        ("mae", _fixed(np.array([1.0, 2.0, 3.0]), np.array([1.0, 5.0, -2.0]))),
        ("huber", normal((2, 3, 4), (2, 3, 4), options=(0.7,))),
        ("huber", _fixed(np.zeros(4), np.array([-1000.0, 1.0, -0.25, 1000.0]))),
    )
]

CLASSIFICATION: list[Case] = [
    (f"cross_entropies.{name}{part}", case)
    for part in ("", "_grad")
    for name, case in (
        ("binary_cross_entropy", _probabilities()),
        ("binary_cross_entropy", _probabilities(0.2)),
        ("bce_from_logits", normal((2, 3), (2, 3))),
        ("bce_from_logits", lambda rng: (rng.uniform(size=(2, 4)), *_corners()(rng))),
        ("cross_entropy", _onehot(5, 3)),
        ("cross_entropy", _onehot(4, 6, 0.3)),
    )
]

LABELLED: list[Case] = [
    (f"cross_entropies.{name}", case)
    for name in ("sparse_cross_entropy", "softmax_cross_entropy_grad")
    for case in (_logits(5, 3), _logits(1, 4), _logits(2, 3, 4), _logits(4, 3, scale=400.0))
]

UPDATES: list[Case] = [
    ("optimizers.momentum_step", normal((4, 3), (4, 3), (4, 3), options=(0.3, 0.7))),
    ("optimizers.nesterov_step", normal((4, 3), (4, 3), (4, 3), options=(0.3, 0.7))),
    ("optimizers.momentum_step", normal((4,), (4,), (4,), options=(0.3,))),
    ("optimizers.nesterov_step", normal((4,), (4,), (4,), options=(0.3,))),
    ("optimizers.rmsprop_step", _rmsprop),
    ("optimizers.rmsprop_step", _fixed(np.ones(3), np.zeros(3), np.array([0.5, -2.0, 1000.0]), 0.1)),
    ("adam.adamw_step", _moments(1, 0.1, 0.8, 0.95, 1e-2, 0.3)),
    ("adam.adamw_step", _moments(7)),
    ("adam.adam_step_uncorrected", _moments(0.1, 0.8, 0.95, 1e-2)),
    ("adam.adam_step_uncorrected", _moments()),
    ("adam.correction_factor", _fixed(1)),
    ("adam.correction_factor", _fixed(9, 0.7, 0.95)),
    ("descent.gradient_descent", lambda rng: (_squares, lambda t: 2 * np.asarray(t), rng.normal(size=4), 0.1, 0.5, 9)),
    ("descent.gradient_descent", lambda rng: (_squares, lambda t: 2 * np.asarray(t), rng.normal(size=4), 0.1, 0.0, 3)),
    (
        "descent.sgd_epoch",
        lambda rng: (*normal((7, 3), (7,), (3,))(rng), _pull, 0.3, 3, rng.permutation(7)),
    ),
]

OTHERS: list[Case] = [
    *(("schedules.exponential_decay", _fixed(step, 0.3, 7, 0.6)) for step in (0, 5, 20)),
    *(("schedules.cosine_decay", _fixed(step, 0.3, 7, 0.2)) for step in (0, 5, 7, 20)),
    ("schedules.cosine_decay", _fixed(3, 0.3, 7)),
    *(("schedules.warmup_linear", _fixed(step, 0.3, 7)) for step in (0, 5, 7, 20)),
    ("clipping.clip_by_global_norm", lambda rng: ([rng.normal(size=shape) for shape in ((3, 2), (4,))], 0.7)),
    ("clipping.clip_by_global_norm", lambda rng: ([rng.normal(size=shape) for shape in ((3, 2), (4,))], 90.0)),
    ("clipping.clip_by_global_norm", _fixed([np.zeros(3)], 1.0)),
    *(
        (f"regularisation.{name}_penalty", lambda rng: ([rng.normal(size=shape) for shape in ((3, 2), (4,))], 0.3))
        for name in ("l1", "l2")
    ),
    *((f"regularisation.{name}_gradient", _corners(0.3)) for name in ("l1", "l2")),
]

CASES: list[Case] = [*ACTIVATIONS, *REGRESSION, *CLASSIFICATION, *LABELLED, *UPDATES, *OTHERS]
