import tensorflow as tf
from keras import ops


def slope(activation, x):
    """Derivative of an elementwise function: the gradient of its sum."""
    x = ops.cast(x, x.dtype.name if x.dtype.kind == "f" else "float64")
    with tf.GradientTape() as tape:
        tape.watch(x)
        total = ops.sum(activation(x))
    return tape.gradient(total, x)


def sigmoid_grad(x):
    return slope(ops.sigmoid, x)


def tanh_grad(x):
    return slope(ops.tanh, x)


def relu_grad(x):
    return slope(ops.relu, x)


def leaky_relu_grad(x, alpha=0.2):
    return slope(lambda z: ops.leaky_relu(z, negative_slope=alpha), x)
