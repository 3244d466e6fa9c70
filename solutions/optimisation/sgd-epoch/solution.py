def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta
