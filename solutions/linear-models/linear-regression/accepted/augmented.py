import numpy as np


def fit_linear(x, y, lr, steps):
    """The bias as the weight of an input that is always 1; the products are computed once."""
    dtype = x.dtype if x.dtype.kind == "f" else np.dtype(float)
    rows = np.column_stack([x, np.ones(x.shape[0])])
    gram, moment = rows.T @ rows, rows.T @ np.asarray(y, float)
    theta = np.zeros(rows.shape[1])
    for _ in range(steps):
        theta -= 2 * lr / len(y) * (gram @ theta - moment)
    return theta[:-1].astype(dtype), theta[-1]
