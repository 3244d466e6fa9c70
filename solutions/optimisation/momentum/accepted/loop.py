import numpy as np


def momentum_step(theta, velocity, grad, lr, beta=0.9):
    dtype = theta.dtype if theta.dtype.kind == "f" else np.float64
    new_theta, new_velocity = np.zeros(theta.shape, dtype), np.zeros(theta.shape, dtype)
    for i in np.ndindex(theta.shape):
        new_velocity[i] = beta * float(velocity[i]) - lr * float(grad[i])
        new_theta[i] = float(theta[i]) + new_velocity[i]
    return [new_theta, new_velocity]
