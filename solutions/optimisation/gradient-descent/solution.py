def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses
