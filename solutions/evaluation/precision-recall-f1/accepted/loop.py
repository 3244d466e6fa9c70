def precision_recall_f1(labels, predictions):
    tp = fp = fn = 0
    for truth, guess in zip(labels.tolist(), predictions.tolist()):
        if guess and truth:
            tp += 1
        elif guess:
            fp += 1
        elif truth:
            fn += 1
    if tp == 0:
        return [0, 0, 0]
    p, r = tp / (tp + fp), tp / (tp + fn)
    return [p, r, 2 / (1 / p + 1 / r)]
