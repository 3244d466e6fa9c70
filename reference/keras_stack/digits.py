"""Handwritten digits through `keras.datasets`: the larger collection, from Keras's cache or the network."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray


def load_mnist() -> tuple[NDArray[np.uint8], NDArray[np.integer[Any]]]:
    """(images, labels): images uint8 (70000, 28, 28) in 0 … 255, labels int64 (70000,).

    The first 60,000 are MNIST's training set, the other 10,000 its test set. Without a cached copy
    this needs the network; `numpy_stack.digits.load_digits` never does.
    """
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    return np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test]).astype(np.int64)
