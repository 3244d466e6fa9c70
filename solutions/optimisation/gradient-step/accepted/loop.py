import numpy as np


def gradient_step(theta, grad, lr):
    new = np.array(theta, dtype=theta.dtype if theta.dtype.kind == "f" else float)
    for index in np.ndindex(new.shape):
        new[index] = new[index] - lr * grad[index]
    return new
