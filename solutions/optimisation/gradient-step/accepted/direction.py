import numpy as np


def gradient_step(theta, grad, lr):
    downhill = np.multiply(grad, -lr)
    return np.add(theta, downhill)
