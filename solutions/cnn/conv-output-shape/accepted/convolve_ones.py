import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return -(-size // stride)
    image = np.ones(size)
    if padding != "valid":
        image = np.pad(image, padding)
    weights = np.zeros((kernel - 1) * dilation + 1)
    weights[::dilation] = 1.0
    return np.convolve(image, weights, mode="valid")[::stride].shape[0]
