import numpy as np


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def sigmoid(x):
    return np.exp(-softplus(-x))


def negative_sampling_loss(centre, context, negatives):
    words = np.vstack([context, negatives])
    words = words if words.dtype.kind == "f" else words.astype(np.float64)
    logits = words @ centre
    logits[0] = -logits[0]  # the neighbour's term is that of a drawn word, with the sign turned
    slopes = sigmoid(logits)
    slopes[0] = -slopes[0]
    by_word = np.outer(slopes, centre)
    grads = {"centre": slopes @ words, "context": by_word[0], "negatives": by_word[1:]}
    return np.sum(softplus(logits)), grads
