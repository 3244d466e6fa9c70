import numpy as np


def floats(x):
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def saliency(grad_fn, x):
    gradient = grad_fn(floats(x))
    return np.where(gradient < 0, -gradient, gradient)


def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floats(x), floats(baseline)
    times = (2 * np.arange(1, steps + 1) - 1) / (2 * steps)
    points = [(1 - t) * baseline + t * x for t in times.tolist()]
    mean = np.mean([grad_fn(point) for point in points], axis=0)
    return (mean * (x - baseline)).astype(x.dtype)
