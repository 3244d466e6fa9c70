"""The faults of S2's loop that stay in a repair, and those that come in with one."""

import numpy as np

from grader.checks import misconception


def fit(x, y, learning_rate, steps, w=0.0, b=0.0, dw=2.0, db=2.0, loss=1.0):
    """The loop with a factor for each of its gradients and for the loss."""
    losses = []
    for _ in range(steps):
        e = w * x + b - y
        losses.append(loss * np.mean(e**2))
        w, b = w - learning_rate * dw * np.mean(e * x), b - learning_rate * db * np.mean(e)
    return w, b, losses


@misconception(
    "as-printed",
    entry="L03",
    en="This is still the printed loop: random arrays to start from, gradients of half the loss, and only the last "
    "loss is left.",
    zh="这还是原文的循环：初值是随机数组，梯度属于损失的一半，而且只留下了最后一个损失。",
)
def train(x, y, learning_rate, steps):
    random = np.random.default_rng(1)
    w, b, loss = random.normal(size=1), random.normal(size=1), 0.0
    for _ in range(steps):
        y_pred = w * x + b
        loss = np.mean((y_pred - y) ** 2)
        w -= learning_rate * np.mean((y_pred - y) * x)
        b -= learning_rate * np.mean(y_pred - y)
    return w, b, loss


