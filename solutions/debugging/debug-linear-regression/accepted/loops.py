def train(x, y, learning_rate, steps):
    """Sample by sample, in Python's own numbers."""
    samples = [(float(a[0]), float(t[0])) for a, t in zip(x, y)]
    w = b = 0.0
    losses = []
    for _ in range(steps):
        loss = dw = db = 0.0
        for a, t in samples:
            e = w * a + b - t
            loss += e * e / len(samples)
            dw += 2 * e * a / len(samples)
            db += 2 * e / len(samples)
        losses.append(loss)
        w -= learning_rate * dw
        b -= learning_rate * db
    return [w, b, losses]
