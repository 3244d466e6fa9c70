import math

import numpy as np


def reinforce_gradient(theta, states, actions, returns):
    (d, k), total = theta.shape, len(actions)
    gradient = [[0.0] * k for _ in range(d)]
    for s, a, g in zip(states.tolist(), actions.tolist(), returns.tolist()):
        logits = [sum(s[i] * float(theta[i, j]) for i in range(d)) for j in range(k)]
        top = max(logits)
        log_sum = top + math.log(sum(math.exp(z - top) for z in logits))
        for j in range(k):
            slope = (1.0 if j == a else 0.0) - math.exp(logits[j] - log_sum)
            for i in range(d):
                gradient[i][j] += g * s[i] * slope / total
    dtype = np.result_type(theta.dtype, states.dtype, returns.dtype)
    return np.array(gradient, dtype=dtype if dtype.kind == "f" else float)
