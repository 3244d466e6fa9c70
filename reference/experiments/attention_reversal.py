"""One head of attention learns to read a sequence backwards, and its weights show how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..numpy_stack.arrays import Array
from ..numpy_stack.attention import attention
from ..numpy_stack.data import one_hot
from ..numpy_stack.layers import Dense, Layer, MultiHeadAttention
from ..numpy_stack.limits import require_at_least
from ..numpy_stack.metrics import accuracy
from ..numpy_stack.models import Sequential
from ..numpy_stack.updates import Optimizer

TOKENS, LENGTH, BATCH = 8, 6, 32


@dataclass(frozen=True, slots=True)
class Reversal:
    """What the head learnt.

    Attributes:
        losses: before each step.
        accuracy: the share of places of 200 new sequences that are filled right.
        weights: how much each place looks at each, the mean over those sequences (6, 6): nearly 1 on the
            diagonal from the bottom left to the top right, where the head has learnt its task.

    Example:
        >>> Reversal([2.0, 1.0], 0.5, np.eye(LENGTH)[::-1]).weights[0].argmax()
        np.int64(5)
    """

    losses: list[float]
    accuracy: float
    weights: Array


class _EachPlace(Layer):
    """Every place of every sequence as a sample of its own: (n, T, k) becomes (n · T, k)."""

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return x.reshape(-1, x.shape[-1])

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        return dy.reshape(x.shape), {}


def train(seed: int = 0, steps: int = 300) -> Reversal:
    """Train one head of self-attention and a dense layer to give a sequence of 6 tokens backwards.

        logits = attention([token, place]) W + b        place t must give the token of place 5 - t

    A place is told by its number, one-hot beside its token: without it attention does not know the
    order of its inputs. The task needs no more than looking at the right place, so that the weights
    can be read.

    Args:
        seed: decides the first weights and the sequences.
        steps: of Adam, each on 32 new sequences; 1 or more.

    Returns:
        A `Reversal`. After 300 steps the accuracy was 1.0 and each right place had a weight of 0.76
        or more, for each of the seeds 0 to 4.

    Raises:
        ValueError: if steps is below 1.

    Source: S1 references [10].

    Example:
        >>> run = train(steps=2)
        >>> len(run.losses), run.weights.shape
        (2, (6, 6))
    """
    require_at_least(1, steps=steps)
    rng = np.random.default_rng(seed)
    head = MultiHeadAttention(n_heads=1)
    model = Sequential([head, Dense(TOKENS), _EachPlace()])
    model.compile("sparse_cross_entropy", Optimizer("adam", lr=0.02), seed)
    losses = [model.train_on_batch(*_sequences(rng, BATCH)) for _ in range(steps)]
    x, y = _sequences(rng, 200)
    return Reversal(losses, accuracy(y, model.forward(x)), _weights(head, x).mean(axis=0))


def _sequences(rng: np.random.Generator, n: int) -> tuple[Array, NDArray[np.integer[Any]]]:
    """n random sequences with their places (n, 6, 14), and the tokens backwards, place by place (6n,)."""
    tokens = rng.integers(TOKENS, size=(n, LENGTH))
    places = np.broadcast_to(np.eye(LENGTH), (n, LENGTH, LENGTH))
    return np.concatenate([one_hot(tokens, TOKENS), places], axis=2), tokens[:, ::-1].reshape(-1)


def _weights(head: MultiHeadAttention, x: Array) -> Array:
    """What the head attends to (n, T, T)."""
    query, key, value = (x @ head.parameters[name] for name in ("Wq", "Wk", "Wv"))
    return attention(query, key, value)[1]
