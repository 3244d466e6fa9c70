import math

from keras import ops


def attention(q, k, v, mask=None):
    q, k, v = (floating(a) for a in (q, k, v))
    scores = ops.matmul(q, ops.swapaxes(k, -1, -2)) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = ops.where(mask, scores, ops.full_like(scores, -math.inf))
    weights = ops.softmax(scores, axis=-1)
    return ops.matmul(weights, v), weights


def floating(a):
    a = ops.convert_to_tensor(a)
    return a if "float" in str(a.dtype) else ops.cast(a, "float64")
