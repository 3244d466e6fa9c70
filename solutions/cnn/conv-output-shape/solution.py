import math


def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return math.ceil(size / stride)
    zeros = 0 if padding == "valid" else padding
    span = (kernel - 1) * dilation + 1
    return (size + 2 * zeros - span) // stride + 1
