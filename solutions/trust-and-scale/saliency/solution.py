import numpy as np


def saliency(grad_fn, x):
    return np.abs(grad_fn(x))


def integrated_gradients(grad_fn, x, baseline, steps):
    baseline = baseline.astype(x.dtype if x.dtype.kind == "f" else np.float64)
    way = x - baseline  # after the conversion: bytes would wrap
    total = sum(grad_fn(baseline + (k + 0.5) / steps * way) for k in range(steps))
    return way * total / steps
