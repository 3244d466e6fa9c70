import numpy as np


def precision_recall_f1(labels, predictions):
    hits = np.sum((labels == 1) & (predictions == 1))
    predicted = np.sum(predictions == 1)
    actual = np.sum(labels == 1)
    # where a denominator is 0 there are no hits either, so that 0/1 is the 0.0 that is asked for
    return hits / max(predicted, 1), hits / max(actual, 1), 2 * hits / max(predicted + actual, 1)
