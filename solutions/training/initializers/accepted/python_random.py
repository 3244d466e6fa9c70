import random

import numpy as np


def glorot_uniform(shape, seed):
    source, rows, columns = random.Random(seed), *shape
    limit = (6 / (rows + columns)) ** 0.5
    return np.array([[source.uniform(-limit, limit) for _ in range(columns)] for _ in range(rows)])


def he_normal(shape, seed):
    source, rows, columns = random.Random(seed), *shape
    return np.array([[source.gauss(0.0, (2 / rows) ** 0.5) for _ in range(columns)] for _ in range(rows)])
