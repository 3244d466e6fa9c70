import numpy as np


def momentum_step(theta, velocity, grad, lr, beta=0.9):
    """The velocity loses the part 1 - beta to friction and takes up the downhill step."""
    downhill = np.negative(np.multiply(lr, grad))
    kept = velocity - (1.0 - beta) * velocity
    return theta + kept + downhill, kept + downhill
