import numpy as np

BRIGHTNESS = np.linspace(0, 1, 256, dtype=np.float32)


def scale_images(x):
    """A byte has only 256 values: looks each of them up."""
    return np.expand_dims(BRIGHTNESS[x], axis=-1)
