def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    """How many outputs a convolution or pooling layer has along one axis.

    size      length of the axis, in pixels
    kernel    length of the kernel along it, in weights
    stride    step from one window to the next
    padding   "valid": no padding, windows that do not fit are dropped
              "same": as many zeros as give ceil(size / stride) outputs
              an int: that many zeros on each side
    dilation  step from one pixel under the kernel to the next

    Returns the number of outputs.
    """
    raise NotImplementedError
