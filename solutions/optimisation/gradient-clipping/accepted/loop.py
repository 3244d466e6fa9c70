import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = 0.0
    for grad in grads:
        for value in grad.flat:
            total += float(value) ** 2
    norm = math.sqrt(total)
    if norm <= max_norm:
        return grads, norm
    clipped = []
    for grad in grads:
        dtype = grad.dtype if grad.dtype.kind == "f" else np.float64
        clipped.append((grad / norm * max_norm).astype(dtype))
    return clipped, norm
