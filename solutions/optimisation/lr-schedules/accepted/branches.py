import numpy as np


def progress(step, steps):
    return np.clip(np.array(step) / steps, 0, 1)


def exponential_decay(step, lr0, decay_steps, rate):
    each = rate ** (1 / decay_steps)
    return np.array(lr0 * each**step)


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    top, bottom = lr0, lr0 * alpha
    middle, half = (top + bottom) / 2, (top - bottom) / 2
    return middle + half * np.cos(progress(step, decay_steps) * np.pi)


def warmup_linear(step, lr0, warmup_steps):
    if step < warmup_steps:
        return step * lr0 / warmup_steps
    return lr0
