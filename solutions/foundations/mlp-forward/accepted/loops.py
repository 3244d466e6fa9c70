import math

import numpy as np


def layer(inputs, W, b):
    return [float(b[j]) + sum(v * float(W[i, j]) for i, v in enumerate(inputs)) for j in range(len(b))]


def probabilities(scores):
    largest = max(scores)
    e = [math.exp(s - largest) for s in scores]
    return [v / sum(e) for v in e]


def mlp_forward(x, weights, biases):
    rows = []
    for sample in x:
        values = [float(v) for v in sample]
        for number, (W, b) in enumerate(zip(weights, biases)):
            if number > 0:
                values = [v if v > 0 else 0.0 for v in values]
            values = layer(values, W, b)
        rows.append(probabilities(values))
    dtype = np.result_type(x, *weights, *biases)
    return np.array(rows, dtype=dtype if np.issubdtype(dtype, np.floating) else float)
