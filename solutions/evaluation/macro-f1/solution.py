import numpy as np


def hits_and_occurrences(labels, predictions, n_classes):
    """TP of each class, and how often it is a label or a prediction: 2TP + FP + FN."""
    classes = np.arange(n_classes)[:, None]
    labelled, predicted = classes == labels, classes == predictions
    return np.sum(labelled & predicted, axis=1), np.sum(labelled, axis=1) + np.sum(predicted, axis=1)


def macro_f1(labels, predictions, n_classes):
    hits, occurrences = hits_and_occurrences(labels, predictions, n_classes)
    return np.mean(2 * hits / np.maximum(occurrences, 1))


def micro_f1(labels, predictions, n_classes):
    hits, occurrences = hits_and_occurrences(labels, predictions, n_classes)
    return 2 * np.sum(hits) / np.sum(occurrences)
