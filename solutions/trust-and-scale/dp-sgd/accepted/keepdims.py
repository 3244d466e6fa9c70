import numpy as np


def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    g = per_example_grads * 1.0
    axes = tuple(range(1, g.ndim))
    norm = np.sqrt((g * g).sum(axis=axes, keepdims=True))
    with np.errstate(divide="ignore"):
        clipped = g * np.minimum(1, clip / norm)
    return clipped.mean(axis=0) + noise_multiplier * clip / len(g) * noise
