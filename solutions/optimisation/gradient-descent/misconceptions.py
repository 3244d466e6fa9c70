"""Wrong answers to gradient_descent that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "last-loss-missing",
    entry="",
    en="Your losses lack the last one: each was taken before an update, and the theta that you return has none.",
    zh="你的损失缺了最后一个：每次都在更新之前记录，所返回的 theta 的损失没有记下来。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, []
    for _ in range(max_iters):
        losses.append(loss_fn(theta))
        if losses[-1] <= tol:
            break
        theta = theta - lr * grad_fn(theta)
    return theta, losses


@misconception(
    "first-loss-missing",
    entry="",
    en="Your losses lack the first one: that of theta0, before any update.",
    zh="你的损失缺了第一个，即更新之前 theta0 的损失。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses, loss = 1.0 * theta0, [], loss_fn(theta0)
    while loss > tol and len(losses) < max_iters:
        theta = theta - lr * grad_fn(theta)
        loss = loss_fn(theta)
        losses.append(loss)
    return theta, losses


@misconception(
    "last-loss-twice",
    entry="",
    en="Your losses hold the last one twice: it was added in the loop and again at the end.",
    zh="你的损失里最后一个出现了两次：循环里加过，结束后又加了一次。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, [*losses, losses[-1]]


@misconception(
    "one-loss-only",
    entry="",
    en="You returned the last loss alone. All of them are asked for, from theta0 on.",
    zh="你只返回了最后一个损失。题目要的是从 theta0 开始的全部损失。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, loss = 1.0 * theta0, loss_fn(theta0)
    for _ in range(max_iters):
        if loss <= tol:
            break
        theta = theta - lr * grad_fn(theta)
        loss = loss_fn(theta)
    return theta, loss


@misconception(
    "tolerance-ignored",
    entry="",
    en="You always make max_iters updates: the loss never stops the loop.",
    zh="你总是更新 max_iters 次，损失再小也不停。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    for _ in range(max_iters):
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "strictly-below",
    entry="",
    en="You stop only below tol. A loss that equals tol is good enough.",
    zh="你要损失小于 tol 才停。恰好等于 tol 就已经够好了。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] >= tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "first-update-unasked",
    entry="",
    en="You make an update before the loss is looked at: a theta0 that is good enough is moved all the same.",
    zh="你先更新、后检查损失：theta0 已经够好时，仍然动了它。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    for _ in range(max_iters):
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
        if losses[-1] <= tol:
            break
    return theta, losses


@misconception(
    "one-update-too-many",
    entry="",
    en="You make max_iters + 1 updates. max_iters counts updates, and the losses are one more.",
    zh="你更新了 max_iters + 1 次。max_iters 数的是更新次数，损失才比它多一个。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters + 1:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "one-update-too-few",
    entry="",
    en="You stop when there are max_iters losses. max_iters counts updates, and the losses are one more.",
    zh="你在有了 max_iters 个损失时就停了。max_iters 数的是更新次数，损失应比它多一个。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) < max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "stops-when-loss-stands-still",
    entry="",
    en="You stop when the loss changes by no more than tol. Here the loss itself is compared with tol.",
    zh="你在损失的变化不超过 tol 时停止。本题是拿损失本身与 tol 比较。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while len(losses) <= max_iters and (len(losses) == 1 or abs(losses[-2] - losses[-1]) > tol):
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "stops-when-gradient-is-short",
    entry="",
    en="You stop when the gradient is no longer than tol. Here the loss is compared with tol.",
    zh="你在梯度的长度不超过 tol 时停止。本题是拿损失与 tol 比较。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while np.linalg.norm(grad_fn(theta)) > tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "gradient-of-the-start",
    entry="",
    en="All your updates use the gradient at theta0. It has to be computed again for each new theta.",
    zh="你每次更新用的都是 theta0 处的梯度。对每个新的 theta，都要重新计算梯度。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses, grad = 1.0 * theta0, [loss_fn(theta0)], grad_fn(theta0)
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta - lr * grad
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "element-by-element",
    entry="G06",
    en="You updated one element after the other, each with a gradient at which the earlier ones had already moved. "
    "One gradient moves all elements at once.",
    zh="你逐个更新元素，计算后面元素的梯度时，前面的元素已经变了。应当用同一个梯度同时更新所有元素。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        for index in np.ndindex(theta.shape):
            theta[index] -= lr * grad_fn(theta)[index]
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your updates go uphill: the gradient was added.",
    zh="你的更新走的是上坡：梯度是加上去的。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta + lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "best-not-last",
    entry="",
    en="You returned the theta with the smallest loss. The last one is asked for, even where the loss went up.",
    zh="你返回的是损失最小的 theta。题目要的是最后一个，哪怕损失上升了。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    visited, losses = [1.0 * theta0], [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        visited.append(visited[-1] - lr * grad_fn(visited[-1]))
        losses.append(loss_fn(visited[-1]))
    return visited[int(np.argmin(losses))], losses


@misconception(
    "theta-before-last",
    entry="",
    en="You returned the theta before the last update. The last loss belongs to the theta after it.",
    zh="你返回的是最后一次更新之前的 theta。最后一个损失属于更新之后的 theta。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, before, losses = 1.0 * theta0, 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        before, theta = theta, theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return before, losses


@misconception(
    "order-of-results",
    entry="",
    en="You returned the losses first. The order is theta, losses.",
    zh="你先返回了损失。顺序应为 theta、losses。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = 1.0 * theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return losses, theta


@misconception(
    "changes-in-place",
    entry="X02",
    en="You walked with the caller's theta0 itself: `-=` changes the array that was passed in.",
    zh="你直接拿调用者的 theta0 去更新：`-=` 会原地修改传入的数组。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = theta0, [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta -= lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "integers-raise",
    entry="X03",
    en="You copied theta0 and subtracted in place. An array of integers cannot take a fraction in place, "
    "so NumPy raises an error.",
    zh="你先复制 theta0 再原地相减。整数数组不能原地减去小数，NumPy 会报错。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = theta0.copy(), [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta -= lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses


@misconception(
    "becomes-float64",
    entry="",
    en="Your theta is float64 for a float32 theta0. A floating-point dtype is kept.",
    zh="theta0 是 float32，你的 theta 却成了 float64。浮点类型应保持不变。",
)
def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    theta, losses = np.array(theta0, dtype=np.float64), [loss_fn(theta0)]
    while losses[-1] > tol and len(losses) <= max_iters:
        theta = theta - lr * grad_fn(theta)
        losses.append(loss_fn(theta))
    return theta, losses
