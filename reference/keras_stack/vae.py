"""A variational autoencoder's sampling and loss, through `keras.ops`; its gradients by the tape."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating, pullback, value_and_gradients


def reparameterise(mean: Any, log_var: Any, noise: Any) -> Tensor:
    """mean + standard deviation ⊙ noise; all three of one shape."""
    mean, log_var, noise = floating(mean, log_var, noise)
    return mean + ops.exp(log_var / 2) * noise


def reparameterise_grad(dz: Any, log_var: Any, noise: Any) -> tuple[Tensor, Tensor]:
    """(dmean, dlog_var) of a loss with the gradient dz in the sample, wherever the mean is."""
    dz, log_var, noise = floating(dz, log_var, noise)
    dmean, dlog_var = pullback(lambda m, v: reparameterise(m, v, noise), dz, ops.zeros_like(dz), log_var)
    return dmean, dlog_var


def kl_divergence(mean: Any, log_var: Any) -> Tensor:
    """Divergence from N(0, 1): the mean over the batch of the sum over all other axes."""
    mean, log_var = floating(mean, log_var)
    terms = (ops.square(mean) + ops.exp(log_var) - 1 - log_var) / 2
    return ops.mean(ops.sum(terms, axis=tuple(range(1, len(terms.shape)))))


def kl_divergence_grad(mean: Any, log_var: Any) -> tuple[Tensor, Tensor]:
    """(dmean, dlog_var) of `kl_divergence`."""
    _, (dmean, dlog_var) = value_and_gradients(kl_divergence, *floating(mean, log_var))
    return dmean, dlog_var


def vae_loss(x: Any, x_logits: Any, mean: Any, log_var: Any, beta: float = 1.0) -> Tensor:
    """Bernoulli cross-entropy, summed over the pixels, plus beta · KL; the mean over the batch.

    Keras's cross-entropy averages over the last axis alone, so every pixel gets an axis of its own.
    """
    x, x_logits, mean, log_var = floating(x, x_logits, mean, log_var)
    pixels, logits = ops.expand_dims(x, -1), ops.expand_dims(x_logits, -1)
    terms = keras.losses.binary_crossentropy(pixels, logits, from_logits=True)
    reconstruction = ops.mean(ops.sum(terms, axis=tuple(range(1, len(terms.shape)))))
    return reconstruction + beta * kl_divergence(mean, log_var)


def vae_loss_grad(x: Any, x_logits: Any, mean: Any, log_var: Any, beta: float = 1.0) -> tuple[Tensor, Tensor, Tensor]:
    """(dx_logits, dmean, dlog_var) of `vae_loss`, the last two for a fixed x_logits."""
    x, *outputs = floating(x, x_logits, mean, log_var)
    _, (dx_logits, dmean, dlog_var) = value_and_gradients(lambda z, m, v: vae_loss(x, z, m, v, beta), *outputs)
    return dx_logits, dmean, dlog_var
