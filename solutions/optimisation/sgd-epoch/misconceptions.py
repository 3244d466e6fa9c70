"""Wrong answers to sgd_epoch that people really give."""

import numpy as np

from grader.checks import misconception


def batches(order, batch_size):
    """The pieces of order."""
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


@misconception(
    "last-batch-dropped",
    entry="G01",
    en="You left out the samples that do not fill a whole batch: `n // batch_size` rounds down.",
    zh="你丢掉了凑不满一批的样本：`n // batch_size` 会向下取整。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for i in range(len(order) // batch_size):
        batch = order[i * batch_size : (i + 1) * batch_size]
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "last-batch-weakened",
    entry="G02",
    en="The update of your last batch is weakened: its gradient was divided by batch_size instead of by the number of "
    "samples that are left. grad_fn has averaged already.",
    zh="你最后一批的更新被减弱了：梯度是按 batch_size 平均的，而不是按剩下的样本数。grad_fn 已经取过平均。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch]) * (len(batch) / batch_size)
    return theta


@misconception(
    "index-beyond-the-end",
    entry="G03",
    en="You take batch_size indices in every batch: in the last one they go beyond the end, and NumPy raises an error.",
    zh="你在每一批都取 batch_size 个下标：最后一批会越界，NumPy 报错。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(0, len(order), batch_size):
        batch = order[start + np.arange(batch_size)]
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "last-batch-filled-up",
    entry="G03",
    en="You filled the last batch up with samples from the beginning: they are used twice. It may be shorter.",
    zh="你用开头的样本补满了最后一批，这些样本被用了两次。最后一批可以短一些。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(0, len(order), batch_size):
        batch = order[np.arange(start, start + batch_size) % len(order)]
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "batches-evened-out",
    entry="",
    en="You cut the samples into batches of nearly equal size. All but the last should have exactly batch_size.",
    zh="你把样本切成了大小尽量相等的批次。除最后一批外，每批都应恰好有 batch_size 个。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in np.array_split(order, -(-len(order) // batch_size)):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "last-batch-first",
    entry="",
    en="Your short batch comes first. The batches are cut from the beginning of order, so that the last one is short.",
    zh="你把较小的一批放在了最前面。应从 order 的开头切起，较小的是最后一批。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(len(order) % batch_size - batch_size, len(order), batch_size):
        batch = order[max(start, 0) : start + batch_size]
        if len(batch):
            theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "sliding-window",
    entry="",
    en="Your batches overlap: each starts one sample after the one before. It should start batch_size later.",
    zh="你的批次相互重叠：每批只比上一批后移一个样本。应后移 batch_size 个。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(max(len(order) - batch_size, 0) + 1):
        batch = order[start : start + batch_size]
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "first-batch-only",
    entry="",
    en="You return after the first batch: look at the indentation of `return`.",
    zh="你在第一批之后就返回了，请检查 `return` 的缩进。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    batch = order[:batch_size]
    return theta - lr * grad_fn(theta, x[batch], y[batch])


@misconception(
    "order-ignored",
    entry="G09",
    en="You took the samples as they lie in x and y: order has no part in the result.",
    zh="你按样本在 x、y 中原来的次序取用，order 没有起作用。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start in range(0, len(x), batch_size):
        theta = theta - lr * grad_fn(theta, x[start : start + batch_size], y[start : start + batch_size])
    return theta


@misconception(
    "targets-not-shuffled",
    entry="G08",
    en="You put x in order, but not y: the inputs of a batch come with the targets of other samples.",
    zh="你只对 x 按 order 取样，y 没有：一批中的输入配上了别的样本的目标。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for start, batch in zip(range(0, len(x), batch_size), batches(order, batch_size)):
        theta = theta - lr * grad_fn(theta, x[batch], y[start : start + batch_size])
    return theta


@misconception(
    "inverse-order",
    entry="G08",
    en="You sorted the samples by order, which is the inverse permutation: order says which sample comes next, "
    "not where each sample goes.",
    zh="你把样本按 order 的值排了序，用的是逆排列：order 说的是下一个取哪个样本，而不是每个样本放到第几位。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(np.argsort(order), batch_size):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "gradient-of-the-start",
    entry="N07",
    en="All your gradients were taken at the theta that was passed in. Each batch should start from the theta that the "
    "batch before has left.",
    zh="你所有的梯度都是在传入的 theta 处求的。每一批都应从上一批更新后的 theta 出发。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    start = theta
    for batch in batches(order, batch_size):
        theta = theta - lr * grad_fn(start, x[batch], y[batch])
    return theta


@misconception(
    "one-update-for-all",
    entry="",
    en="You made one update, with the mean of the gradients of all batches. Each batch makes its own.",
    zh="你把各批的梯度平均后只更新了一次。每一批都应更新一次。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    grads = [grad_fn(theta, x[batch], y[batch]) for batch in batches(order, batch_size)]
    return theta - lr * np.mean(grads, axis=0)


@misconception(
    "whole-data-at-once",
    entry="",
    en="You made one update with all samples: that is plain gradient descent, batch_size has no part in it.",
    zh="你用全部样本更新了一次，这是普通的梯度下降，batch_size 没有起作用。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    return theta - lr * grad_fn(theta, x[order], y[order])


@misconception(
    "one-sample-at-a-time",
    entry="",
    en="You made an update for each single sample, whatever batch_size is.",
    zh="不论 batch_size 是多少，你总是每个样本更新一次。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, 1):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "batch-axis-lost",
    entry="X06",
    en="You took one sample with a plain index, so that its batch axis is gone. A batch of one still has that axis.",
    zh="只有一个样本时，你用单个下标取样，批次轴没有了。一个样本的批次也要保留这个轴。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        batch = batch[0] if len(batch) == 1 else batch
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "sums-over-the-batch",
    entry="G05",
    en="Your step is multiplied by the size of the batch, like a sum. grad_fn gives the gradient of the mean.",
    zh="你的步长多乘了批次大小，相当于对梯度求和。grad_fn 给出的是平均损失的梯度。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        theta = theta - lr * len(batch) * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "averages-again",
    entry="G05",
    en="You divided the gradient by the size of the batch once more. grad_fn has averaged already.",
    zh="你又把梯度除以了一次批次大小。grad_fn 已经取过平均。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch]) / len(batch)
    return theta


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your updates go uphill: the gradient was added.",
    zh="你的更新走的是上坡：梯度是加上去的。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        theta = theta + lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "changes-in-place",
    entry="X02",
    en="You updated the caller's theta: `-=` changes the array that was passed in.",
    zh="你改掉了调用者的 theta：`-=` 会原地修改传入的数组。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    for batch in batches(order, batch_size):
        theta -= lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "integers-raise",
    entry="X03",
    en="You copied theta and subtracted in place. An array of integers cannot take a fraction in place, "
    "so NumPy raises an error.",
    zh="你先复制 theta 再原地相减。整数数组不能原地减去小数，NumPy 会报错。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    theta = theta.copy()
    for batch in batches(order, batch_size):
        theta -= lr * grad_fn(theta, x[batch], y[batch])
    return theta


@misconception(
    "becomes-float64",
    entry="",
    en="Your theta is float64 for a float32 theta. A floating-point dtype is kept.",
    zh="theta 是 float32，你返回的却成了 float64。浮点类型应保持不变。",
)
def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    theta = np.array(theta, dtype=np.float64)
    for batch in batches(order, batch_size):
        theta = theta - lr * grad_fn(theta, x[batch], y[batch])
    return theta
