import numpy as np


def with_ones(a):
    return np.concatenate([a, np.ones((len(a), 1), a.dtype)], axis=1)


def logistic(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def mlp_backprop(x, y, W1, b1, W2, b2):
    """Biases as a last row of the weights, one gradient per sample, averaged at the very end."""
    first, second = np.vstack([W1, b1]), np.vstack([W2, b2])
    if np.issubdtype(np.asarray(x).dtype, np.integer):
        x = np.asarray(x, float)
    inputs = with_ones(x)
    hidden = with_ones(logistic(inputs @ first))
    residual = hidden @ second - y

    slope = hidden[:, :-1] - hidden[:, :-1] ** 2
    through = np.einsum("nk,hk,nh->nh", residual, second[:-1], slope)
    per_sample_1 = np.einsum("nd,nh->ndh", inputs, through)
    per_sample_2 = np.einsum("nh,nk->nhk", hidden, residual)
    g1 = 2 * np.mean(per_sample_1, axis=0) / residual.shape[1]
    g2 = 2 * np.mean(per_sample_2, axis=0) / residual.shape[1]
    loss = np.linalg.norm(residual) ** 2 / residual.size
    return loss, {"W1": g1[:-1], "b1": g1[-1], "W2": g2[:-1], "b2": g2[-1]}
