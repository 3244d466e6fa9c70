import math

import numpy as np


def one_group(scores):
    largest = max(scores)
    e = [math.exp(s - largest) for s in scores]
    total = sum(e)
    return [v / total for v in e]


def softmax(z, axis=-1):
    result = np.empty(z.shape, dtype=z.dtype if np.issubdtype(z.dtype, np.floating) else float)
    groups, answers = np.moveaxis(z, axis, -1), np.moveaxis(result, axis, -1)
    for index in np.ndindex(groups.shape[:-1]):
        answers[index] = one_group(groups[index].tolist())
    return result