@misconception(
    "gradients-as-printed",
    entry="L03",
    en="Your gradients are half of those of your loss, as printed: the 2 that comes from the square is missing.",
    zh="你的梯度只有损失梯度的一半，和原文一样：少了平方求导带来的 2。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, dw=1.0, db=1.0)


@misconception(
    "factor-two-in-dw-only",
    entry="L03",
    en="Only your gradient for w has the factor 2. The one for b needs it as well.",
    zh="只有 w 的梯度补上了系数 2，b 的梯度也需要。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, db=1.0)


@misconception(
    "factor-two-in-db-only",
    entry="L03",
    en="Only your gradient for b has the factor 2. The one for w needs it as well.",
    zh="只有 b 的梯度补上了系数 2，w 的梯度也需要。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, dw=1.0)


@misconception(
    "loss-halved",
    entry="E02",
    en="You halved the loss, so that it fits the printed gradients. They agree now, but the loss asked for is "
    "mean(e²).",
    zh="你把损失减半来迁就原文的梯度。两者是一致了，但题目要的损失是 mean(e²)。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, dw=1.0, db=1.0, loss=0.5)


@misconception(
    "both-repaired",
    entry="L03",
    en="You halved the loss and doubled the gradients as well, so that they disagree again, the other way round. "
    "Compare each with the formula.",
    zh="你既把损失减半，又把梯度加倍，两者又不一致了，只是方向相反。请分别与公式对照。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, loss=0.5)


@misconception(
    "random-start",
    entry="",
    en="Your w and b start from random numbers, as printed. They start from 0.",
    zh="你的 w 和 b 从随机数开始，和原文一样。应当从 0 开始。",
)
def train(x, y, learning_rate, steps):
    w, b = np.random.default_rng(0).normal(size=2)
    return fit(x, y, learning_rate, steps, w, b)


@misconception(
    "arrays-of-one-number",
    entry="X06",
    en="Your w and b are arrays of shape (1,), as printed. Numbers are asked for.",
    zh="你的 w 和 b 是形状为 (1,) 的数组，和原文一样。要求返回的是数。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, np.zeros(1), np.zeros(1))


@misconception(
    "last-loss-only",
    entry="",
    en="You returned one loss, the last, as printed. All of them are asked for, in order.",
    zh="你只返回了最后一个损失，和原文一样。要求按顺序返回全部损失。",
)
def train(x, y, learning_rate, steps):
    w, b, losses = fit(x, y, learning_rate, steps)
    return w, b, losses[-1] if losses else 0.0


@misconception(
    "losses-after-the-update",
    entry="",
    en="Your losses are those after each update. losses[k] is the one before update k, so losses[0] belongs to "
    "w = b = 0.",
    zh="你的损失是每次更新之后的。losses[k] 应是第 k 次更新之前的损失，losses[0] 对应 w = b = 0。",
)
def train(x, y, learning_rate, steps):
    return *fit(x, y, learning_rate, steps)[:2], fit(x, y, learning_rate, steps + 1)[2][1:]


@misconception(
    "one-loss-too-many",
    entry="",
    en="You have one loss more than updates: the one after the last update is not asked for.",
    zh="你的损失比更新次数多一个：最后一次更新之后的损失不用记。",
)
def train(x, y, learning_rate, steps):
    return *fit(x, y, learning_rate, steps)[:2], fit(x, y, learning_rate, steps + 1)[2]


@misconception(
    "one-after-the-other",
    entry="",
    en="Your gradient for b is computed with the new w already. Both gradients belong to the old parameters.",
    zh="你算 b 的梯度时已经用了新的 w。两个梯度都应在旧的参数处计算。",
)
def train(x, y, learning_rate, steps):
    w, b, losses = 0.0, 0.0, []
    for _ in range(steps):
        losses.append(np.mean((w * x + b - y) ** 2))
        w = w - learning_rate * 2 * np.mean((w * x + b - y) * x)
        b = b - learning_rate * 2 * np.mean(w * x + b - y)
    return w, b, losses


@misconception(
    "uphill",
    entry="L04",
    en="Your updates climb: the sign of the error or of the update is reversed, and the losses grow.",
    zh="你的更新在爬坡：误差或更新的符号反了，损失越来越大。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, -learning_rate, steps)


@misconception(
    "sum-not-mean",
    entry="G05",
    en="Your gradients are those of the sum of the squares, n times too long.",
    zh="你的梯度是平方和的梯度，大了 n 倍。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, dw=2.0 * len(x), db=2.0 * len(x))


@misconception(
    "x-left-out",
    entry="",
    en="Your gradient for w lacks the factor x: it is that for b.",
    zh="你的 w 的梯度少了因子 x，变得和 b 的梯度一样。",
)
def train(x, y, learning_rate, steps):
    w, b, losses = 0.0, 0.0, []
    for _ in range(steps):
        e = w * x + b - y
        losses.append(np.mean(e**2))
        w, b = w - learning_rate * 2 * np.mean(e), b - learning_rate * 2 * np.mean(e)
    return w, b, losses


@misconception(
    "mean-times-mean",
    entry="",
    en="Your gradient for w is the mean error times the mean input. The mean is taken of the products.",
    zh="你的 w 的梯度是误差的平均乘输入的平均。应当先逐个相乘，再取平均。",
)
def train(x, y, learning_rate, steps):
    w, b, losses = 0.0, 0.0, []
    for _ in range(steps):
        e = w * x + b - y
        losses.append(np.mean(e**2))
        w, b = w - learning_rate * 2 * np.mean(e) * np.mean(x), b - learning_rate * 2 * np.mean(e)
    return w, b, losses


@misconception(
    "broadcast-to-n-by-n",
    entry="X01",
    en="Your errors form an (n, n) array: a column minus a flat vector compares every prediction with every target.",
    zh="你的误差成了 (n, n) 的数组：列减去一维向量，等于拿每个预测值与每个目标值比较。",
)
def train(x, y, learning_rate, steps):
    return fit(x, np.ravel(y), learning_rate, steps)


@misconception(
    "learning-rate-as-printed",
    entry="G14",
    en="Your updates use the printed learning rate of 0.1 instead of the one that is passed.",
    zh="你的更新用的是原文的学习率 0.1，而不是传入的值。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, 0.1, steps)


@misconception(
    "always-1000-rounds",
    entry="X04",
    en="Your loop runs 1000 times, as printed, whatever `steps` is.",
    zh="不论 `steps` 是多少，你的循环都跑 1000 次，和原文一样。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, 1000)


@misconception(
    "gradient-of-the-start",
    entry="",
    en="You followed the gradients of the start in every step. They change with w and b.",
    zh="你每一步都沿用起点处的梯度。梯度会随 w、b 变化，应当每步重新计算。",
)
def train(x, y, learning_rate, steps):
    losses = [fit(x, y, k * learning_rate, 2)[2][1] for k in range(steps)]
    w, b, _ = fit(x, y, steps * learning_rate, 1)
    return w, b, losses


@misconception(
    "bias-stays-zero",
    entry="N01",
    en="Your b stays 0: it is never updated.",
    zh="你的 b 一直是 0：从来没有更新。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, db=0.0)


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your first error has the dtype of the arguments, as w and b are the integer 0: bytes wrap around. Start from "
    "0.0.",
    zh="你的 w、b 用整数 0 起步，第一次的误差沿用了参数的 dtype，8 位整数发生了回绕。应从 0.0 开始。",
)
def train(x, y, learning_rate, steps):
    return fit(x, y, learning_rate, steps, 0, 0)
