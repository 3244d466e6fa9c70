def gradient_step(theta, grad, lr):
    return theta - lr * grad
