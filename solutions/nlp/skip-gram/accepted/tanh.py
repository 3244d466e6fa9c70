import numpy as np


def negative_sampling_loss(centre, context, negatives):
    """The sigmoid as a tanh, the logarithms as a product with labels."""
    dtype = np.result_type(centre, context, negatives)
    dtype = dtype if np.issubdtype(dtype, np.floating) else np.dtype(float)
    v, u, n = (np.array(a, dtype=dtype) for a in (centre, context, negatives))
    logits = np.concatenate(([np.sum(u * v)], np.einsum("kd,d->k", n, v)))
    labels = np.zeros_like(logits)
    labels[0] = 1
    against = np.where(labels == 1, -logits, logits)
    loss = (np.abs(logits) / 2 + against / 2 + np.log1p(np.exp(-np.abs(logits)))).sum()
    slopes = (np.tanh(logits / 2) + 1) / 2 - labels
    d_v = slopes[0] * u + np.einsum("k,kd->d", slopes[1:], n)
    return np.array(loss), {"centre": d_v, "context": slopes[0] * v, "negatives": slopes[1:, None] * v}
