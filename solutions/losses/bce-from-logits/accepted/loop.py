import math


def softplus(z):
    return z + math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z))


def bce_from_logits(y, z):
    losses = [softplus(-v if label else v) for label, v in zip(y.ravel().tolist(), z.ravel().tolist())]
    return math.fsum(losses) / len(losses)
