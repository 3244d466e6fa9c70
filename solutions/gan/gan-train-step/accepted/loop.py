import math


def sigma(t):
    return 1 / (1 + math.exp(-t)) if t > 0 else math.exp(t) / (math.exp(t) + 1)


def gan_step(params, real, z, lr):
    new = {name: float(value) for name, value in params.items()}
    dw = db = 0.0
    for x in real.tolist():
        error = sigma(new["w"] * x + new["b"]) - 1
        dw += error * x / len(real)
        db += error / len(real)
    samples = [new["a"] * noise + new["c"] for noise in z.tolist()]
    for x in samples:
        error = sigma(new["w"] * x + new["b"])
        dw += error * x / len(samples)
        db += error / len(samples)
    new["w"] -= lr * dw
    new["b"] -= lr * db
    for noise, x in zip(z.tolist(), samples):
        pull = lr * (1 - sigma(new["w"] * x + new["b"])) * new["w"] / len(samples)
        new["a"] += pull * noise
        new["c"] += pull
    return new
