def roc_auc(labels, scores):
    labels, scores = labels.tolist(), scores.tolist()
    points, pairs = 0.0, 0
    for y, s in zip(labels, scores):
        for z, t in zip(labels, scores):
            if y == 1 and z == 0:
                pairs += 1
                points += 1 if s > t else 0.5 if s == t else 0
    return points / pairs
