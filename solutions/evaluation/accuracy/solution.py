import numpy as np


def accuracy(labels, scores):
    predictions = np.argmax(scores, axis=1) if scores.ndim == 2 else scores
    return np.mean(predictions == labels)
