import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return np.ceil(size / stride)
    p = {"valid": 0}.get(padding, padding)
    return np.floor((size + 2 * p - dilation * (kernel - 1) - 1) / stride + 1)
