"""Learning rates that change with the step."""

from __future__ import annotations

import math

from .limits import require_at_least, require_positive


def exponential_decay(step: float, lr0: float, decay_steps: float, rate: float) -> float:
    """A learning rate that falls by the same factor in every stretch of the same length.

        lr = lr0 · rate^(step / decay_steps)

    Args:
        step: number of updates made, 0 or more.
        lr0: learning rate at step 0, 0 or more.
        decay_steps: length of the stretch, above 0.
        rate: factor of one stretch, 0 or more; smoothly, not in stairs.

    Returns:
        A number.

    Raises:
        ValueError: if an argument is out of range.

    Source: S3 5.2, which names the tuning of optimizers without a formula; Keras's ExponentialDecay.

    Example:
        >>> [exponential_decay(step, 0.8, decay_steps=10, rate=0.25) for step in (0, 5, 10)]
        [0.8, 0.4, 0.2]
    """
    require_at_least(0, step=step, lr0=lr0, rate=rate)
    require_positive(decay_steps=decay_steps)
    return float(lr0 * rate ** (step / decay_steps))


def cosine_decay(step: float, lr0: float, decay_steps: float, alpha: float = 0.0) -> float:
    """A learning rate that follows half a cosine down and stays there.

        lr = lr0 · ((1-α) · (1 + cos(π · min(step, decay_steps) / decay_steps)) / 2 + α)

    Args:
        step: number of updates made, 0 or more.
        lr0: learning rate at step 0, 0 or more.
        decay_steps: the step from which on the rate is α · lr0, above 0.
        alpha: the part of lr0 that remains, 0 or more.

    Returns:
        A number.

    Raises:
        ValueError: if an argument is out of range.

    Source: Loshchilov & Hutter 2017, without restarts; S3 5.2.

    Example:
        >>> [round(cosine_decay(step, 1.0, decay_steps=10, alpha=0.2), 3) for step in (0, 5, 10, 99)]
        [1.0, 0.6, 0.2, 0.2]
    """
    require_at_least(0, step=step, lr0=lr0, alpha=alpha)
    require_positive(decay_steps=decay_steps)
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return float(lr0 * ((1 - alpha) * cosine + alpha))


def warmup_linear(step: float, lr0: float, warmup_steps: float) -> float:
    """A learning rate that rises from 0 along a line and stays at the top.

        lr = lr0 · min(1, step / warmup_steps)

    Args:
        step: number of updates made, 0 or more.
        lr0: learning rate after the warm-up, 0 or more.
        warmup_steps: length of the warm-up, above 0.

    Returns:
        A number.

    Raises:
        ValueError: if an argument is out of range.

    Source: Goyal et al. 2017, section 2.2; S3 5.2.

    Example:
        >>> [warmup_linear(step, 0.5, warmup_steps=10) for step in (0, 5, 10, 99)]
        [0.0, 0.25, 0.5, 0.5]
    """
    require_at_least(0, step=step, lr0=lr0)
    require_positive(warmup_steps=warmup_steps)
    return float(lr0 * min(1, step / warmup_steps))
