import math

import numpy as np


def standardise(train, test):
    dtype = train.dtype if train.dtype.kind == "f" else np.float64
    results = np.zeros(train.shape, dtype), np.zeros(test.shape, dtype)
    for j in range(train.shape[1]):
        column = [float(v) for v in train[:, j]]
        if all(v == column[0] for v in column):
            continue
        mean = sum(column) / len(column)
        std = math.sqrt(sum((v - mean) ** 2 for v in column) / len(column))
        for data, result in zip((train, test), results):
            for i, v in enumerate(data[:, j]):
                result[i, j] = (float(v) - mean) / std
    return results
