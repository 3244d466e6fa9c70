import numpy as np


def batchnorm_backward(dy, x, gamma, eps=1e-3):
    """The whole Jacobian of each feature, then one product."""
    n = x.shape[0]
    kind = float if not np.issubdtype(x.dtype, np.floating) else x.dtype
    spread = np.sqrt(np.var(x, axis=0, dtype=kind) + eps)
    x_hat = (x - np.mean(x, axis=0, dtype=kind)) / spread
    jacobian = np.eye(n, dtype=kind) - np.einsum("id,jd->dij", x_hat, x_hat) / n - np.asarray(1 / n, kind)
    dx = np.einsum("dij,jd->id", jacobian, dy * (gamma / spread))
    return dx, np.einsum("nd,nd->d", dy, x_hat), np.ones(n, kind) @ dy
