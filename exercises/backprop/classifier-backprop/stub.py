import numpy as np


def classifier_gradients(x, labels, params):
    """Loss of a classifier with one hidden layer, and its gradients.

    x       inputs, (n, d)
    labels  the right classes, (n,), integers from 0 to k - 1
    params  dict: "W1" (d, h), "b1" (h,), "W2" (h, k), "b2" (k,)

    The hidden layer is a ReLU (its slope is 0 at 0), the output a softmax over the k logits, and the
    loss is the cross-entropy, averaged over the batch.

    Returns (loss, grads): a number, and a dict with the keys of params, each the gradient of the
    loss with the shape of that parameter.
    """
    raise NotImplementedError
