from keras import ops


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    theta, s, grad = (ops.cast(x, "float32") for x in (theta, s, grad))
    s = ops.add(ops.multiply(rho, s), ops.multiply(1 - rho, ops.square(grad)))
    return theta - lr * grad * ops.rsqrt(s + eps), s
