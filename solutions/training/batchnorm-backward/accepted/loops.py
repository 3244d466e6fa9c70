import math

import numpy as np


def column_backward(dy, x, gamma, eps):
    n = len(x)
    mean = sum(x) / n
    root = math.sqrt(sum((v - mean) ** 2 for v in x) / n + eps)
    x_hat = [(v - mean) / root for v in x]
    dbeta = sum(dy)
    dgamma = sum(g * h for g, h in zip(dy, x_hat))
    return [gamma * (n * g - dbeta - h * dgamma) / (n * root) for g, h in zip(dy, x_hat)], dgamma, dbeta


def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dtype = x.dtype if x.dtype.kind == "f" else np.dtype(float)
    columns = [column_backward(g, v, s, eps) for g, v, s in zip(dy.T.tolist(), x.T.tolist(), gamma.tolist())]
    dx, dgamma, dbeta = zip(*columns)
    return np.array(dx, dtype).T, np.array(dgamma, dtype), np.array(dbeta, dtype)
