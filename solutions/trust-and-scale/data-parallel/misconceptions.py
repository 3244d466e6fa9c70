"""Wrong answers to all_reduce_mean that people really give."""

import numpy as np

from grader.checks import misconception


def stacked(worker_grads, worker_batch_sizes):
    """The gradients as one floating-point array, and the sizes beside it in a shape that broadcasts."""
    grads = np.stack(worker_grads)
    grads = grads.astype(grads.dtype if grads.dtype.kind == "f" else np.float64)
    return grads, np.reshape(worker_batch_sizes, (-1,) + (1,) * (grads.ndim - 1)).astype(grads.dtype)


@misconception(
    "plain-mean",
    entry="M12",
    en="You took the plain mean of the workers' gradients: a shard of one sample weighs as much as one of a hundred. "
    "That is right for equal shards only.",
    zh="你对各节点的梯度直接求了平均：一个样本的分片和一百个样本的分片一样重。只有分片一样大时才正确。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    return stacked(worker_grads, worker_batch_sizes)[0].mean(axis=0)


@misconception(
    "plain-mean-of-the-busy",
    entry="M12",
    en="You left out the workers without samples, and gave all others the same weight. Each should count with its "
    "number of samples.",
    zh="你去掉了没有样本的节点，其余节点的权重却都一样。每个节点应按样本数计入。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return grads[sizes.ravel() > 0].mean(axis=0)


@misconception(
    "sum-not-mean",
    entry="",
    en="You added the workers' gradients up: the result grows with the number of workers.",
    zh="你把各节点的梯度直接加了起来：节点越多，结果越大。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    return stacked(worker_grads, worker_batch_sizes)[0].sum(axis=0)


@misconception(
    "sum-over-all-samples",
    entry="C04",
    en="Your result is the sum of the gradients of all samples. It was not divided by their number.",
    zh="你的结果是所有样本梯度之和，没有除以样本总数。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (sizes * grads).sum(axis=0)


@misconception(
    "divided-by-workers",
    entry="",
    en="You weighted every gradient with its number of samples, but then divided by the number of workers.",
    zh="你按样本数给梯度加了权，最后除以的却是节点数。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (sizes * grads).mean(axis=0)


@misconception(
    "averages-again",
    entry="G05",
    en="You treated the gradients as sums: they were added and divided by the number of all samples. Each is a mean "
    "already.",
    zh="你把各节点的梯度当成了和：相加之后除以样本总数。它们已经是平均值了。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return grads.sum(axis=0) / sizes.sum()


@misconception(
    "divided-by-own-size",
    entry="G05",
    en="You divided every gradient by its own number of samples once more, and then averaged over the workers.",
    zh="你把每个梯度又除以了一次它自己的样本数，再对节点求平均。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (grads / np.maximum(sizes, 1)).mean(axis=0)


@misconception(
    "weights-upside-down",
    entry="",
    en="In your result the smallest shards weigh most: the weights are inverse to the numbers of samples.",
    zh="在你的结果中，越小的分片反而越重：权重与样本数成了反比。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    weights = 1 / np.maximum(sizes, 1)
    return ((weights / weights.sum()) * grads).sum(axis=0)


@misconception(
    "shares-of-the-largest",
    entry="",
    en="Your weights are shares of the largest shard, and add up to more than 1. They should be shares of all samples.",
    zh="你的权重是相对于最大分片的比例，加起来超过 1。应当取占样本总数的份额。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (sizes / sizes.max() * grads).sum(axis=0)


@misconception(
    "shares-rounded-down",
    entry="",
    en="Your shares were rounded down to whole numbers by `//`, and nearly all are 0.",
    zh="你的份额被 `//` 向下取整，几乎全成了 0。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (sizes // sizes.sum() * grads).sum(axis=0)


@misconception(
    "running-average",
    entry="",
    en="You averaged in pairs, one worker after the other: the last one weighs half, whatever its size.",
    zh="你逐个节点两两求平均：最后一个节点总是占一半，不管它有多少样本。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, _ = stacked(worker_grads, worker_batch_sizes)
    mean = grads[0]
    for grad in grads[1:]:
        mean = (mean + grad) / 2
    return mean


@misconception(
    "sizes-of-the-neighbour",
    entry="",
    en="Your gradients were weighted with sizes of other workers: the two lists are out of step, as if one was sorted.",
    zh="每个梯度都乘上了别的节点的样本数：两个列表没有对齐，例如只给其中一个排了序。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return (np.sort(sizes, axis=0) * grads).sum(axis=0) / sizes.sum()


@misconception(
    "one-number-for-all",
    entry="X05",
    en="Your result is one number, the mean over the parameters too. Every parameter keeps a gradient of its own.",
    zh="你的结果只是一个数：连参数之间也求了平均。每个参数都应有自己的梯度。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return np.mean((sizes * grads).sum(axis=0) / sizes.sum())


@misconception(
    "one-result-per-worker",
    entry="X06",
    en="You returned the result once for every worker, with a first axis of W. It is asked for once.",
    zh="你给每个节点都返回了一份结果，多出了长度为 W 的第一个轴。只要求一份。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return np.broadcast_to((sizes * grads).sum(axis=0) / sizes.sum(), grads.shape)


@misconception(
    "weighted-before-the-sum",
    entry="",
    en="Your result has an axis too many at the front: the weighted gradients were never added up.",
    zh="你的结果前面多了一个轴：加权之后的梯度没有相加。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    return sizes * grads / sizes.sum()


@misconception(
    "small-integers-overflow",
    entry="X03",
    en="For int8 gradients you multiplied in int8, and what does not fit wraps around. Convert before you multiply.",
    zh="梯度是 int8 时，你的乘法也在 int8 中进行，放不下的数会回绕。应当先转换再相乘。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    with np.errstate(all="ignore"):
        sizes = np.array(worker_batch_sizes).astype(worker_grads[0].dtype)
        total = sum(grad * size for grad, size in zip(worker_grads, sizes))
    return total / sum(worker_batch_sizes)


@misconception(
    "integers-truncated",
    entry="X03",
    en="For integer gradients your result is rounded towards zero: it was stored in an array of integers.",
    zh="梯度是整数时，你的结果被截断成了整数：它存进了整数数组。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads, sizes = stacked(worker_grads, worker_batch_sizes)
    mean = np.zeros_like(worker_grads[0])
    mean[...] = (sizes * grads).sum(axis=0) / sizes.sum()
    return mean


@misconception(
    "becomes-float64",
    entry="",
    en="Your result is float64 for float32 gradients: the weights were float64, as those of `np.average` are. A "
    "floating-point dtype is kept.",
    zh="梯度是 float32，你的结果却成了 float64：权重是 float64（`np.average` 的权重就是这样）。浮点类型应保持不变。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    return np.average(np.stack(worker_grads), axis=0, weights=worker_batch_sizes)


@misconception(
    "adds-into-the-first",
    entry="X02",
    en="You added all gradients into the first worker's array, which is the caller's.",
    zh="你把所有梯度都加进了第一个节点的数组，而那是调用者的数组。",
)
def all_reduce_mean(worker_grads, worker_batch_sizes):
    if worker_grads[0].dtype.kind != "f":
        worker_grads = [np.array(grad, dtype=float) for grad in worker_grads]
    total = worker_grads[0]
    total *= worker_batch_sizes[0]
    for grad, size in zip(worker_grads[1:], worker_batch_sizes[1:]):
        total += size * grad
    total /= sum(worker_batch_sizes)
    return total
