from keras import ops


def gradient_step(theta, grad, lr):
    return ops.subtract(theta, ops.multiply(lr, grad))
