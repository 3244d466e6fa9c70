"""Learning rates that change with the step, through `keras.optimizers.schedules`.

Numbers go in as NumPy's float64, because Keras turns Python's into float32.
"""

from __future__ import annotations

import numpy as np
from keras.optimizers import schedules

from .tensors import Tensor


def exponential_decay(step: float, lr0: float, decay_steps: float, rate: float) -> Tensor:
    """lr0 · rate^(step / decay_steps), without stairs."""
    return schedules.ExponentialDecay(np.float64(lr0), decay_steps, np.float64(rate))(step)


def cosine_decay(step: float, lr0: float, decay_steps: float, alpha: float = 0.0) -> Tensor:
    """Half a cosine from lr0 down to alpha · lr0, which stays."""
    return schedules.CosineDecay(np.float64(lr0), decay_steps, alpha=np.float64(alpha))(step)


def warmup_linear(step: float, lr0: float, warmup_steps: float) -> Tensor:
    """A line from 0 to lr0, which stays: the warm-up of `CosineDecay`, with a cosine that does not fall."""
    schedule = schedules.CosineDecay(
        np.float64(0), 1, alpha=np.float64(1), warmup_target=np.float64(lr0), warmup_steps=warmup_steps
    )
    return schedule(step)
