import numpy as np


def clip_by_global_norm(grads, max_norm):
    """Lays everything into one vector, shortens it, and cuts it up again."""
    dtypes = [g.dtype if g.dtype.kind == "f" else np.dtype(float) for g in grads]
    vector = np.concatenate([g.ravel() for g in grads]).astype(float)
    norm = np.linalg.norm(vector)
    if norm > max_norm:
        vector = vector * (max_norm / norm)
    ends = np.cumsum([g.size for g in grads])[:-1]
    return tuple(p.reshape(g.shape).astype(d) for p, g, d in zip(np.split(vector, ends), grads, dtypes)), norm
