"""A variational autoencoder: sampling that can be differentiated, and the two parts of its loss."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid, softplus
from .arrays import Array, floating, require_fit, require_same_shape


def reparameterise(mean: ArrayLike, log_var: ArrayLike, noise: ArrayLike) -> Array:
    """A sample of a normal distribution as a function of its parameters and of noise from outside.

        z = mean + exp(log_var / 2) ⊙ noise

    Args:
        mean: means, any shape.
        log_var: logarithms of the variances, the same shape.
        noise: samples of N(0, 1), the same shape.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if the shapes differ.

    Source: Kingma & Welling 2014, section 2.4; S3 6.3 names the model alone.

    Example:
        >>> reparameterise([1.0, 1.0], [0.0, -1000.0], [2.0, 2.0])
        array([3., 1.])
    """
    mean, log_var, noise = floating(mean, log_var, noise)
    require_same_shape(mean=mean, log_var=log_var, noise=noise)
    return mean + np.exp(log_var / 2) * noise


def reparameterise_grad(dz: ArrayLike, log_var: ArrayLike, noise: ArrayLike) -> tuple[Array, Array]:
    """Gradients of a loss in the parameters of `reparameterise`, from its gradient in the sample.

        dmean = dz        dlog_var = dz ⊙ noise ⊙ exp(log_var / 2) / 2

    Args:
        dz: gradient of the loss in z, any shape.
        log_var, noise: as in `reparameterise`, the same shape.

    Returns:
        (dmean, dlog_var), each of that shape.

    Raises:
        ValueError: if the shapes differ.

    Source: Kingma & Welling 2014, section 2.4.

    Example:
        >>> reparameterise_grad([3.0], [0.0], [2.0])
        (array([3.]), array([3.]))
    """
    dz, log_var, noise = floating(dz, log_var, noise)
    require_same_shape(dz=dz, log_var=log_var, noise=noise)
    return dz.copy(), dz * noise * np.exp(log_var / 2) / 2


def kl_divergence(mean: ArrayLike, log_var: ArrayLike) -> float:
    """Divergence of the encoder's normal distributions from N(0, 1).

        KL = 1/n · Σₙ Σ_latents ½ (mean² + exp(log_var) - 1 - log_var)

    Args:
        mean: means (n, d), or any rank from 2, batch first.
        log_var: logarithms of the variances, the same shape.

    Returns:
        A number, at least 0: the mean over the batch of the sum over the latents; inf where a
        variance leaves the range of the floats.

    Raises:
        ValueError: if the shapes differ, are of rank below 2, or the batch is empty.

    Source: Kingma & Welling 2014, appendix B; S3 6.3.

    Example:
        >>> kl_divergence([[0.0, 0.0], [1.0, 1.0]], [[0.0, 0.0], [0.0, 0.0]])
        0.5
    """
    mean, log_var = floating(mean, log_var)
    _require_batch(mean=mean, log_var=log_var)
    with np.errstate(over="ignore"):
        terms = (mean**2 + np.expm1(log_var) - log_var) / 2
    return float(np.sum(terms, dtype=np.float64)) / len(mean)


def kl_divergence_grad(mean: ArrayLike, log_var: ArrayLike) -> tuple[Array, Array]:
    """Gradients of `kl_divergence`.

        ∂KL/∂mean = mean / n        ∂KL/∂log_var = (exp(log_var) - 1) / 2n

    Args:
        mean, log_var: as in `kl_divergence`.

    Returns:
        (dmean, dlog_var), each of that shape.

    Raises:
        ValueError: if the shapes differ, are of rank below 2, or the batch is empty.

    Source: Kingma & Welling 2014, appendix B.

    Example:
        >>> kl_divergence_grad([[3.0]], [[0.0]])
        (array([[3.]]), array([[0.]]))
    """
    mean, log_var = floating(mean, log_var)
    _require_batch(mean=mean, log_var=log_var)
    with np.errstate(over="ignore"):
        return mean / len(mean), np.expm1(log_var) / (2 * len(mean))


def vae_loss(x: ArrayLike, x_logits: ArrayLike, mean: ArrayLike, log_var: ArrayLike, beta: float = 1.0) -> float:
    """The negative evidence lower bound of Bernoulli pixels.

        loss = 1/n · Σₙ Σ_pixels (x softplus(-logit) + (1 - x) softplus(logit)) + beta · KL

    Args:
        x: pixels (n, …) in [0, 1].
        x_logits: the decoder's logits of them, the same shape.
        mean, log_var: the encoder's output (n, d), as in `kl_divergence`.
        beta: weight of the divergence; 1 gives the bound itself.

    Returns:
        A number: the mean over the batch of sums over pixels and latents, neither of them averaged.

    Raises:
        ValueError: if the shapes differ, are of rank below 2, or the batch is empty.

    Source: Kingma & Welling 2014, equation 10; beta from Higgins et al. 2017; S3 6.3.

    Example:
        >>> vae_loss([[1.0, 0.0]], [[-1000.0, -1000.0]], [[2.0]], [[0.0]])
        1002.0
    """
    x, x_logits, mean, log_var = floating(x, x_logits, mean, log_var)
    _require_batch(x=x, x_logits=x_logits)
    require_fit(x.shape[:1] == mean.shape[:1], "x and mean have one batch size", x=x, mean=mean)
    cross_entropies = x * softplus(-x_logits) + (1 - x) * softplus(x_logits)
    reconstruction = float(np.sum(cross_entropies, dtype=np.float64)) / len(x)
    return reconstruction + float(beta) * kl_divergence(mean, log_var)


def vae_loss_grad(
    x: ArrayLike, x_logits: ArrayLike, mean: ArrayLike, log_var: ArrayLike, beta: float = 1.0
) -> tuple[Array, Array, Array]:
    """Gradients of `vae_loss` in the three outputs of the networks.

        ∂loss/∂x_logits = (σ(x_logits) - x) / n        the others: beta times those of the divergence

    Args:
        x, x_logits, mean, log_var, beta: as in `vae_loss`.

    Returns:
        (dx_logits, dmean, dlog_var), each of its argument's shape. The last two are the divergence's
        part; what reaches mean and log_var through the decoder is `reparameterise_grad`'s.

    Raises:
        ValueError: if the shapes differ, are of rank below 2, or the batch is empty.

    Source: Kingma & Welling 2014, equation 10.

    Example:
        >>> vae_loss_grad([[1.0]], [[0.0]], [[3.0]], [[0.0]], beta=2.0)
        (array([[-0.5]]), array([[6.]]), array([[0.]]))
    """
    x, x_logits, mean, log_var = floating(x, x_logits, mean, log_var)
    _require_batch(x=x, x_logits=x_logits)
    require_fit(x.shape[:1] == mean.shape[:1], "x and mean have one batch size", x=x, mean=mean)
    dmean, dlog_var = kl_divergence_grad(mean, log_var)
    return (sigmoid(x_logits) - x) / len(x), float(beta) * dmean, float(beta) * dlog_var


def _require_batch(**arrays: Array) -> None:
    require_same_shape(**arrays)
    fits = all(array.ndim > 1 and len(array) > 0 for array in arrays.values())
    require_fit(fits, f"{' and '.join(arrays)} are (n, …), with n at least 1", **arrays)
