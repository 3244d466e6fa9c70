import numpy as np


def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    dtype = per_example_grads.dtype
    grads = per_example_grads.astype(dtype if dtype.kind == "f" else np.float64)
    n = len(grads)
    norms = np.sqrt(np.sum(grads.reshape(n, -1) ** 2, axis=1))
    factors = clip / np.maximum(norms, clip)  # min(1, clip / norm), also where the norm is 0
    return (np.tensordot(factors, grads, axes=1) + noise_multiplier * clip * noise) / n
