import numpy as np


def precision_recall_f1(labels, predictions):
    y, z = np.asarray(labels, dtype=np.float64), np.asarray(predictions, dtype=np.float64)
    tp = y @ z
    fp, fn = (1 - y) @ z, y @ (1 - z)
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return float(precision), float(recall), float(f1)
