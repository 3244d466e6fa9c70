import numpy as np


def residuals(y, y_hat):
    if np.issubdtype(y.dtype, np.integer):
        y = y.astype(np.float64)
    return np.subtract(y, y_hat)


def mse_grad(y, y_hat):
    """The chain rule as it stands: outer derivative 2r/N, inner derivative -1."""
    r = residuals(y, y_hat)
    return np.full_like(r, -1) * 2 * r / r.size
