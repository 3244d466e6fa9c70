import numpy as np


def attention(q, k, v, mask=None):
    kept = np.result_type(q, k, v)
    if not np.issubdtype(kept, np.floating):
        kept = np.float64
    scale = q.shape[-1] ** -0.25
    scores = np.einsum("...qd,...kd->...qk", np.multiply(q, scale, dtype=kept), np.multiply(k, scale, dtype=kept))
    if mask is not None:
        scores = scores + np.log(np.finfo(kept).tiny) * 1e6 * ~np.broadcast_to(mask, scores.shape)
    log_weights = scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    weights = np.exp(log_weights).astype(kept)
    return np.einsum("...qk,...ke->...qe", weights, v.astype(kept)), weights
