import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax_cross_entropy_grad(labels, logits):
    n = len(labels)
    gradient = softmax(logits)
    gradient[np.arange(n), labels] -= 1
    return gradient / n
