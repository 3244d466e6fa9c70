def mse(y, y_hat):
    total, count = 0.0, 0
    for a, b in zip(y.ravel(), y_hat.ravel()):
        total += (float(a) - float(b)) ** 2
        count += 1
    return total / count
