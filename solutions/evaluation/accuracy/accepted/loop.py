def accuracy(labels, scores):
    hits = 0
    for label, score in zip(labels.tolist(), scores.tolist()):
        prediction = score.index(max(score)) if isinstance(score, list) else score
        hits += prediction == label
    return hits / len(labels)
