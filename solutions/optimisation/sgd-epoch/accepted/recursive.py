def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    if len(order) == 0:
        return theta
    head, tail = order[:batch_size], order[batch_size:]
    return sgd_epoch(x, y, theta - grad_fn(theta, x[head], y[head]) * lr, grad_fn, lr, batch_size, tail)
