import math

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def split(x, n_heads):
    """(n, T, d) becomes (n, heads, T, d / heads)."""
    n, length, d = x.shape
    return x.reshape(n, length, n_heads, d // n_heads).transpose(0, 2, 1, 3)


def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    x = x if x.dtype.kind == "f" else x.astype(np.float64)
    q, k, v = (split(x @ W, n_heads) for W in (Wq, Wk, Wv))
    scores = np.einsum("nhid,nhjd->nhij", q, k) / math.sqrt(q.shape[-1])
    if causal:
        scores = np.where(causal_mask(x.shape[1]), scores, -np.inf)
    heads = softmax(scores) @ v
    return heads.transpose(0, 2, 1, 3).reshape(x.shape) @ Wo
