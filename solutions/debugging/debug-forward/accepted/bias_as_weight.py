import numpy as np


def forward(x, W, b):
    """The bias is the weight of a further feature that is always 1."""
    dtype = np.result_type(x, W, b)
    dtype = dtype if dtype.kind == "f" else np.float64
    ones = np.ones((len(x), 1), dtype)
    return np.einsum("nd,dm->nm", np.hstack([x, ones]).astype(dtype), np.vstack([W, b]).astype(dtype))
