import keras
from keras import ops


def as_floats(x):
    x = ops.convert_to_tensor(x)
    return x if keras.backend.is_float_dtype(x.dtype) else ops.cast(x, "float64")


def clip_by_global_norm(grads, max_norm):
    grads = [as_floats(grad) for grad in grads]
    norm = ops.sqrt(sum(ops.sum(ops.square(grad)) for grad in grads))
    scale = max_norm / ops.maximum(norm, max_norm)
    return [grad * scale for grad in grads], norm
