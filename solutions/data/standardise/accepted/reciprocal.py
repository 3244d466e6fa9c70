import numpy as np


def standardise(train, test):
    """Multiplies by 1 / std, which is made 0 where the column is constant."""
    dtype = np.result_type(train, np.float64) if train.dtype.kind != "f" else train.dtype
    spread = np.asarray(train, dtype=np.float64).std(axis=0)
    constant = (train == train[0]).all(axis=0)
    with np.errstate(divide="ignore"):
        factor = np.where(constant, 0.0, 1 / spread)
    mean = np.asarray(train, dtype=np.float64).mean(axis=0)
    return tuple(((x - mean) * factor).astype(dtype) for x in (train, test))
