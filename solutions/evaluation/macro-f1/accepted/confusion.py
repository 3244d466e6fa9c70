import numpy as np


def confusion(labels, predictions, n_classes):
    codes = labels.astype(int) * n_classes + predictions
    return np.bincount(codes, minlength=n_classes**2).reshape(n_classes, n_classes)


def macro_f1(labels, predictions, n_classes):
    table = confusion(labels, predictions, n_classes)
    tp, fp, fn = np.diag(table), table.sum(0) - np.diag(table), table.sum(1) - np.diag(table)
    below = 2 * tp + fp + fn
    return float(np.divide(2 * tp, below, out=np.zeros(n_classes), where=below > 0).sum() / n_classes)


def micro_f1(labels, predictions, n_classes):
    table = confusion(labels, predictions, n_classes)
    return np.trace(table) / table.sum()
