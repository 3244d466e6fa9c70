"""Wrong answers to minibatches that people really give."""

import numpy as np

from grader.checks import misconception


def pieces(order, batch_size):
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


def pairs(x, y, batches):
    return [(x[batch], y[batch]) for batch in batches]


@misconception(
    "last-batch-dropped",
    entry="G01",
    en="You left out the samples that do not fill a whole batch: `n // batch_size` rounds down.",
    zh="你丢掉了凑不满一批的样本：`n // batch_size` 会向下取整。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, pieces(order, batch_size)[: len(order) // batch_size])


@misconception(
    "empty-batch",
    entry="G01",
    en="Where n is a multiple of batch_size your last batch is empty: `n // batch_size + 1` is one too many then.",
    zh="n 是 batch_size 的倍数时，你的最后一批是空的：这时 `n // batch_size + 1` 多了一批。",
)
def minibatches(x, y, batch_size, order):
    count = len(order) // batch_size + 1
    return pairs(x, y, [order[i * batch_size : (i + 1) * batch_size] for i in range(count)])


@misconception(
    "index-beyond-the-end",
    entry="G03",
    en="You take batch_size indices in every batch: in the last one they go beyond the end, and NumPy raises an error.",
    zh="你在每一批都取 batch_size 个下标：最后一批会越界，NumPy 报错。",
)
def minibatches(x, y, batch_size, order):
    starts = range(0, len(order), batch_size)
    return pairs(x, y, [order[start + np.arange(batch_size)] for start in starts])


@misconception(
    "last-batch-filled-up",
    entry="G03",
    en="You filled the last batch up with samples from the beginning: they are in two batches. It may be smaller.",
    zh="你用开头的样本补满了最后一批，这些样本就出现了两次。最后一批可以小一些。",
)
def minibatches(x, y, batch_size, order):
    starts = range(0, len(order), batch_size)
    return pairs(x, y, [order[np.arange(start, start + batch_size) % len(order)] for start in starts])


@misconception(
    "batches-evened-out",
    entry="",
    en="You cut the samples into batches of nearly equal size. All but the last should have exactly batch_size.",
    zh="你把样本切成了大小尽量相等的批次。除最后一批外，每批都应恰好有 batch_size 个。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, np.array_split(order, -(-len(order) // batch_size)))


@misconception(
    "size-taken-for-number",
    entry="",
    en="You made batch_size batches. It is the number of samples in a batch, not the number of batches.",
    zh="你切成了 batch_size 个批次。它是每批的样本数，不是批次数。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, np.array_split(order, batch_size))


@misconception(
    "last-batch-first",
    entry="",
    en="Your small batch comes first. The batches are cut from the beginning of order, so that the last one is small.",
    zh="你把较小的一批放在了最前面。应从 order 的开头切起，较小的是最后一批。",
)
def minibatches(x, y, batch_size, order):
    rest = len(order) % batch_size
    return pairs(x, y, ([order[:rest]] if rest else []) + pieces(order[rest:], batch_size))


@misconception(
    "sliding-window",
    entry="",
    en="Your batches overlap: each starts one sample after the one before. It should start batch_size later.",
    zh="你的批次相互重叠：每批只比上一批后移一个样本。应后移 batch_size 个。",
)
def minibatches(x, y, batch_size, order):
    starts = range(max(len(order) - batch_size, 0) + 1)
    return pairs(x, y, [order[start : start + batch_size] for start in starts])


@misconception(
    "first-batch-only",
    entry="",
    en="You return after the first batch: look at the indentation of `return`.",
    zh="你在第一批之后就返回了，请检查 `return` 的缩进。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, pieces(order, batch_size)[:1])


@misconception(
    "order-ignored",
    entry="G09",
    en="You took the samples as they lie in x and y: order has no part in the result.",
    zh="你按样本在 x、y 中原来的次序取用，order 没有起作用。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, pieces(np.arange(len(x)), batch_size))


@misconception(
    "targets-not-shuffled",
    entry="G08",
    en="You put x in order, but not y: the inputs of a batch come with the targets of other samples.",
    zh="你只对 x 按 order 取样，y 没有：一批中的输入配上了别的样本的目标。",
)
def minibatches(x, y, batch_size, order):
    return [(x[a], y[b]) for a, b in zip(pieces(order, batch_size), pieces(np.arange(len(y)), batch_size))]


@misconception(
    "inverse-order",
    entry="G08",
    en="You sorted the samples by order, which is the inverse permutation: order says which sample comes next, not "
    "where each sample goes.",
    zh="你把样本按 order 的值排了序，用的是逆排列：order 说的是下一个取哪个样本，而不是每个样本放到第几位。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, pieces(np.argsort(order), batch_size))


@misconception(
    "own-shuffle",
    entry="E09",
    en="You shuffled once more with random numbers of your own. The order is given.",
    zh="你又用自己的随机数打乱了一次。次序是给定的。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, pieces(np.random.default_rng(0).permutation(order), batch_size))


@misconception(
    "sorted-within-batches",
    entry="",
    en="Your batches hold the right samples, but sorted: within a batch they come in the given order too.",
    zh="你的每一批样本没错，但批内排了序。批内也应按给定次序排列。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, [np.sort(batch) for batch in pieces(order, batch_size)])


@misconception(
    "batch-axis-lost",
    entry="X06",
    en="You took a single sample with a plain index, so that its batch axis is gone. A batch of one still has that "
    "axis.",
    zh="只有一个样本时，你用单个下标取样，批次轴没有了。一个样本的批次也要保留这个轴。",
)
def minibatches(x, y, batch_size, order):
    return pairs(x, y, [batch[0] if len(batch) == 1 else batch for batch in pieces(order, batch_size)])


@misconception(
    "two-lists",
    entry="",
    en="You returned two lists, one of inputs and one of targets. One list of pairs is asked for.",
    zh="你返回了两个列表，一个是输入，一个是目标。这里要的是一个由二元组组成的列表。",
)
def minibatches(x, y, batch_size, order):
    batches = pieces(order, batch_size)
    return [x[batch] for batch in batches], [y[batch] for batch in batches]


@misconception(
    "becomes-float",
    entry="",
    en="Your batches are float64 whatever x and y are: an array made by `np.zeros` is. Class numbers have to stay "
    "integers.",
    zh="不论 x、y 是什么类型，你的批次都成了 float64：`np.zeros` 建立的就是它。类别编号必须仍是整数。",
)
def minibatches(x, y, batch_size, order):
    result = []
    for batch in pieces(order, batch_size):
        xb, yb = np.zeros((len(batch), *x.shape[1:])), np.zeros((len(batch), *y.shape[1:]))
        xb[...], yb[...] = x[batch], y[batch]
        result.append((xb, yb))
    return result


@misconception(
    "changes-in-place",
    entry="T11",
    en="You shuffled the caller's arrays themselves. Index them instead: that makes copies.",
    zh="你打乱了调用者的数组本身。应当用下标取样，那样得到的是副本。",
)
def minibatches(x, y, batch_size, order):
    x[:], y[:] = x[order], y[order]
    return pairs(x, y, pieces(np.arange(len(x)), batch_size))
