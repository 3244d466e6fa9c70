"""Cases of reinforcement learning and of the classifier: functions of integer actions or labels."""

from __future__ import annotations

import numpy as np

from .drawing import Arguments, Case, Draw


def _returns(gamma: float, *ends: int) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        dones = [t in ends for t in range(9)]
        return rng.normal(size=9).tolist(), gamma, *([dones] if ends else [])

    return arguments


def _policy(steps: int, d: int, k: int) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        theta, states = rng.normal(size=(d, k)), rng.normal(size=(steps, d))
        return theta, states, rng.integers(k, size=steps), rng.normal(size=steps)

    return arguments


def _classifier(n: int, d: int, m: int, k: int) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        shapes = {"W1": (d, m), "b1": (m,), "W2": (m, k), "b2": (k,)}
        params = {name: rng.normal(size=shape) for name, shape in shapes.items()}
        return rng.normal(size=(n, d)), rng.integers(k, size=n), params

    return arguments


CASES: list[Case] = [
    ("returns.discounted_returns", _returns(0.9)),
    ("returns.discounted_returns", _returns(0.7, 0, 4, 8)),
    ("returns.discounted_returns", _returns(1.0, 5)),
    ("policy_gradient.reinforce_objective", _policy(6, 3, 4)),
    ("policy_gradient.reinforce_gradient", _policy(6, 3, 4)),
    ("policy_gradient.reinforce_gradient", _policy(1, 1, 2)),
    ("classifier.classifier_loss", _classifier(6, 3, 5, 4)),
    ("classifier.classifier_gradients", _classifier(6, 3, 5, 4)),
    ("classifier.classifier_gradients", _classifier(1, 4, 2, 3)),
]
