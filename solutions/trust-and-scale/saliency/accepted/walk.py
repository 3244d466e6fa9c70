import numpy as np


def saliency(grad_fn, x):
    return np.sqrt(np.square(grad_fn(x)))


def integrated_gradients(grad_fn, x, baseline, steps):
    """Walks from the middle of one piece to the middle of the next."""
    kind = np.promote_types(x.dtype, baseline.dtype)
    kind = kind if np.issubdtype(kind, np.floating) else np.dtype(float)
    piece = np.subtract(x, baseline, dtype=kind) / kind.type(steps)
    point = baseline + piece / 2
    attribution = np.zeros(x.shape, kind)
    for _ in range(steps):
        attribution += piece * grad_fn(point)
        point = point + piece
    return attribution
