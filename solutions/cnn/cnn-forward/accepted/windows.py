import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def stage(x, kernel, bias):
    """Convolution, pool, ReLU: the ReLU may as well come after the maximum."""
    seen = sliding_window_view(x, kernel.shape[:2], axis=(1, 2))
    y = np.einsum("bijcpq,pqcf->bijf", seen, kernel, optimize=True) + bias
    pooled = sliding_window_view(y, (2, 2), axis=(1, 2))[:, ::2, ::2].max(axis=(-2, -1))
    return pooled.clip(min=0)


def cnn_forward(x, params):
    if np.result_type(x, *params.values()).kind != "f":
        x = x.astype(float)
    for layer in "12":
        x = stage(x, params["K" + layer], params["b" + layer])
    z = np.einsum("bhwf,hwfm->bm", x, params["W1"].reshape(*x.shape[1:], -1)) + params["c1"]
    z = z * (z > 0) @ params["W2"] + params["c2"]
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))
