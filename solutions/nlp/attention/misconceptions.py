"""Wrong answers to attention that people really give."""

import math

import numpy as np

from grader.checks import misconception

right_answer = attention


def floats(*arrays):
    """All in their common dtype, integers in float64."""
    dtype = np.result_type(*arrays)
    return [a.astype(dtype if dtype.kind == "f" else np.float64) for a in arrays]


def products(q, k):
    """The dot product of each query with each key."""
    return np.einsum("...id,...jd->...ij", q, k)


def masked(scores, mask):
    """Scores that are not allowed become -inf."""
    return scores if mask is None else np.where(mask, scores, -np.inf)


def shares(z, axis=-1):
    """A stable softmax."""
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def with_scale(q, k, v, mask, scale):
    """Attention whose dot products are divided by `scale`."""
    q, k, v = floats(q, k, v)
    weights = shares(masked(products(q, k) / scale, mask))
    return weights @ v, weights


@misconception(
    "not-scaled",
    entry="NL7",
    en="Your scores are the plain dot products: they were not divided by √d.",
    zh="你的分数就是点积本身，没有除以 √d。",
)
def attention(q, k, v, mask=None):
    return with_scale(q, k, v, mask, 1.0)


@misconception(
    "divided-by-d",
    entry="NL7",
    en="Your scores are divided by d. Divide by its root.",
    zh="你的分数除以了 d。应除以 d 的平方根。",
)
def attention(q, k, v, mask=None):
    return with_scale(q, k, v, mask, float(q.shape[-1]))


@misconception(
    "multiplied-by-the-root",
    entry="NL7",
    en="Your scores are multiplied by √d. Divide by it.",
    zh="你的分数乘以了 √d。应当除以它。",
)
def attention(q, k, v, mask=None):
    return with_scale(q, k, v, mask, 1 / math.sqrt(q.shape[-1]))


@misconception(
    "root-of-the-number-of-keys",
    entry="NL7",
    en="Your scores are divided by the root of the number of keys. Divide by the root of the length of a query.",
    zh="你的分数除以了键的个数的平方根。应除以一个查询的长度的平方根。",
)
def attention(q, k, v, mask=None):
    return with_scale(q, k, v, mask, math.sqrt(k.shape[-2]))


@misconception(
    "root-of-the-values-length",
    entry="NL7",
    en="Your scores are divided by the root of the length of a value. It is the length of queries and "
    "keys that counts.",
    zh="你的分数除以了值的长度的平方根。要用的是查询和键的长度。",
)
def attention(q, k, v, mask=None):
    return with_scale(q, k, v, mask, math.sqrt(v.shape[-1]))


