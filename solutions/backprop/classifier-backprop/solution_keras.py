import keras
import numpy as np
import tensorflow as tf
from keras import ops


def classifier_gradients(x, labels, params):
    dtype = np.result_type(x, *params.values())
    dtype = dtype.name if dtype.kind == "f" else "float64"
    x, params = ops.cast(x, dtype), {name: ops.cast(p, dtype) for name, p in params.items()}
    with tf.GradientTape() as tape:
        tape.watch(params)
        hidden = ops.relu(ops.matmul(x, params["W1"]) + params["b1"])
        logits = ops.matmul(hidden, params["W2"]) + params["b2"]
        losses = keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)
        loss = ops.mean(losses)
    return loss, tape.gradient(loss, params)
