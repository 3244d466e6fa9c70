def pairs(y, y_hat):
    return zip(y.ravel().tolist(), y_hat.ravel().tolist())


def mae(y, y_hat):
    total = 0.0
    for a, b in pairs(y, y_hat):
        total += b - a if b > a else a - b
    return total / y.size


def huber(y, y_hat, delta=1.0):
    total = 0.0
    for a, b in pairs(y, y_hat):
        e = abs(a - b)
        if e < delta:
            total += e * e / 2
        else:
            total += delta * e - delta * delta / 2
    return total / y.size
