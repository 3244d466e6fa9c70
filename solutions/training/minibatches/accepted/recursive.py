def minibatches(x, y, batch_size, order):
    if len(order) <= batch_size:
        return [(x[order], y[order])]
    head, tail = order[:batch_size], order[batch_size:]
    return [(x[head], y[head]), *minibatches(x, y, batch_size, tail)]
