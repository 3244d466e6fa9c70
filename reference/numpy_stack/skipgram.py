"""Word vectors learned from neighbouring words."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import log_sigmoid, sigmoid
from .arrays import Array, floating, require_fit, require_same_shape


def negative_sampling_loss(
    centre: ArrayLike, context: ArrayLike, negatives: ArrayLike
) -> tuple[float, dict[str, Array]]:
    """The loss of one pair of neighbours against words drawn at random, and its gradients.

        L = -log σ(u·v) - Σₖ log σ(-nₖ·v)        v centre, u context, nₖ negatives
        ∂L/∂v = (σ(u·v) - 1) u + Σₖ σ(nₖ·v) nₖ
        ∂L/∂u = (σ(u·v) - 1) v        ∂L/∂nₖ = σ(nₖ·v) v

    Args:
        centre: vector of the word in the middle (d,).
        context: vector of its neighbour (d,).
        negatives: vectors of the drawn words (k, d).

    Returns:
        (loss, grads), grads with the arguments' names and shapes.

    Raises:
        ValueError: if the shapes do not fit.

    Source: Mikolov et al. 2013, "Distributed Representations of Words and Phrases", formula 4; S0 6.7.

    Example:
        >>> loss, grads = negative_sampling_loss([1.0, 0.0], [-1000.0, 0.0], [[-1000.0, 0.0]])
        >>> loss, grads["context"], grads["negatives"]
        (1000.0, array([-1., -0.]), array([[0., 0.]]))
    """
    v, u, n = floating(centre, context, negatives)
    require_same_shape(centre=v, context=u)
    fits = v.ndim == 1 and n.ndim == 2 and n.shape[1:] == v.shape
    require_fit(fits, "centre is (d,) and negatives (k, d)", centre=v, negatives=n)
    words = np.vstack([u, n])
    logits = words @ v
    signs = np.where(np.arange(len(words)) == 0, 1, -1).astype(v.dtype)
    loss = -np.sum(log_sigmoid(signs * logits))
    slopes = -signs * sigmoid(-signs * logits)
    by_word = np.outer(slopes, v)
    return float(loss), {"centre": slopes @ words, "context": by_word[0], "negatives": by_word[1:]}
