import math

import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    n, d = x.shape
    dtype = np.float32 if x.dtype == np.float32 else np.float64
    y, new_mean, new_var = np.empty((n, d), dtype), np.empty(d, dtype), np.empty(d, dtype)
    for j in range(d):
        column = [float(v) for v in x[:, j]]
        mean, var = float(running_mean[j]), float(running_var[j])
        new_mean[j], new_var[j] = mean, var
        if training:
            batch_mean = math.fsum(column) / n
            batch_var = math.fsum((v - batch_mean) ** 2 for v in column) / n
            new_mean[j] = batch_mean + momentum * (mean - batch_mean)
            new_var[j] = batch_var + momentum * (var - batch_var)
            mean, var = batch_mean, batch_var
        for i, v in enumerate(column):
            y[i, j] = float(gamma[j]) * ((v - mean) / math.sqrt(var + eps)) + float(beta[j])
    return y, new_mean, new_var
