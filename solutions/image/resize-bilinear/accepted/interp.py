import numpy as np


def resized_plane(plane, height, width):
    h, w = plane.shape
    rows = (np.arange(height) + 0.5) * h / height - 0.5
    columns = (np.arange(width) + 0.5) * w / width - 0.5
    wide = np.array([np.interp(columns, range(w), row) for row in plane])
    return np.array([np.interp(rows, range(h), column) for column in wide.T]).T


def resize_bilinear(image, height, width):
    dtype = image.dtype if np.issubdtype(image.dtype, np.floating) else float
    if image.ndim == 2:
        return resized_plane(image, height, width).astype(dtype)
    planes = [resized_plane(image[:, :, c], height, width) for c in range(image.shape[2])]
    return np.stack(planes, axis=-1).astype(dtype)
