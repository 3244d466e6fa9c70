import numpy as np


def one_hot(labels, n_classes):
    return (labels[:, None] == np.arange(n_classes)).astype(np.int32)


def confusion_matrix(labels, predictions, n_classes):
    return one_hot(labels, n_classes).T @ one_hot(predictions, n_classes)
