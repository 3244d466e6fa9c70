import numpy as np


def confusion_matrix(labels, predictions, n_classes):
    """Counts in floats, NumPy's default."""
    counts = np.zeros((n_classes, n_classes))
    for label, prediction in zip(labels, predictions):
        counts[label, prediction] += 1
    return counts
