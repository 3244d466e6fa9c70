"""Wrong answers to the penalties and their gradients that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "half-l2",
    entry="E02",
    en="Your L2 penalty and its gradient are half of what is asked for: this is the convention with lam/2.",
    zh="你的 L2 惩罚项和梯度都只有要求的一半：这是 lam/2 的约定。",
)
def l2_penalty(params, lam):
    return lam / 2 * sum(np.sum(floating(w) ** 2) for w in params)


@misconception("half-l2")
def l2_gradient(w, lam):
    return lam * floating(w)


@misconception(
    "factor-two-missing",
    entry="C11",
    en="Your L2 gradient is half the slope of your own penalty: the 2 from the derivative of the square is missing.",
    zh="你的 L2 梯度只有你自己的惩罚项斜率的一半：对平方求导产生的系数 2 漏掉了。",
)
def l2_gradient(w, lam):
    return lam * floating(w)


@misconception(
    "mean-not-sum",
    entry="E02",
    en="Your penalties are averaged over the weights. They are sums: each weight costs the same in a small network "
    "and in a large one.",
    zh="你的惩罚项对权重取了平均。这里应当求和：无论网络大小，每个权重的代价都一样。",
)
def l1_penalty(params, lam):
    return lam * sum(np.mean(np.abs(floating(w))) for w in params)


@misconception("mean-not-sum")
def l2_penalty(params, lam):
    return lam * sum(np.mean(floating(w) ** 2) for w in params)


@misconception(
    "norm-not-squared",
    entry="",
    en="Your L2 penalty adds up the lengths of the arrays: a root was taken. The penalty is the sum of the squares.",
    zh="你的 L2 惩罚项加的是各数组的长度（范数），多开了一次方。惩罚项是平方和本身。",
)
def l2_penalty(params, lam):
    return lam * sum(np.linalg.norm(floating(w)) for w in params)


@misconception(
    "sum-of-w-times-w-transposed",
    entry="C13",
    en="Your L2 penalty multiplies the weights as matrices: the products of different rows are in it too. Only the "
    "square of each element counts.",
    zh="你的 L2 惩罚项用了矩阵乘法，把不同行之间的乘积也加了进去。只应计入每个元素自己的平方。",
)
def l2_penalty(params, lam):
    rows = [floating(w).reshape(-1, w.shape[-1]) for w in params]
    return lam * sum(np.sum(w @ w.T) for w in rows)


@misconception(
    "square-of-sum",
    entry="",
    en="Your L2 penalty adds the weights first and squares afterwards, so that weights of opposite sign cancel.",
    zh="你的 L2 惩罚项先求和、后平方，正负权重会相互抵消。",
)
def l2_penalty(params, lam):
    return lam * sum(np.sum(floating(w)) ** 2 for w in params)


@misconception(
    "signs-cancel",
    entry="",
    en="Your L1 penalty adds up the weights with their signs: positive and negative ones cancel, and the penalty can "
    "even be negative.",
    zh="你的 L1 惩罚项把权重连同符号相加：正负会抵消，惩罚项甚至可能为负。",
)
def l1_penalty(params, lam):
    return lam * sum(np.sum(floating(w)) for w in params)


@misconception(
    "first-array-only",
    entry="",
    en="Your penalties hold the first array of the list only: the loop ends, or returns, too early.",
    zh="你的惩罚项只算了列表中的第一个数组：循环结束（或返回）得太早。",
)
def l1_penalty(params, lam):
    return lam * np.sum(np.abs(floating(params[0])))


@misconception("first-array-only")
def l2_penalty(params, lam):
    return lam * np.sum(floating(params[0]) ** 2)


@misconception(
    "vectors-left-out",
    entry="C14",
    en="Your penalties leave out arrays with one axis, as if they were biases. All arrays in the list count; who calls "
    "decides what is in it.",
    zh="你的惩罚项把一维数组当作偏置跳过了。列表中的数组全都要计入，放什么由调用者决定。",
)
def l1_penalty(params, lam):
    return lam * sum(np.sum(np.abs(floating(w))) for w in params if w.ndim > 1)


@misconception("vectors-left-out")
def l2_penalty(params, lam):
    return lam * sum(np.sum(floating(w) ** 2) for w in params if w.ndim > 1)


@misconception(
    "corner-counts-as-positive",
    entry="E01",
    en="Your L1 gradient is lam where a weight is 0, as if it were positive. It is 0 there, so that a weight that has "
    "reached 0 is left alone.",
    zh="权重为 0 时，你的 L1 梯度等于 lam，好像权重为正。那里应为 0，已经到零的权重不该再被推动。",
)
def l1_gradient(w, lam):
    w = floating(w)
    return np.where(w >= 0, lam, -lam).astype(w.dtype)


@misconception(
    "divides-by-size",
    entry="E01",
    en="Your L1 gradient divides each weight by its size. That is 0/0 for a weight that is 0.",
    zh="你的 L1 梯度用权重除以它的绝对值，权重为 0 时就成了 0/0。",
)
def l1_gradient(w, lam):
    w = floating(w)
    return lam * w / np.abs(w)


@misconception(
    "absolute-value-kept",
    entry="E01",
    en="Your L1 gradient is lam·|w|. The penalty is equally steep everywhere; only the sign of a weight shows.",
    zh="你的 L1 梯度是 lam·|w|。惩罚项对大小权重的斜率相同，只与符号有关。",
)
def l1_gradient(w, lam):
    return lam * np.abs(floating(w))


@misconception(
    "sign-lost",
    entry="E01",
    en="Your L1 gradient is lam for negative weights too, which would push them further away from 0.",
    zh="对负权重，你的 L1 梯度也是 lam，这会把它们推得离 0 更远。",
)
def l1_gradient(w, lam):
    w = floating(w)
    return np.where(w == 0, 0, lam).astype(w.dtype)


@misconception(
    "gradients-without-lam",
    entry="C12",
    en="Your gradients do not contain lam: they are the slopes of the penalties for lam = 1.",
    zh="你的梯度里没有 lam：它们是 lam = 1 时惩罚项的斜率。",
)
def l1_gradient(w, lam):
    return np.sign(floating(w))


@misconception("gradients-without-lam")
def l2_gradient(w, lam):
    return 2 * floating(w)


@misconception(
    "integers-wrap",
    entry="T08",
    en="Your squares of small integers wrap around: an 8-bit integer holds nothing above 127. Convert to floating "
    "point first.",
    zh="位数少的整数平方后回绕了：8 位整数最大只有 127。应先转换成浮点数。",
)
def l2_penalty(params, lam):
    return lam * sum(np.sum(w**2) for w in params)


@misconception(
    "float64-always",
    entry="X03",
    en="Your gradients are float64 for float32 weights. A gradient keeps the dtype of what it belongs to.",
    zh="权重是 float32 时，你的梯度却变成了 float64。梯度应保持权重的 dtype。",
)
def floating(w):
    return np.asarray(w, dtype=np.float64)


@misconception(
    "changes-in-place",
    entry="",
    en="You wrote into the caller's weights: `*=` changes w itself.",
    zh="你改动了调用者的权重：`*=` 会原地修改 w。",
)
def l2_gradient(w, lam):
    if not np.issubdtype(w.dtype, np.floating):
        return 2 * lam * w
    w *= 2 * lam
    return w
