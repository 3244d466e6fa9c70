from keras import ops


def max_pool(x, size=2, stride=None):
    x = ops.convert_to_tensor(x)  # of NumPy's integers `ops.max_pool` makes float32
    return ops.max_pool(x, size, strides=stride, padding="valid", data_format="channels_last")
