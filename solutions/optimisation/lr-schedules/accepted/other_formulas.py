import numpy as np


def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * np.exp(np.log(rate) * step / decay_steps)


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    """cos²(x/2) = (1 + cos x) / 2."""
    end = alpha * lr0
    if step >= decay_steps:
        return end
    return end + (lr0 - end) * np.cos(np.pi * step / decay_steps / 2) ** 2


def warmup_linear(step, lr0, warmup_steps):
    return np.interp(step, [0, warmup_steps], [0, lr0])
