from keras import ops


def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = ops.subtract(ops.multiply(beta, velocity), ops.multiply(lr, grad))
    return ops.add(theta, velocity), velocity
