def roc_auc(labels, scores):
    a, b = scores[labels == 1][:, None], scores[labels == 0][None, :]
    return float(((a > b) + 0.5 * (a == b)).mean())
