import numpy as np

HIDDEN, EPOCHS, BATCH, RATE, MOMENTUM = 64, 12, 32, 0.05, 0.9


def he_normal(rng, fan_in, fan_out):
    """Small random weights, so that the hidden units differ from one another."""
    return rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / fan_in)


def initial(rng, d, n_classes):
    W1, W2 = he_normal(rng, d, HIDDEN), he_normal(rng, HIDDEN, n_classes)
    return {"W1": W1, "b1": np.zeros(HIDDEN), "W2": W2, "b2": np.zeros(n_classes)}


def scaling(x):
    """Mean and spread of each feature; a feature that never changes keeps its size."""
    spread = x.std(axis=0)
    return {"mean": x.mean(axis=0), "spread": np.where(spread > 0, spread, 1.0)}


def scaled(params, x):
    return (x - params["mean"]) / params["spread"]


def forward(params, x):
    hidden = np.maximum(x @ params["W1"] + params["b1"], 0)
    return hidden, hidden @ params["W2"] + params["b2"]


def softmax(logits):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradients(params, x, labels):
    hidden, logits = forward(params, x)
    d_logits = softmax(logits)
    d_logits[np.arange(len(x)), labels] -= 1
    d_logits /= len(x)
    d_hidden = (d_logits @ params["W2"].T) * (hidden > 0)
    db1, db2 = d_hidden.sum(axis=0), d_logits.sum(axis=0)
    return {"W1": x.T @ d_hidden, "b1": db1, "W2": hidden.T @ d_logits, "b2": db2}


def train_classifier(x, labels, n_classes, seed):
    rng = np.random.default_rng(seed)
    fixed = scaling(x)
    x = scaled(fixed, x)
    params = initial(rng, x.shape[1], n_classes)
    velocity = {name: np.zeros_like(value) for name, value in params.items()}
    for _ in range(EPOCHS):
        order = rng.permutation(len(x))
        for start in range(0, len(x), BATCH):
            batch = order[start : start + BATCH]
            for name, gradient in gradients(params, x[batch], labels[batch]).items():
                velocity[name] = MOMENTUM * velocity[name] - RATE * gradient
                params[name] = params[name] + velocity[name]
    return params | fixed


def predict(params, x):
    return forward(params, scaled(params, x))[1].argmax(axis=1)
