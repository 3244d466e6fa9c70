from functools import reduce

import numpy as np


def pool_axis(x, axis, size, step):
    x = np.moveaxis(x, axis, 0)
    last = len(x) - size + 1
    return np.moveaxis(reduce(np.maximum, [x[p : p + last : step] for p in range(size)]), 0, axis)


def max_pool(x, size=2, stride=None):
    sizes = [size] * 2 if isinstance(size, int) else list(size)
    steps = sizes if stride is None else [stride] * 2 if isinstance(stride, int) else list(stride)
    for axis in (1, 2):
        x = pool_axis(x, axis, sizes[axis - 1], steps[axis - 1])
    return x.copy()
