import math

import numpy as np


def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    total = np.zeros(noise.shape)
    for grad in per_example_grads:
        norm = math.sqrt(sum(float(value) ** 2 for value in grad.flat))
        total = total + (grad * (clip / norm) if norm > clip else grad)
    dtype = per_example_grads.dtype if per_example_grads.dtype.kind == "f" else np.float64
    return ((total + noise * noise_multiplier * clip) / len(per_example_grads)).astype(dtype)
