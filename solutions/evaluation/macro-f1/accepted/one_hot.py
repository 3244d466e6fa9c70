import numpy as np


def counts(labels, predictions, n_classes):
    y, z = np.eye(n_classes)[labels], np.eye(n_classes)[predictions]
    return np.einsum("nk,nk->k", y, z), ((1 - y) * z).sum(axis=0), (y * (1 - z)).sum(axis=0)


def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = counts(labels, predictions, n_classes)
    return np.asarray(np.average(np.where(tp > 0, tp, 0) / np.where(tp > 0, tp + (fp + fn) / 2, 1)))


def micro_f1(labels, predictions, n_classes):
    tp, fp, fn = (count.sum() for count in counts(labels, predictions, n_classes))
    return tp / (tp + (fp + fn) / 2)
