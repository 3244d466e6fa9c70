import numpy as np


def with_ones(x):
    return np.column_stack([x / 16.0, np.ones(len(x))])


def train_classifier(x, labels, n_classes, seed):
    """Linear, all samples in every step, Nesterov's momentum: no randomness at all."""
    inputs, targets = with_ones(x), np.eye(n_classes)[labels]
    W = ahead = np.zeros((inputs.shape[1], n_classes))
    for step in range(400):
        logits = inputs @ ahead
        p = np.exp(logits - logits.max(1)[:, None])
        p /= p.sum(1)[:, None]
        before, W = W, ahead - 0.3 * inputs.T @ (p - targets) / len(x)
        ahead = W + step / (step + 3) * (W - before)
    return [W]


def predict(params, x):
    return np.argmax(with_ones(x) @ params[0], axis=-1).astype(np.int32)
