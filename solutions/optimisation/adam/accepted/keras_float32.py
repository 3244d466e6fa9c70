from keras import ops


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    theta, m, v, grad = (ops.cast(x, "float32") for x in (theta, m, v, grad))
    m = ops.add(ops.multiply(beta1, m), ops.multiply(1 - beta1, grad))
    v = ops.add(ops.multiply(beta2, v), ops.multiply(1 - beta2, ops.square(grad)))
    m_hat = ops.divide(m, 1 - ops.power(ops.cast(beta1, "float32"), t))
    v_hat = ops.divide(v, 1 - ops.power(ops.cast(beta2, "float32"), t))
    return theta - lr * m_hat / (ops.sqrt(v_hat) + eps), m, v
