from keras import ops


def embedding_forward(ids, table):
    return ops.take(table, ids, axis=0)


def embedding_backward(dy, ids, vocabulary_size):
    dy = ops.convert_to_tensor(dy)
    if "float" not in str(dy.dtype):
        dy = ops.cast(dy, "float64")
    rows = ops.reshape(dy, (-1, dy.shape[-1]))
    return ops.segment_sum(rows, ops.reshape(ops.cast(ids, "int32"), (-1,)), num_segments=vocabulary_size)
