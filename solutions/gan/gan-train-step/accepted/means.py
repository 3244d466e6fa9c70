import numpy as np


def softplus_slope(t):
    """Derivative of log(1 + exp(t)), from exponentials of negative numbers."""
    small = np.exp(-abs(t))
    return np.where(t < 0, small, 1) / (small + 1)


def gan_step(params, real, z, lr):
    a, c, w, b = np.array([params["a"], params["c"], params["w"], params["b"]], dtype=float)
    design = np.stack([z, np.ones(len(z))])
    fake = np.array([a, c]) @ design
    missed, fooled = softplus_slope(-w * real - b), softplus_slope(w * fake + b)
    b_new = b + lr * (np.mean(missed) - np.mean(fooled))
    w_new = w + lr * (np.mean(missed * real) - np.mean(fooled * fake))
    caught = softplus_slope(-w_new * fake - b_new)
    a, c = np.array([a, c]) + lr * w_new * (design @ caught) / len(z)
    return {"w": w_new, "b": b_new, "a": a, "c": c}
