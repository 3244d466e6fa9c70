import numpy as np


def macro_f1(labels, predictions, n_classes):
    """The mean of the F1 of all classes.

    labels       true classes from 0 to n_classes - 1, shape (n,), any integer dtype
    predictions  predicted classes, the same
    n_classes    number of classes, whether they occur or not

    Returns one number; a class that is in neither labels nor predictions has F1 = 0.0.
    """
    raise NotImplementedError


def micro_f1(labels, predictions, n_classes):
    """The F1 of the counts of all classes together.

    The arguments are those of macro_f1. Returns one number.
    """
    raise NotImplementedError
