from keras import ops


def avg_pool(x, size=2, stride=None):
    x = ops.convert_to_tensor(x)
    x = x if "float" in str(x.dtype) else ops.cast(x, "float64")
    return ops.average_pool(x, size, strides=stride, padding="valid", data_format="channels_last")
