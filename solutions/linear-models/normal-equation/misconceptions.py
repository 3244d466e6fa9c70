"""Wrong answers to solve_linear that people really give."""

import numpy as np

from grader.checks import misconception


def with_ones(x):
    return np.column_stack([x, np.ones(len(x), x.dtype)])


def least_squares(rows, y, penalty):
    """The shortest theta that minimises |y - rows @ theta|² + Σ penalty · theta²."""
    equations = np.vstack([rows, np.diag(np.sqrt(penalty)).astype(rows.dtype)])
    targets = np.concatenate([y, np.zeros(rows.shape[1], y.dtype)])
    return np.linalg.lstsq(equations, targets, rcond=None)[0]


def ridge(x, y, l2, strength=lambda x, l2: l2):
    """The right answer, unless the strength of the penalty is another."""
    x, y = as_float(x, y)
    d = x.shape[1]
    w = least_squares(x - x.mean(axis=0), y - y.mean(), np.full(d, strength(x, l2)))
    return w, y.mean() - x.mean(axis=0) @ w


@misconception(
    "bias-penalised",
    entry="C14",
    en="Your penalty includes the bias, which is pulled to 0 with the weights. The bias is to be left free.",
    zh="你的惩罚把偏置也算了进去，偏置和权重一起被拉向 0。偏置不应受惩罚。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    theta = least_squares(with_ones(x), y, np.full(x.shape[1] + 1, l2))
    return theta[:-1], theta[-1]


@misconception(
    "no-bias",
    entry="N01",
    en="Your line goes through the origin: the weights are those of a model without a bias, and b is 0.",
    zh="你的直线过原点：权重是没有偏置的模型的权重，b 为 0。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    return least_squares(x, y, np.full(x.shape[1], l2)), 0.0


@misconception(
    "bias-added-afterwards",
    entry="N01",
    en="Your weights are those of a model without a bias, and b is what was then left over on average. Both have to "
    "be best together.",
    zh="你的权重是没有偏置的模型的权重，b 只是事后补上的平均残差。两者要一起达到最优。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    w = least_squares(x, y, np.full(x.shape[1], l2))
    return w, np.mean(y - x @ w)


@misconception(
    "bias-is-the-mean",
    entry="N01",
    en="Your weights are right, but your b is the mean of y. It belongs to inputs that were centred: move it back.",
    zh="你的权重是对的，但 b 取成了 y 的平均值。那是 x 减去平均值之后的偏置，还要换算回去。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, l2)[0], np.mean(y)


@misconception(
    "penalty-ignored",
    entry="C12",
    en="Your result is the same whatever l2 is: the penalty has no part in it.",
    zh="不论 l2 是多少，你的结果都一样：惩罚没有起作用。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, 0.0)


@misconception(
    "penalty-by-default",
    entry="G14",
    en="Your result contains a penalty of strength 1 where no l2 was given. The default is 0.",
    zh="没有给 l2 时，你的结果里带着强度为 1 的惩罚。默认值应为 0。",
)
def solve_linear(x, y, l2=1.0):
    return ridge(x, y, l2)


@misconception(
    "penalty-times-samples",
    entry="C12",
    en="Your penalty is n times too strong: that fits the mean of the squared errors, but here both parts are sums.",
    zh="你的惩罚强了 n 倍：那对应的是平方误差的平均，而这里两部分都是求和。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, l2, lambda x, l2: l2 * len(x))


@misconception(
    "penalty-over-samples",
    entry="C12",
    en="Your penalty is n times too weak: it was divided by the number of samples, the squared errors were not.",
    zh="你的惩罚弱了 n 倍：惩罚除以了样本数，平方误差却没有除。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, l2, lambda x, l2: l2 / len(x))


@misconception(
    "penalty-squared",
    entry="C11",
    en="Your penalty has the strength l2²: rows added below x are squared on their way into the sum.",
    zh="你的惩罚强度成了 l2²：接在 x 下面的行，算平方和时会再平方一次。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, l2, lambda x, l2: l2**2)


@misconception(
    "penalty-halved",
    entry="C11",
    en="Your penalty is half as strong as asked for: the 2 of its derivative was lost, that of the errors was kept.",
    zh="你的惩罚只有一半：惩罚项求导产生的 2 丢了，误差项的 2 却还在。",
)
def solve_linear(x, y, l2=0.0):
    return ridge(x, y, l2, lambda x, l2: l2 / 2)


@misconception(
    "penalty-per-spread",
    entry="T02",
    en="Your penalty is on the weights of standardised inputs: each column was first divided by its spread.",
    zh="你惩罚的是标准化之后的权重：每一列都先除以了标准差。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    spread = x.std(axis=0)
    spread = np.where(spread > 0, spread, 1).astype(x.dtype)
    w, b = ridge((x - x.mean(axis=0)) / spread, y, l2)
    return w / spread, b - x.mean(axis=0) @ (w / spread)


@misconception(
    "singular-raises",
    entry="",
    en="Your method needs a matrix that can be inverted, and raises an error where columns depend on each other. There "
    "are still best answers then; return one.",
    zh="你的做法要求矩阵可逆，各列线性相关时就报错了。这时最优解仍然存在，返回其中一个即可。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    rows = with_ones(x)
    penalty = np.diag([l2] * x.shape[1] + [0.0]).astype(x.dtype)
    theta = np.linalg.solve(rows.T @ rows + penalty, rows.T @ y)
    return theta[:-1], theta[-1]


@misconception(
    "bias-column-misplaced",
    entry="",
    en="Your b is the weight of the last input: the column of ones stands first, but the answer is taken apart as "
    "if it stood last.",
    zh="你的 b 其实是最后一个输入的权重：全 1 的列放在最前面，拆结果时却当它在最后。",
)
def solve_linear(x, y, l2=0.0):
    w, b = ridge(x, y, l2)
    theta = np.concatenate([[b], w]).astype(w.dtype)
    return theta[:-1], theta[-1]


@misconception(
    "order-of-results",
    entry="",
    en="You returned (b, w). The order asked for is (w, b).",
    zh="你返回的是 (b, w)，题目要求的顺序是 (w, b)。",
)
def solve_linear(x, y, l2=0.0):
    w, b = ridge(x, y, l2)
    return b, w


@misconception(
    "descent-not-finished",
    entry="",
    en="Your result is on its way to the best line, but not there: gradient descent was stopped early. Solve the "
    "equations instead.",
    zh="你的结果还在去往最佳直线的路上：梯度下降停得太早。应当直接解方程。",
)
def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    rows = with_ones(x)
    penalty = np.append(np.full(x.shape[1], l2), 0.0).astype(x.dtype)
    rate = 1 / np.trace(rows.T @ rows + np.diag(penalty))
    theta = np.zeros_like(rows[0])
    for _ in range(30):
        theta = theta - rate * (rows.T @ (rows @ theta - y) + penalty * theta)
    return theta[:-1], theta[-1]


@misconception(
    "weights-as-a-column",
    entry="X06",
    en="Your weights have the shape (d, 1). A vector (d,) is asked for.",
    zh="你的权重形状是 (d, 1)，题目要求的是向量 (d,)。",
)
def solve_linear(x, y, l2=0.0):
    w, b = ridge(x, y, l2)
    return w[:, None], b


@misconception(
    "bias-as-an-array",
    entry="X06",
    en="Your bias is an array of one element. It has to be a number.",
    zh="你的偏置是只含一个元素的数组，而它应当是一个数。",
)
def solve_linear(x, y, l2=0.0):
    w, b = ridge(x, y, l2)
    return w, np.array([b])


@misconception(
    "integers-wrap",
    entry="T08",
    en="Your products of small integers wrap around: x.T @ x of bytes is computed in bytes. Convert to floats first.",
    zh="小整数相乘溢出回绕了：int8 数组的 x.T @ x 仍按 int8 计算。先转换成浮点数。",
)
def solve_linear(x, y, l2=0.0):
    rows = with_ones(x)
    penalty = np.diag([float(l2)] * x.shape[1] + [0.0])
    theta = np.linalg.pinv((rows.T @ rows).astype(float) + penalty) @ (rows.T @ y)
    return theta[:-1].astype(as_float(x, y)[0].dtype), theta[-1]


@misconception(
    "float64-always",
    entry="X16",
    en="Your weights are float64 for float32 data: an array made without a dtype is float64.",
    zh="数据是 float32，你的权重却是 float64：不指定 dtype 新建的数组是 float64。",
)
def solve_linear(x, y, l2=0.0):
    w, b = ridge(x, y, l2)
    return w.astype(np.float64), b


@misconception(
    "changes-in-place",
    entry="X02",
    en="You centred the caller's arrays: `-=` changes x itself.",
    zh="你改动了调用者的数组：`x -= …` 会原地修改 x。",
)
def solve_linear(x, y, l2=0.0):
    middle = x.mean(axis=0)
    x -= middle
    w, b = ridge(x, y, l2)
    return w, b - middle @ w
