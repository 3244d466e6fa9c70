import numpy as np


def softmax(z, axis=-1):
    out = np.swapaxes(np.array(z, dtype=None if z.dtype.kind == "f" else float), axis, 0)
    out = out - np.amax(out, axis=0)
    np.exp(out, out=out)
    out /= np.add.reduce(out, axis=0)
    return out.swapaxes(0, axis)
