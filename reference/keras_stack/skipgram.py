"""Word vectors, through Keras's binary cross-entropy and the tape."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating, value_and_gradients


def negative_sampling_loss(centre: Any, context: Any, negatives: Any) -> tuple[Tensor, dict[str, Tensor]]:
    """(loss, grads): cross-entropy of label 1 for the neighbour (d,) and 0 for the negatives (k, d)."""
    vectors = floating(centre, context, negatives)
    loss, gradients = value_and_gradients(_loss, *vectors)
    return loss, dict(zip(("centre", "context", "negatives"), gradients))


def _loss(centre: Tensor, context: Tensor, negatives: Tensor) -> Tensor:
    real, drawn = ops.sum(context * centre), ops.matmul(negatives, centre)
    return _cross_entropy(ops.ones_like(real), real) + ops.sum(_cross_entropy(ops.zeros_like(drawn), drawn))


def _cross_entropy(labels: Tensor, logits: Tensor) -> Tensor:
    return ops.binary_crossentropy(labels, logits, from_logits=True)
