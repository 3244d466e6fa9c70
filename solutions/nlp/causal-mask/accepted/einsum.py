import numpy as np


def causal_mask(length):
    places = np.arange(length)
    return places[:, np.newaxis] >= places


def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    kept = x.dtype if np.issubdtype(x.dtype, np.floating) else np.dtype(np.float64)
    d = x.shape[-1]
    by_head = (d, n_heads, d // n_heads)
    x, Wq, Wk, Wv, Wo = (a.astype(kept) for a in (x, Wq, Wk, Wv, Wo))
    q, k, v = (np.einsum("ntd,dhw->nthw", x, W.reshape(by_head)) for W in (Wq, Wk, Wv))
    scores = np.einsum("nihw,njhw->nijh", q, k) * kept.type(n_heads / d) ** kept.type(0.5)
    if causal:
        scores += np.where(causal_mask(x.shape[1]), 0, -1e9).astype(kept)[:, :, np.newaxis]
    scores -= scores.max(axis=2, keepdims=True)
    weights = np.exp(scores)
    heads = np.einsum("nijh,njhw->nihw", weights, v) / weights.sum(axis=2)[..., np.newaxis]
    return np.einsum("nihw,hwe->nie", heads, Wo.reshape(n_heads, d // n_heads, d))
