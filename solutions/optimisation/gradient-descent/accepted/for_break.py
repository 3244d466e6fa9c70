import numpy as np


def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta = np.array(theta0, dtype=theta0.dtype if theta0.dtype.kind == "f" else np.float64)
    losses = np.zeros(max_iters + 1)
    losses[0] = loss_fn(theta)
    for k in range(max_iters):
        if losses[k] <= tol:
            return theta, losses[: k + 1]
        theta -= lr * grad_fn(theta)
        losses[k + 1] = loss_fn(theta)
    return theta, losses
