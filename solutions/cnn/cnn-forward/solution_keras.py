import numpy as np
from keras import ops


def cnn_forward(x, params):
    dtype = np.result_type(x, *params.values())
    dtype = dtype.name if dtype.kind == "f" else "float64"
    x, params = ops.cast(x, dtype), {name: ops.cast(p, dtype) for name, p in params.items()}
    for kernel, bias in (("K1", "b1"), ("K2", "b2")):
        x = ops.conv(x, params[kernel], padding="valid", data_format="channels_last") + params[bias]
        x = ops.max_pool(ops.relu(x), 2, padding="valid", data_format="channels_last")
    flat = ops.reshape(x, (x.shape[0], -1))
    hidden = ops.relu(ops.matmul(flat, params["W1"]) + params["c1"])
    return ops.softmax(ops.matmul(hidden, params["W2"]) + params["c2"])
