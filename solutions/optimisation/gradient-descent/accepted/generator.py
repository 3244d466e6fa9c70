import numpy as np


def visited(grad_fn, theta, lr, updates):
    """All parameters on the way, the first included."""
    yield theta
    for _ in range(updates):
        theta = np.subtract(theta, np.multiply(lr, grad_fn(theta)))
        yield theta


def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    losses = []
    for theta in visited(grad_fn, theta0.astype(np.result_type(theta0, 0.0)), lr, max_iters):
        losses.append(np.array(loss_fn(theta)))
        if not losses[-1] > tol:
            break
    return [theta, losses]
