import numpy as np


def with_ones(a):
    return np.concatenate([a, np.ones((len(a), 1), a.dtype)], axis=1)


def classifier_gradients(x, labels, params):
    """Biases as a last row of the weights, one gradient per sample, averaged at the very end."""
    first, second = np.vstack([params["W1"], params["b1"]]), np.vstack([params["W2"], params["b2"]])
    if np.result_type(x, first, second).kind != "f":
        x = x.astype(np.float64)
    inputs = with_ones(x)
    pre = inputs @ first
    hidden = with_ones(np.where(pre > 0, pre, 0).astype(pre.dtype))
    logits = hidden @ second
    log_p = logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)
    onehot = (labels[:, None] == np.arange(logits.shape[-1])).astype(logits.dtype)

    residual = np.exp(log_p) - onehot
    through = np.einsum("nk,hk,nh->nh", residual, second[:-1], (pre > 0).astype(pre.dtype))
    g1 = np.einsum("nd,nh->ndh", inputs, through).mean(axis=0)
    g2 = np.einsum("nh,nk->nhk", hidden, residual).mean(axis=0)
    loss = float(-(onehot * log_p).sum() / len(x))
    return loss, {"W1": g1[:-1], "b1": g1[-1], "W2": g2[:-1], "b2": g2[-1]}
