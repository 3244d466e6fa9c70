import math


def neuron(x, w, b):
    z = float(b)
    for signal, weight in zip(x, w):
        z += float(weight) * float(signal)
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))
