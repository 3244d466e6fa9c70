import numpy as np


class Dense:
    def __init__(self, W, b, activation):
        self.W, self.b, self.activation = W, b, activation

    def __call__(self, x):
        if np.issubdtype(x.dtype, np.integer):
            x = x.astype(np.float64)
        return self.activation(np.dot(x, self.W) + self.b)


def relu(z):
    return np.where(z > 0, z, np.zeros_like(z))


def softmax(z):
    e = np.exp(z.T - z.max(axis=1))
    return (e / e.sum(axis=0)).T


def mlp_forward(x, weights, biases):
    activations = [relu] * (len(weights) - 1) + [softmax]
    for layer in map(Dense, weights, biases, activations):
        x = layer(x)
    return x
