import numpy as np


def negative_sampling_loss(centre, context, negatives):
    """The loss of a word and its neighbour against k words drawn at random, and its gradients.

    centre     vector of the word in the middle, (d,)
    context    vector of its neighbour, (d,)
    negatives  vectors of the drawn words, (k, d)

    Returns (loss, grads): one number, and a dict with the keys "centre", "context", "negatives", each of the shape of
    that argument.
    """
    raise NotImplementedError
