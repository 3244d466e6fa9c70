"""Wrong answers to negative_sampling_loss that people really give."""

import numpy as np

from grader.checks import misconception


def real(*arrays):
    return [a if a.dtype.kind == "f" else a.astype(float) for a in arrays]


def stable_softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def stable_sigmoid(x):
    return np.exp(-stable_softplus(-x))


def products(centre, context, negatives):
    return np.atleast_1d(context @ centre), negatives @ centre


def loss_of(positive, negative):
    return stable_softplus(-positive).sum() + stable_softplus(negative).sum()


def right_slopes(positive, negative):
    return -stable_sigmoid(-positive), stable_sigmoid(negative)


def grads_of(centre, context, negatives, a, b):
    """The gradients for the slopes a (1,) and b (k,) of the products."""
    return {"centre": a * context + b @ negatives, "context": a * centre, "negatives": np.outer(b, centre)}


def right(centre, context, negatives):
    """The right answer, to be changed in one place."""
    v, u, n = real(centre, context, negatives)
    scores = products(v, u, n)
    return loss_of(*scores), grads_of(v, u, n, *right_slopes(*scores))


@misconception(
    "negatives-rewarded",
    entry="",
    en="Your loss is small where the drawn words score high: their products lack the minus inside the sigmoid.",
    zh="抽来的词得分越高，你的损失反而越小：它们的内积在 sigmoid 里少了负号。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return loss_of(p, -q), grads_of(v, u, n, -stable_sigmoid(-p), -stable_sigmoid(-q))


@misconception(
    "negatives-left-out",
    entry="",
    en="The negatives have no part in your loss: only the neighbour's term is there.",
    zh="你的损失里没有负样本，只有上下文词的一项。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return stable_softplus(-p).sum(), grads_of(v, u, n, -stable_sigmoid(-p), 0 * q)


@misconception(
    "neighbour-left-out",
    entry="",
    en="The neighbour has no part in your loss: only the negatives' terms are there.",
    zh="你的损失里没有上下文词，只有负样本的各项。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return stable_softplus(q).sum(), grads_of(v, u, n, 0 * p, stable_sigmoid(q))


@misconception(
    "one-negative-only",
    entry="",
    en="Only the first of the negatives is in your result.",
    zh="你的结果只用到了第一个负样本。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    a, b = right_slopes(p, q)
    b[1:] = 0
    return loss_of(p, q[:1]), grads_of(v, u, n, a, b)


@misconception(
    "mean-over-negatives",
    entry="",
    en="You averaged over the negatives. They are added up, each with the same weight as the neighbour.",
    zh="你对负样本取了平均。应当相加，每个负样本的权重和上下文词相同。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    a, b = right_slopes(p, q)
    return stable_softplus(-p).sum() + stable_softplus(q).mean(), grads_of(v, u, n, a, b / b.dtype.type(len(q)))


@misconception(
    "mean-over-all-words",
    entry="B06",
    en="You averaged over the k + 1 words. Their terms are added up.",
    zh="你对 k + 1 个词取了平均。各项应当相加。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    count = 1 + len(negatives)
    return loss / count, {name: gradient / gradient.dtype.type(count) for name, gradient in grads.items()}


@misconception(
    "negatives-added-up-first",
    entry="",
    en="You added the products of the negatives up and took one logarithm of the sigmoid. Each negative is a question "
    "of its own, with a logarithm of its own.",
    zh="你先把负样本的内积加起来，再取一次 log σ。每个负样本是单独的一个问题，各有自己的 log σ。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    together = np.sum(q, keepdims=True)
    slope = np.repeat(stable_sigmoid(together), len(q))
    return loss_of(p, together), grads_of(v, u, n, -stable_sigmoid(-p), slope)


@misconception(
    "repeated-negatives-once",
    entry="NL14",
    en="A word that was drawn twice counts once in your loss. Every row of negatives is a term.",
    zh="抽到两次的词在你的损失里只算了一次。negatives 的每一行都是一项。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, np.unique(negatives, axis=0))
    return loss_of(*products(v, u, n)), right(centre, context, negatives)[1]


@misconception(
    "softmax",
    entry="",
    en="Your loss is a softmax over the k + 1 words. Negative sampling has k + 1 sigmoids instead, one for each word.",
    zh="你的损失是 k + 1 个词上的 softmax。负采样用的是 k + 1 个 sigmoid，每个词一个。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    logits = np.concatenate(products(v, u, n))
    powers = np.exp(logits - logits.max())
    loss = logits.max() + np.log(powers.sum()) - logits[0]
    slopes = powers / powers.sum()
    slopes[0] -= 1
    return loss, grads_of(v, u, n, slopes[:1], slopes[1:])


@misconception(
    "cosine",
    entry="",
    en="You scaled the vectors to length 1 before multiplying them. The products of the vectors themselves are meant.",
    zh="你先把向量缩放到长度为 1 再求内积。应当用向量本身的内积。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = (
        a / np.maximum(np.linalg.norm(a, axis=-1, keepdims=True), 1e-30) for a in real(centre, context, negatives)
    )
    return right(v, u, n)


@misconception(
    "no-minus",
    entry="B04",
    en="Your loss and its gradients have the wrong sign: the minus before the logarithms is missing.",
    zh="你的损失和梯度符号都反了：对数前面少了负号。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return -loss, {name: -gradient for name, gradient in grads.items()}


@misconception(
    "terms-not-added",
    entry="",
    en="Your loss still has one term per word. Their sum, one number, is asked for.",
    zh="你的损失仍是每个词一项。题目要的是它们的和，一个数。",
)
def negative_sampling_loss(centre, context, negatives):
    p, q = products(*real(centre, context, negatives))
    return stable_softplus(np.concatenate([-p, q])), right(centre, context, negatives)[1]


@misconception(
    "exponential-overflows",
    entry="B11",
    en="Your log(1 + exp(x)) overflows for large products. Its exponent must never be large and positive.",
    zh="内积很大时，你的 log(1 + exp(x)) 会溢出。要换一种写法，让指数永远不会是很大的正数。",
)
def softplus(x):
    return np.log(1 + np.exp(x))


@misconception(
    "log-of-saturated-sigmoid",
    entry="B01",
    en="You took the logarithm of a sigmoid. For a large negative product the sigmoid is 0 in floating point, and the "
    "logarithm infinite.",
    zh="你先算 sigmoid 再取对数。内积是很大的负数时，sigmoid 在浮点数里等于 0，对数就成了无穷大。",
)
def softplus(x):
    e = np.exp(-np.abs(x))
    return -np.log(np.where(x >= 0, e, 1) / (1 + e))


@misconception(
    "logarithm-levels-off",
    entry="C03",
    en="Your loss levels off at about 16 per word: the probability was raised to 1e-7 before its logarithm was taken.",
    zh="你的损失每个词到 16 左右就不再增长：取对数之前，概率被提高到了 1e-7。",
)
def negative_sampling_loss(centre, context, negatives):
    p, q = products(*real(centre, context, negatives))
    probabilities = stable_sigmoid(np.concatenate([p, -q]))
    return -np.log(np.maximum(probabilities, 1e-7)).sum(), right(centre, context, negatives)[1]


@misconception(
    "products-clipped",
    entry="C03",
    en="You clipped the products, so that exp does not overflow: beyond 500 your loss does not grow.",
    zh="你为了不让 exp 溢出而截断了内积：超过 500 后，损失就不再增长。",
)
def negative_sampling_loss(centre, context, negatives):
    scores = (np.clip(z, -500, 500) for z in products(*real(centre, context, negatives)))
    return loss_of(*scores), right(centre, context, negatives)[1]


@misconception(
    "neighbour-slope-lacks-label",
    entry="",
    en="The slope of the neighbour's product is σ in your gradients. Its label is 1, which has to be subtracted.",
    zh="在你的梯度里，上下文词内积的导数是 σ。它的标签是 1，还要减去 1。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return loss_of(p, q), grads_of(v, u, n, stable_sigmoid(p), stable_sigmoid(q))


@misconception(
    "negative-slope-less-one",
    entry="",
    en="The slopes of the negatives' products are σ - 1 in your gradients, as if their label were 1. It is 0.",
    zh="在你的梯度里，负样本内积的导数是 σ - 1，好像标签是 1。它们的标签是 0。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return loss_of(p, q), grads_of(v, u, n, -stable_sigmoid(-p), -stable_sigmoid(-q))


@misconception(
    "negative-slope-of-minus-product",
    entry="",
    en="The slopes of the negatives' products are σ(-n·v) in your gradients: the minus of the loss was not carried "
    "through the chain rule.",
    zh="在你的梯度里，负样本内积的导数是 σ(-n·v)：求导时没有用链式法则处理损失中的那个负号。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    return loss_of(p, q), grads_of(v, u, n, -stable_sigmoid(-p), stable_sigmoid(-q))


@misconception(
    "derivative-of-the-sigmoid",
    entry="",
    en="Your slopes are σ(1 - σ), the derivative of the sigmoid. The logarithm around it has a derivative too.",
    zh="你的导数是 σ(1 - σ)，即 sigmoid 的导数。外面的对数也要求导。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    p, q = products(v, u, n)
    a, b = (stable_sigmoid(z) * stable_sigmoid(-z) for z in (p, q))
    return loss_of(p, q), grads_of(v, u, n, -a, b)


@misconception(
    "centre-lacks-the-negatives",
    entry="",
    en="The centre's gradient comes from the neighbour alone. The centre is in the products of the negatives as well.",
    zh="你的中心词梯度只来自上下文词。负样本的内积里也有中心词。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"centre": right_slopes(*products(v, u, n))[0] * u}


@misconception(
    "centre-lacks-the-neighbour",
    entry="",
    en="The centre's gradient comes from the negatives alone. The neighbour's share is missing.",
    zh="你的中心词梯度只来自负样本，少了上下文词的那一份。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"centre": right_slopes(*products(v, u, n))[1] @ n}


@misconception(
    "centre-not-added-up",
    entry="",
    en="The centre's gradient has a row for each negative: their shares were not added up.",
    zh="你的中心词梯度每个负样本各占一行：没有把各份加起来。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    a, b = right_slopes(*products(v, u, n))
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"centre": a * u + b[:, None] * n}


@misconception(
    "negatives-added-up-in-the-gradient",
    entry="NL14",
    en="The negatives' gradients were added up to one vector. Every row has its own.",
    zh="你把各负样本的梯度加成了一个向量。每一行应各有自己的梯度。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"negatives": grads["negatives"].sum(axis=0)}


@misconception(
    "negatives-transposed",
    entry="",
    en="The negatives' gradient is transposed: `np.outer` has its arguments exchanged.",
    zh="你的负样本梯度转置了：`np.outer` 的两个参数对调了。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"negatives": grads["negatives"].T}


@misconception(
    "slope-times-own-vector",
    entry="",
    en="You multiplied the slope of each product by the word's own vector. The gradient in one factor is the slope "
    "times the other factor, the centre.",
    zh="你把导数乘在了词自己的向量上。对内积中一个向量的梯度，是导数乘另一个向量，即中心词向量。",
)
def negative_sampling_loss(centre, context, negatives):
    v, u, n = real(centre, context, negatives)
    a, b = right_slopes(*products(v, u, n))
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"context": a * u, "negatives": b[:, None] * n}


@misconception(
    "centre-and-context-exchanged",
    entry="",
    en="The gradients of centre and context are exchanged in your dict.",
    zh="在你的字典里，centre 和 context 的梯度对调了。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return loss, grads | {"centre": grads["context"], "context": grads["centre"]}


@misconception(
    "downhill-direction",
    entry="",
    en="You returned the direction in which the loss falls. The gradient is the one in which it rises.",
    zh="你返回的是损失下降的方向。梯度是损失上升的方向。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return loss, {name: -gradient for name, gradient in grads.items()}


@misconception(
    "vectors-updated",
    entry="T11",
    en="You made a step with the caller's vectors. Only the gradients are asked for.",
    zh="你直接对调用者的向量做了一步更新。题目只要梯度。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    for vector, name in [(centre, "centre"), (context, "context"), (negatives, "negatives")]:
        if vector.dtype.kind == "f":
            vector -= 0.1 * grads[name]
    return loss, grads


@misconception(
    "grads-not-a-dict",
    entry="",
    en="You returned the gradients as a tuple. A dict with the arguments' names is asked for.",
    zh="你把梯度作为元组返回。题目要的是以参数名为键的字典。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    return loss, (grads["centre"], grads["context"], grads["negatives"])


@misconception(
    "float32-lost",
    entry="",
    en="Your gradients are float64 for float32 vectors.",
    zh="向量是 float32 时，你的梯度成了 float64。",
)
def negative_sampling_loss(centre, context, negatives):
    return right(*(a.astype(float) for a in (centre, context, negatives)))


@misconception(
    "gradient-cut-to-integers",
    entry="X03",
    en="For integer vectors your gradients are integers: `np.zeros_like` takes the dtype of its argument, and what is "
    "written into it is cut.",
    zh="向量是整数时，你的梯度也成了整数：`np.zeros_like` 沿用参数的 dtype，写进去的小数被截断了。",
)
def negative_sampling_loss(centre, context, negatives):
    loss, grads = right(centre, context, negatives)
    arguments = {"centre": centre, "context": context, "negatives": negatives}
    return loss, {name: gradient.astype(arguments[name].dtype) for name, gradient in grads.items()}


@misconception(
    "bytes-wrap",
    entry="T08",
    en="The products of byte vectors wrap around at 256. Convert to floating point before multiplying.",
    zh="向量是 uint8 时，内积超过 255 就会回绕。先转换成浮点数再相乘。",
)
def negative_sampling_loss(centre, context, negatives):
    p, q = (z.astype(float) for z in products(centre, context, negatives))
    if centre.dtype.itemsize > 1:
        return right(centre, context, negatives)
    return loss_of(p, q), grads_of(centre, context, negatives, *right_slopes(p, q))
