def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    loss = loss_fn(theta0)
    if loss <= tol or max_iters == 0:
        return theta0 + 0.0, (loss,)
    theta, later = gradient_descent(loss_fn, grad_fn, theta0 - lr * grad_fn(theta0), lr, tol, max_iters - 1)
    return theta, (loss, *later)
