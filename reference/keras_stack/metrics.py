"""How good a classifier is, through Keras's metrics and TensorFlow's confusion matrix.

F1 and the area under the curve have no counterpart: Keras's are approximations (a constant in the
denominator, a grid of thresholds).
"""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf
from keras import ops

from .tensors import Tensor


def accuracy(labels: Any, scores: Any) -> Tensor:
    """The share of labels (n,) that are the largest of their row of scores (n, k), or equal to scores (n,)."""
    labels, scores = ops.convert_to_tensor(labels), ops.convert_to_tensor(scores)
    if ops.ndim(scores) == 2:
        hits = keras.metrics.sparse_categorical_accuracy(labels, scores)
    else:
        hits = ops.equal(labels, ops.cast(scores, labels.dtype))
    return ops.mean(ops.cast(hits, "float64"))


def confusion_matrix(labels: Any, predictions: Any, n_classes: int) -> Tensor:
    """Counts (n_classes, n_classes), rows are the true classes; int64."""
    return tf.math.confusion_matrix(labels, predictions, n_classes, dtype=tf.int64)
