from keras import ops


def interpolation(old, new, dtype):
    """(new, old): the weight of each old pixel in each new one, 1 - distance within one pixel."""
    places = ops.clip((ops.arange(new, dtype=dtype) + 0.5) * (old / new) - 0.5, 0, old - 1)
    return ops.relu(1 - ops.abs(places[:, None] - ops.arange(old, dtype=dtype)))


def resize_bilinear(image, height, width):
    dtype = image.dtype.name if image.dtype.kind == "f" else "float64"
    image = ops.cast(image, dtype)
    rows = interpolation(image.shape[0], height, dtype)
    columns = interpolation(image.shape[1], width, dtype)
    equation = "ia,jb,ab->ij" if len(image.shape) == 2 else "ia,jb,abc->ijc"
    return ops.einsum(equation, rows, columns, image)