@misconception(
    "scaled-after-the-softmax",
    entry="NL7",
    en="Your weights are divided by √d after the softmax: they no longer add up to 1. The scores are "
    "scaled, before it.",
    zh="你在 softmax 之后才除以 √d，权重之和不再是 1。应在 softmax 之前缩放分数。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    weights = shares(masked(products(q, k), mask)) / math.sqrt(q.shape[-1])
    return weights @ v, weights


@misconception(
    "softmax-over-the-queries",
    entry="NL8",
    en="Your columns add up to 1: the softmax runs over the queries. Each query's weights over the keys add up to 1.",
    zh="你的每一列之和为 1：softmax 是沿查询做的。应当是每个查询对各个键的权重之和为 1。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    weights = shares(scores if mask is None else np.where(mask, scores, -1e9), axis=-2)
    return weights @ v, weights


@misconception(
    "softmax-over-everything",
    entry="NL8",
    en="Your weights add up to 1 over the whole array. Each row, the keys of one query, adds up to 1.",
    zh="你的权重在整个数组上之和为 1。应当是每一行（一个查询的各个键）之和为 1。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    weights = shares(masked(products(q, k) / math.sqrt(q.shape[-1]), mask), axis=None)
    return weights @ v, weights


@misconception(
    "overflows",
    entry="NL11",
    en="Your exponentials overflow for large scores: subtract the largest one first. The weights do not change.",
    zh="分数很大时，你的指数溢出了。先减去最大的分数，权重不会变。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    e = np.exp(masked(products(q, k) / math.sqrt(q.shape[-1]), mask))
    weights = e / e.sum(axis=-1, keepdims=True)
    return weights @ v, weights


@misconception(
    "largest-score-not-allowed",
    entry="NL11",
    en="Your largest score was taken before the mask. Where it is not allowed and far above the "
    "others, these underflow to "
    "0/0.",
    zh="你在加掩码之前取了最大值。如果最大的分数不被允许，又远高于其他分数，其他的就会下溢成 0/0。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    e = np.exp(masked(scores - scores.max(axis=-1, keepdims=True), mask))
    weights = e / e.sum(axis=-1, keepdims=True)
    return weights @ v, weights


@misconception(
    "largest-of-the-whole-array",
    entry="X05",
    en="You subtracted the largest score of the whole array. Queries whose scores lie far below it underflow to 0/0.",
    zh="你减去的是整个数组的最大值。分数远低于它的查询会下溢成 0/0。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = masked(products(q, k) / math.sqrt(q.shape[-1]), mask)
    e = np.exp(scores - scores.max())
    weights = e / e.sum(axis=-1, keepdims=True)
    return weights @ v, weights


@misconception(
    "mask-ignored",
    entry="NL9",
    en="Your result is the one without a mask.",
    zh="你的结果等于没有掩码时的结果。",
)
def attention(q, k, v, mask=None):
    return right_answer(q, k, v)


@misconception(
    "mask-turned-round",
    entry="NL9",
    en='Your weights lie on the keys that are not allowed: True was read as "hidden". Here True may attend.',
    zh="你的权重落在了不允许的键上：你把 True 当成了“遮住”。本题 True 表示可以看。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    weights = shares(scores if mask is None else np.where(mask, -1e9, scores))
    return weights @ v, weights


@misconception(
    "mask-after-the-softmax",
    entry="NL8",
    en="Your weights were set to 0 after the softmax: the allowed ones no longer add up to 1.",
    zh="你在 softmax 之后才把权重置零，允许的权重之和不再是 1。",
)
def attention(q, k, v, mask=None):
    _, weights = right_answer(q, k, v)
    if mask is not None:
        weights = weights * mask
    return weights @ floats(q, k, v)[2], weights


@misconception(
    "scores-times-mask",
    entry="NL8",
    en="Your forbidden scores are 0, and e⁰ = 1 still gets a share. They must become so low that the exponential is 0.",
    zh="你把不允许的分数变成了 0，而 e⁰ = 1，仍会分到份额。要让它低到取指数后为 0。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    weights = shares(scores if mask is None else scores * mask)
    return weights @ v, weights


@misconception(
    "mask-added",
    entry="NL9",
    en="Your mask was added to the scores as numbers: allowed keys got 1 more, the others were not removed.",
    zh="你把掩码当成数加到了分数上：允许的键只多了 1，其余的键并没有去掉。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    weights = shares(scores if mask is None else scores + mask)
    return weights @ v, weights


@misconception(
    "not-low-enough",
    entry="NL9",
    en="Your forbidden scores became a number that real scores can fall below (like -1000), and then "
    "get the largest share. "
    "Use -inf, or something far lower.",
    zh="你给不允许的分数填的数（例如 -1000），真实的分数可能比它还低，那时它反而分到最大的份额。"
    "请用 -inf，或低得多的数。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    weights = shares(scores if mask is None else np.where(mask, scores, -999.0))
    return weights @ v, weights


@misconception(
    "mask-as-an-index",
    entry="NL9",
    en="`scores[~mask]` needs a mask of exactly the shape of the scores. Yours fails for one that has to be broadcast.",
    zh="`scores[~mask]` 要求掩码的形状与分数完全相同。需要广播的掩码会让你的函数出错。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores[~mask] = -np.inf
    weights = shares(scores)
    return weights @ v, weights


@misconception(
    "all-axes-reversed",
    entry="X05",
    en="`k.T` reverses all axes: it fits matrices only. With a batch in front, the last two are to be swapped.",
    zh="`k.T` 会颠倒所有的轴，只适用于矩阵。前面有批次时，应只交换最后两个轴。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    weights = shares(masked(q @ k.T / math.sqrt(q.shape[-1]), mask))
    return weights @ v, weights


@misconception(
    "cosine-similarity",
    entry="",
    en="Your scores are cosines: queries and keys were scaled to length 1. Here their lengths count.",
    zh="你的分数是余弦相似度：查询和键都被归一化成了单位长度。本题中它们的长度是起作用的。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    q, k = (a / np.maximum(np.linalg.norm(a, axis=-1, keepdims=True), 1e-12) for a in (q, k))
    weights = shares(masked(products(q, k), mask))
    return weights @ v, weights


@misconception(
    "winner-takes-all",
    entry="",
    en="Your query takes the value of the best key alone. The softmax shares out among all.",
    zh="你的查询只取了得分最高的那个键的值。softmax 应在所有键之间分配份额。",
)
def attention(q, k, v, mask=None):
    _, weights = right_answer(q, k, v, mask)
    weights = (weights == weights.max(axis=-1, keepdims=True)).astype(weights.dtype)
    return weights @ floats(q, k, v)[2], weights


@misconception(
    "no-softmax",
    entry="NL8",
    en="Your weights are the scores divided by their sum: the exponential is missing, and weights may be negative.",
    zh="你的权重是分数除以分数之和：没有取指数，权重可能为负。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    scores = products(q, k) / math.sqrt(q.shape[-1])
    scores = scores if mask is None else np.where(mask, scores, 0)
    weights = scores / scores.sum(axis=-1, keepdims=True)
    return weights @ v, weights


@misconception(
    "sigmoid-weights",
    entry="",
    en="Your weights are the sigmoid of each score by itself: they do not add up to 1.",
    zh="你的权重是每个分数各自的 sigmoid，加起来不等于 1。",
)
def attention(q, k, v, mask=None):
    q, k, v = floats(q, k, v)
    weights = 0.5 + 0.5 * np.tanh(0.5 * masked(products(q, k) / math.sqrt(q.shape[-1]), mask))
    return weights @ v, weights


@misconception(
    "results-swapped",
    entry="",
    en="You returned (weights, output). The output comes first.",
    zh="你返回的是 (weights, output)。应当输出在前。",
)
def attention(q, k, v, mask=None):
    return right_answer(q, k, v, mask)[::-1]


@misconception(
    "output-alone",
    entry="",
    en="You returned the output alone. The weights are asked for as well.",
    zh="你只返回了输出。还应返回权重。",
)
def attention(q, k, v, mask=None):
    return right_answer(q, k, v, mask)[0]


@misconception(
    "scores-for-weights",
    entry="",
    en="Your output is right, but in place of the weights you returned the scores before the softmax.",
    zh="你的输出是对的，但本该返回权重的地方，返回的是 softmax 之前的分数。",
)
def attention(q, k, v, mask=None):
    output, _ = right_answer(q, k, v, mask)
    q, k, v = floats(q, k, v)
    return output, products(q, k) / math.sqrt(q.shape[-1])


@misconception(
    "divided-by-the-number-of-keys",
    entry="",
    en="Your output was divided by the number of keys. The weights add up to 1, so it is a mean already.",
    zh="你的输出又除以了键的个数。权重之和已经是 1，它本来就是平均值。",
)
def attention(q, k, v, mask=None):
    output, weights = right_answer(q, k, v, mask)
    return output / k.shape[-2], weights


@misconception(
    "queries-changed",
    entry="X02",
    en="You divided the caller's queries by √d in place (`/=`).",
    zh="你用 `/=` 原地把调用者的查询除以了 √d。",
)
def attention(q, k, v, mask=None):
    q /= math.sqrt(q.shape[-1])
    return with_scale(q, k, v, mask, 1.0)


@misconception(
    "small-integers-wrap",
    entry="T08",
    en="Your dot products of small integers wrap around: int8 holds nothing above 127. Convert to float64 first.",
    zh="小整数的点积回绕了：int8 最大只能存 127。应先转换成 float64。",
)
def attention(q, k, v, mask=None):
    weights = shares(masked(products(q, k) / math.sqrt(q.shape[-1]), mask))
    return weights @ v, weights


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 for float32: the root is a float64 of NumPy, or the inputs were converted.",
    zh="输入是 float32 时，你的结果成了 float64：平方根是 NumPy 的 float64，或者转换过输入。",
)
def attention(q, k, v, mask=None):
    return right_answer(*(a.astype(np.float64) for a in (q, k, v)), mask)
