from keras import ops


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    x, kernel, bias = (floating(a) for a in (x, kernel, bias))
    return ops.conv(x, kernel, strides=stride, padding=padding) + bias


def floating(a):
    a = ops.convert_to_tensor(a)
    return a if "float" in str(a.dtype) else ops.cast(a, "float64")
