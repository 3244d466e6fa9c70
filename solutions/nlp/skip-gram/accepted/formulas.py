import numpy as np


def log_sigmoid(x):
    return -np.logaddexp(0, -x)


def negative_sampling_loss(centre, context, negatives):
    """Term by term as the statement has it."""
    if centre.dtype.kind != "f":
        centre, context, negatives = (a.astype(float) for a in (centre, context, negatives))
    dtype = centre.dtype
    positive, negative = context.dot(centre), negatives.dot(centre)
    loss = -log_sigmoid(positive) - log_sigmoid(-negative).sum()
    a = (np.exp(log_sigmoid(positive)) - 1).astype(dtype)
    b = np.exp(log_sigmoid(negative)).astype(dtype)
    grads = {
        "negatives": b[:, None] * centre[None, :],
        "context": a * centre,
        "centre": a * context + (b[:, None] * negatives).sum(axis=0),
    }
    return float(loss), grads
