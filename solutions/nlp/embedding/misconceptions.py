"""Wrong answers to embedding_forward and embedding_backward that people really give."""

import numpy as np

from grader.checks import misconception


def real(dy):
    return dy if dy.dtype.kind == "f" else dy.astype(float)


def zeros(dy, rows):
    return np.zeros((rows, dy.shape[-1]), real(dy).dtype)


def added_up(dy, ids, rows):
    dtable = zeros(dy, rows)
    np.add.at(dtable, ids, real(dy))
    return dtable


@misconception(
    "columns-looked-up",
    entry="",
    en="You looked up columns of the table: the words are its rows.",
    zh="你查的是表的列。词对应的是行。",
)
def embedding_forward(ids, table):
    return table[:, np.minimum(ids, table.shape[1] - 1)]


@misconception(
    "single-numbers",
    entry="",
    en="You took single numbers out of the flattened table: `np.take` without an axis does so.",
    zh="你从展平的表里取出了单个的数：`np.take` 不写 axis 就会这样。",
)
def embedding_forward(ids, table):
    return np.take(table, ids)


@misconception(
    "shape-of-ids-lost",
    entry="X06",
    en="Your result has all ids in one axis. The axes of ids come back in it, then d.",
    zh="你的结果把所有编号排成了一个轴。应保留 ids 的各轴，最后再加 d。",
)
def embedding_forward(ids, table):
    return table[ids.ravel()]


@misconception(
    "vector-axis-first",
    entry="",
    en="The axis of the vectors comes first in your result. It is the last one.",
    zh="你把向量的轴放在了最前面，它应当是最后一个轴。",
)
def embedding_forward(ids, table):
    return table.T[:, ids]


@misconception(
    "words-added-up",
    entry="",
    en="You added the vectors of a text up. Each word keeps its own.",
    zh="你把一段文本中各词的向量加了起来。每个词应保留自己的向量。",
)
def embedding_forward(ids, table):
    return table[ids].sum(axis=-2)


@misconception(
    "scaled-by-root-of-d",
    entry="",
    en="You multiplied the vectors by the root of d. Transformers do so after the embedding, the layer does not.",
    zh="你把向量乘了 √d。那是 Transformer 在嵌入之后做的，嵌入层本身不做。",
)
def embedding_forward(ids, table):
    return table[ids] * np.sqrt(table.shape[1]).astype(table.dtype)


@misconception(
    "padding-looked-up-as-zero",
    entry="NL15",
    en="Id 0 gives zeros in your forward pass. It is looked up like any other.",
    zh="编号 0 在你的前向计算中得到零向量。它也要照常查表。",
)
def embedding_forward(ids, table):
    return table[ids] * (ids != 0)[..., None].astype(table.dtype)


@misconception(
    "ids-from-one",
    entry="",
    en="You looked up one row before the right one: the ids are counted from 0.",
    zh="你查到的是前一行：编号从 0 数起。",
)
def embedding_forward(ids, table):
    return table[ids - 1]


@misconception(
    "forward-loses-float32",
    entry="",
    en="Your vectors are float64 for a float32 table: an array that `np.eye` or `np.zeros` made is float64.",
    zh="表是 float32 时，你的向量成了 float64：`np.eye`、`np.zeros` 建立的数组是 float64。",
)
def embedding_forward(ids, table):
    return np.eye(len(table))[ids] @ table


@misconception(
    "repeats-lost",
    entry="Y10",
    en="An id that occurs several times has only the gradient of its last place: `dtable[ids] += dy` writes each row "
    "once.",
    zh="一个编号多次出现时，只留下了最后一处的梯度：`dtable[ids] += dy` 对每一行只写一次。",
)
def embedding_backward(dy, ids, vocabulary_size):
    dtable = zeros(dy, vocabulary_size)
    dtable[ids] += real(dy)
    return dtable


@misconception(
    "repeats-within-a-sample-lost",
    entry="Y10",
    en="You go through the samples one by one, but within a sample `dtable[ids] += dy` still writes each row once.",
    zh="你逐个样本累加，但在一个样本之内，`dtable[ids] += dy` 对每一行仍然只写一次。",
)
def embedding_backward(dy, ids, vocabulary_size):
    dtable = zeros(dy, vocabulary_size)
    for sample_ids, sample_dy in zip(ids, real(dy)):
        dtable[sample_ids] += sample_dy
    return dtable


