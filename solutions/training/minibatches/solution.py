def minibatches(x, y, batch_size, order):
    batches = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(x[batch], y[batch]) for batch in batches]
