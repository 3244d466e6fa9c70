from keras import ops


def momentum_step(theta, velocity, grad, lr, beta=0.9):
    theta, velocity, grad = (ops.cast(x, "float32") for x in (theta, velocity, grad))
    new = beta * velocity - lr * grad
    return theta + new, new
