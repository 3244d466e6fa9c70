import numpy as np


def pixel_numbers(shape, size, positions, stride):
    """The flat number (in one image) of the pixel under each weight, window by window."""
    _, _, width, channels = shape
    i, j, p, q, c = np.ogrid[: positions[0], : positions[1], : size[0], : size[1], :channels]
    return (((i * stride + p) * width + j * stride + q) * channels + c).reshape(positions[0] * positions[1], -1)


def conv2d_backward(dy, x, kernel, stride=1):
    """A dense layer for each window: its inputs are columns of pixels (im2col, col2im)."""
    n, out_h, out_w, filters = dy.shape
    floats = [a if a.dtype.kind == "f" else a.astype(np.float64) for a in (dy, x, kernel)]
    dtype = np.result_type(*floats)
    numbers = pixel_numbers(x.shape, kernel.shape, (out_h, out_w), stride)
    weights = floats[2].reshape(-1, filters)
    slopes = floats[0].reshape(n, out_h * out_w, filters)
    images = floats[1].reshape(n, -1)
    dkernel = sum(image[numbers].T @ slope for image, slope in zip(images, slopes))
    dx = np.zeros(images.shape, dtype)
    for image, slope in zip(dx, slopes):
        np.add.at(image, numbers, slope @ weights.T)
    return dx.reshape(x.shape), dkernel.reshape(kernel.shape), slopes.sum(axis=1).sum(axis=0)
