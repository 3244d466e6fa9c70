import numpy as np


def saliency(grad_fn, x):
    g = np.asarray(grad_fn(np.array(x)))
    return np.array([abs(value) for value in g.flat], dtype=g.dtype).reshape(x.shape)


def integrated_gradients(grad_fn, x, baseline, steps):
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    start, end = baseline.astype(np.float64), x.astype(np.float64)
    result = np.zeros(x.shape)
    for k in range(steps, 0, -1):
        place = start + (end - start) * (k - 0.5) / steps
        result += np.asarray(grad_fn(place), dtype=np.float64) * (end - start) / steps
    return result.astype(dtype)
