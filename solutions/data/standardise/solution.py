import numpy as np


def standardise(train, test):
    dtype = train.dtype if train.dtype.kind == "f" else np.float64
    train, test = train.astype(dtype), test.astype(dtype)
    mean, std = train.mean(axis=0), train.std(axis=0)
    varies = train.max(axis=0) > train.min(axis=0)
    train, test = (np.divide(x - mean, std, out=np.zeros_like(x), where=varies) for x in (train, test))
    return train, test
