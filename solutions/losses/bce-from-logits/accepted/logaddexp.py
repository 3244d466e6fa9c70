import numpy as np


def bce_from_logits(y, z):
    """Labels as signs: the loss of an element is softplus of its logit, turned against the truth."""
    against = z * (1.0 - 2.0 * y)
    return float(np.logaddexp(against, 0.0).mean())