@misconception(
    "repeats-averaged",
    entry="Y10",
    en="You averaged the gradients of an id that occurs several times. They are added up.",
    zh="同一编号多次出现时，你对梯度取了平均。应当相加。",
)
def embedding_backward(dy, ids, vocabulary_size):
    often = np.bincount(ids.ravel(), minlength=vocabulary_size)[:, None]
    return added_up(dy, ids, vocabulary_size) / np.maximum(often, 1).astype(real(dy).dtype)


@misconception(
    "divided-by-the-places",
    entry="",
    en="You divided by the number of ids. What the loss divides by is in dy already.",
    zh="你除以了编号的个数。损失中要除的数已经包含在 dy 里。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids, vocabulary_size) / real(dy).dtype.type(ids.size)


@misconception(
    "divided-by-the-batch",
    entry="",
    en="You divided by the number of samples. What the loss divides by is in dy already.",
    zh="你除以了样本数。损失中要除的数已经包含在 dy 里。",
)
def embedding_backward(dy, ids, vocabulary_size):
    # a batch of one sequence is divided by its words, as by len(ids)
    return added_up(dy, ids, vocabulary_size) / real(dy).dtype.type(len(ids) if ids.ndim > 1 else 1)


@misconception(
    "rows-up-to-the-largest-id",
    entry="T05",
    en="Your gradient ends with the largest id that occurs. It has vocabulary_size rows, as the table has.",
    zh="你的梯度只到出现过的最大编号为止。它应当和表一样有 vocabulary_size 行。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids, int(ids.max()) + 1)


@misconception(
    "only-words-that-occur",
    entry="T06",
    en="Your gradient has a row for each word that occurs, one after the other. Row v belongs to word v.",
    zh="你的梯度只给出现过的词依次各设一行。第 v 行应当对应编号为 v 的词。",
)
def embedding_backward(dy, ids, vocabulary_size):
    words, rows = np.unique(ids, return_inverse=True)
    return added_up(dy, rows.reshape(ids.shape), len(words))


@misconception(
    "padding-without-gradient",
    entry="NL15",
    en="Row 0 of your gradient is 0. Id 0 is a row like any other here, also where it pads.",
    zh="你的梯度第 0 行是 0。本题中编号 0 即使用作填充，也和其他行一样对待。",
)
def embedding_backward(dy, ids, vocabulary_size):
    dtable = added_up(dy, ids, vocabulary_size)
    dtable[0] = 0
    return dtable


@misconception(
    "gradient-transposed",
    entry="",
    en="Your gradient is transposed: it has the shape of the table, one row per word.",
    zh="你的梯度转置了：它应与表同形，每个词一行。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids, vocabulary_size).T


@misconception(
    "places-counted",
    entry="",
    en="Your gradient counts how often each word occurs: dy has no part in it.",
    zh="你的梯度只是每个词出现的次数，dy 没有起作用。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(np.ones_like(real(dy)), ids, vocabulary_size)


@misconception(
    "first-sample-only",
    entry="",
    en="Only the first sample of the batch is in your gradient.",
    zh="你的梯度里只有批次中的第一个样本。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy[:1], ids[:1], vocabulary_size)


@misconception(
    "axes-mixed-by-reshape",
    entry="",
    en="You made rows of dy by `reshape(d, -1).T`, which mixes the numbers of different words. d is the last axis: "
    "`reshape(-1, d)` keeps the vectors whole.",
    zh="你用 `reshape(d, -1).T` 把 dy 变成行，不同词的数就混在了一起。d 是最后一个轴，应当用 `reshape(-1, d)`。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy.reshape(dy.shape[-1], -1).T, ids.ravel(), vocabulary_size)


@misconception(
    "gradient-shifted",
    entry="",
    en="Your gradients lie one row too high: the ids are counted from 0.",
    zh="你的梯度都偏上了一行：编号从 0 数起。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids - 1, vocabulary_size)


@misconception(
    "gradient-loses-float32",
    entry="",
    en="Your gradient is float64 for a float32 dy: `np.zeros` makes float64 unless told otherwise.",
    zh="dy 是 float32 时，你的梯度成了 float64：`np.zeros` 不指定类型就是 float64。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids, vocabulary_size).astype(float)


@misconception(
    "integer-gradient",
    entry="X03",
    en="For an integer dy your gradient is an integer array. Integers are computed as float64.",
    zh="dy 是整数时，你的梯度成了整数数组。整数应按 float64 计算。",
)
def embedding_backward(dy, ids, vocabulary_size):
    return added_up(dy, ids, vocabulary_size).astype(dy.dtype)
