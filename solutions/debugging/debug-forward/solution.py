import numpy as np


def forward(x, W, b):
    if x.dtype.kind != "f":
        x = x.astype(np.float64)
    return x @ W + b
