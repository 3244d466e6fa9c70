import numpy as np


def train_classifier(x, labels, n_classes, seed):
    """Learns by heart, and later asks the five nearest samples: how one trains is free."""
    return {"x": x.astype(np.float64), "labels": labels.copy(), "n_classes": n_classes}


def predict(params, x):
    known, x = params["x"], x.astype(np.float64)
    distance = (x**2).sum(axis=1)[:, None] - 2 * x @ known.T + (known**2).sum(axis=1)
    nearest = params["labels"][np.argsort(distance, axis=1)[:, :5]]
    return np.array([np.bincount(votes, minlength=params["n_classes"]).argmax() for votes in nearest])
