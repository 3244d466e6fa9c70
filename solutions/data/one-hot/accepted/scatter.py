import numpy as np


def one_hot(labels, n_classes):
    encoded = np.zeros((len(labels), n_classes))
    encoded[np.arange(len(labels)), labels] = 1
    return encoded
