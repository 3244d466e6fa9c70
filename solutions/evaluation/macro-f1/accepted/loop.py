def macro_f1(labels, predictions, n_classes):
    pairs = list(zip(labels.tolist(), predictions.tolist()))
    total = 0.0
    for k in range(n_classes):
        tp = sum(1 for truth, guess in pairs if truth == guess == k)
        if tp:
            precision = tp / sum(1 for _, guess in pairs if guess == k)
            recall = tp / sum(1 for truth, _ in pairs if truth == k)
            total += 2 * precision * recall / (precision + recall)
    return total / n_classes


def micro_f1(labels, predictions, n_classes):
    right = sum(1 for truth, guess in zip(labels.tolist(), predictions.tolist()) if truth == guess)
    return right / len(labels)
