def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return theta + velocity, velocity
