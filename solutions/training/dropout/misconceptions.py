"""Wrong answers to dropout and dropout_backward that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "not-inverted",
    entry="O01",
    en="What you keep is not enlarged: in training your values are smaller on average than outside it. This is the "
    "original form, which scales afterwards.",
    zh="你没有放大保留下来的值：训练时的平均值比不训练时小。这是最初的形式，要在训练之后再缩放。",
)
def dropped(values, rate, u):
    return np.where(u >= rate, values / 1.0, 0)


@misconception(
    "divides-by-rate",
    entry="O02",
    en="What you keep is divided by the rate. The rate is the share that is dropped; the expectation is kept by the "
    "share that stays.",
    zh="你把保留的值除以了 rate。rate 是丢弃的比例，要使期望不变，应当用保留的比例。",
)
def dropped(values, rate, u):
    return np.where(u >= rate, values / rate, 0)


@misconception(
    "rate-taken-for-keep-probability",
    entry="O02",
    en="You took the rate for the probability to keep: you keep where u is below it, and divide by it. Here it is the "
    "share that is dropped.",
    zh="你把 rate 当成了保留概率：u 小于它时保留，再除以它。本题的 rate 是丢弃的比例。",
)
def dropped(values, rate, u):
    return np.where(u < rate, values / rate, 0)


@misconception(
    "mask-inverted",
    entry="O02",
    en="You drop what should stay and keep what should go: the comparison of u with the rate is the wrong way round.",
    zh="该留的你丢了，该丢的你留了：u 与 rate 的比较方向反了。",
)
def dropped(values, rate, u):
    return np.where(u < rate, values / (1 - rate), 0)


@misconception(
    "keeps-below-one-minus-rate",
    entry="O10",
    en="You keep where u is below 1 - rate. The share that stays is right, but these are not the elements that the "
    "rule u >= rate picks.",
    zh="你在 u 小于 1 - rate 处保留。保留的比例没错，但与规则 u >= rate 选出的元素不同。",
)
def dropped(values, rate, u):
    return np.where(u < 1 - rate, values / (1 - rate), 0)


@misconception(
    "boundary-dropped",
    entry="O02",
    en="You drop an element whose u equals the rate; it stays. At rate 0 even that can drop something.",
    zh="u 恰好等于 rate 时你丢弃了元素，而它应当保留。这样一来，rate 为 0 时也可能丢掉元素。",
)
def dropped(values, rate, u):
    return np.where(u > rate, values / (1 - rate), 0)


@misconception(
    "precedence",
    entry="O05",
    en="You compare u with rate / (1 - rate), and nothing is scaled: division comes before comparison. Look at your "
    "brackets.",
    zh="你拿 u 与 rate / (1 - rate) 作了比较，而且没有缩放：除法先于比较运算，请检查括号。",
)
def dropped(values, rate, u):
    return np.where(u >= rate / (1 - rate), values / 1.0, 0)


@misconception(
    "one-mask-for-the-batch",
    entry="O04",
    en="All samples of your batch lose the same elements: the first row of u decides for every row.",
    zh="你的批次中所有样本丢弃的元素都相同：u 的第一行决定了每一行。",
)
def dropped(values, rate, u):
    return np.where(np.broadcast_to(u[:1], u.shape) >= rate, values / (1 - rate), 0)


@misconception(
    "own-samples",
    entry="O09",
    en="You drew samples of your own and did not use u. The backward pass, and the checks, need the ones passed in.",
    zh="你自己生成了随机数，没有用传入的 u。反向计算和检查都要用同一组随机数。",
)
def dropped(values, rate, u):
    return np.where(np.random.default_rng(0).random(u.shape) >= rate, values / (1 - rate), 0)


@misconception(
    "scaled-by-observed-share",
    entry="",
    en="You divide by the share that happened to stay in this call. The factor is fixed by the rate, so that it does "
    "not depend on the draw.",
    zh="你除以的是这一次恰好保留下来的比例。系数由 rate 决定，不随每次抽样而变。",
)
def dropped(values, rate, u):
    return np.where(u >= rate, values / max(float(np.mean(u >= rate)), 1e-7), 0)


@misconception(
    "active-outside-training",
    entry="O06",
    en="You drop elements even where training is False. Then the result has x's values.",
    zh="training=False 时你仍在丢弃元素。这时应返回 x 的值。",
)
def dropout(x, rate, u, training=True):
    return dropped(x, rate, u)


@misconception(
    "scaled-outside-training",
    entry="O06",
    en="You scale by 1 - rate where training is False. With inverted dropout everything was done in training already.",
    zh="training=False 时你又乘了 1 - rate。训练时已经缩放过，这时什么都不用做。",
)
def dropout(x, rate, u, training=True):
    return dropped(x, rate, u) if training else x * (1 - rate)


@misconception(
    "not-in-training-by-default",
    entry="",
    en="Your dropout does nothing unless training is passed: its default is True.",
    zh="不传 training 时你的 dropout 什么也不做，而它的默认值应是 True。",
)
def dropout(x, rate, u, training=False):
    return dropped(x, rate, u) if training else x / 1.0


@misconception(
    "gradient-not-scaled",
    entry="O07",
    en="Your gradient passes through the kept elements unchanged. Forward, they were divided by 1 - rate, and that "
    "factor belongs to the gradient too.",
    zh="你的梯度原样穿过保留的元素。前向时它们除以过 1 - rate，梯度也要带上这个系数。",
)
def dropout_backward(dy, rate, u):
    return np.where(u >= rate, dy / 1.0, 0)


@misconception(
    "gradient-not-masked",
    entry="O07",
    en="Your gradient also reaches the elements that were dropped. They have no part in the result.",
    zh="你的梯度也传给了被丢弃的元素，而它们对输出没有任何影响。",
)
def dropout_backward(dy, rate, u):
    return dy / (1 - rate)


@misconception(
    "gradient-unchanged",
    entry="O07",
    en="Your backward pass returns dy as it came, as if nothing had been dropped.",
    zh="你的反向计算原样返回了 dy，好像什么都没有丢弃。",
)
def dropout_backward(dy, rate, u):
    return dy / 1.0


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the dtype of the integers that came in, and the division lost its decimals.",
    zh="你的结果沿用了整数输入的 dtype，除法的小数部分被截掉了。",
)
def dropped(values, rate, u):
    out = np.zeros_like(values)
    out[u >= rate] = values[u >= rate] / (1 - rate)
    return out


@misconception(
    "float64-mask",
    entry="X03",
    en="Your result is float64 for float32 values: a mask made by dividing booleans is float64, and so is its product.",
    zh="输入是 float32 时你的结果成了 float64：布尔数组相除得到的掩码是 float64，乘积也就是 float64。",
)
def dropped(values, rate, u):
    return values * ((u >= rate) / (1 - rate))


@misconception(
    "changes-in-place",
    entry="",
    en="You set elements of the caller's array to zero. Write into a new array.",
    zh="你把调用者数组里的元素置成了零。应写入新数组。",
)
def dropped(values, rate, u):
    values[u < rate] = 0
    return values / (1 - rate)
