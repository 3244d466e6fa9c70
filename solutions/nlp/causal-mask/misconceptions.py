"""Wrong answers to causal_mask and multi_head_attention that people really give."""

import math

import numpy as np

from grader.checks import misconception

right_answer = multi_head_attention
right_split = split


def lower(length, diagonal=0):
    """True on and below a diagonal."""
    return np.tri(length, k=diagonal, dtype=bool)


def shares(z, axis=-1):
    """A stable softmax."""
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def to_float(x):
    """Integers become float64."""
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def merged(heads):
    """(n, heads, T, w) becomes (n, T, heads · w)."""
    n, n_heads, length, width = heads.shape
    return heads.transpose(0, 2, 1, 3).reshape(n, length, n_heads * width)


def parts(x, Wq, Wk, Wv, n_heads):
    """Scores before the mask, and the values, by heads."""
    q, k, v = (right_split(to_float(x) @ W, n_heads) for W in (Wq, Wk, Wv))
    return np.einsum("nhid,nhjd->nhij", q, k) / math.sqrt(q.shape[-1]), v


def hidden(scores, causal):
    """Scores of later positions become -inf."""
    return np.where(lower(scores.shape[-1]), scores, -np.inf) if causal else scores


@misconception(
    "later-ones-only",
    entry="NL12",
    en="Your mask is the upper triangle: each position sees itself and what comes later, nothing that came before.",
    zh="你的掩码是上三角：每个位置看到的是自己和后面，看不到前面。",
)
def causal_mask(length):
    return np.triu(np.ones((length, length), dtype=bool))


@misconception(
    "not-itself",
    entry="NL12",
    en="Your mask leaves out the diagonal: no position sees itself, and the first one sees nothing at all.",
    zh="你的掩码不含对角线：每个位置都看不到自己，第一个位置什么也看不到。",
)
def causal_mask(length):
    return lower(length, -1)


@misconception(
    "one-step-ahead",
    entry="NL12",
    en="Your mask is off by one: each position also sees the next one, the very one that it is to predict.",
    zh="你的掩码差了一位：每个位置还看得到下一个位置，而那正是它要预测的。",
)
def causal_mask(length):
    return lower(length, 1)


@misconception(
    "true-for-hidden",
    entry="NL9",
    en="Your mask is True where a position must not look. Here True means that it may.",
    zh="你的掩码在不能看的地方为 True。本题中 True 表示可以看。",
)
def causal_mask(length):
    return ~lower(length)


@misconception(
    "mask-to-be-added",
    entry="NL9",
    en="Your mask holds 0 and -inf, to be added to the scores. Booleans are asked for.",
    zh="你的掩码由 0 和 -inf 组成，是用来加到分数上的。本题要的是布尔值。",
)
def causal_mask(length):
    return np.where(lower(length), 0.0, -np.inf)


@misconception(
    "mask-of-floats",
    entry="NL9",
    en="Your mask holds the numbers 1.0 and 0.0. Booleans are asked for.",
    zh="你的掩码由 1.0 和 0.0 组成。本题要的是布尔值。",
)
def causal_mask(length):
    return np.tril(np.ones((length, length)))


@misconception(
    "mask-of-integers",
    entry="NL9",
    en="Your mask holds the integers 1 and 0. Booleans are asked for: `~` of integers, for one, is something else.",
    zh="你的掩码由整数 1 和 0 组成。本题要的是布尔值：比如对整数用 `~`，结果就完全不同。",
)
def causal_mask(length):
    return lower(length).astype(int)


@misconception(
    "diagonal-only",
    entry="NL12",
    en="Your mask is the diagonal: each position sees itself alone.",
    zh="你的掩码只有对角线：每个位置只看得到自己。",
)
def causal_mask(length):
    return np.eye(length, dtype=bool)


@misconception(
    "scaled-by-the-whole-width",
    entry="NL7",
    en="Your scores are divided by √d. A head's vectors have the length d / n_heads only, and that gives the scale.",
    zh="你的分数除以了 √d。每个头的向量长度只有 d / n_heads，应按这个长度缩放。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    return merged(shares(hidden(scores / math.sqrt(n_heads), causal)) @ v) @ Wo


@misconception(
    "scaled-by-the-length",
    entry="NL7",
    en="Your scores are divided by the root of the number of positions. The scale is the root of a head's width.",
    zh="你的分数除以了位置个数的平方根。应除以头的宽度的平方根。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    scores = scores * (math.sqrt(x.shape[2] // n_heads) / math.sqrt(x.shape[1]))
    return merged(shares(hidden(scores, causal)) @ v) @ Wo


@misconception(
    "scaled-by-the-heads",
    entry="NL7",
    en="Your scores are divided by the root of the number of heads. The scale is the root of a head's width.",
    zh="你的分数除以了头的个数的平方根。应除以头的宽度的平方根。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    scores = scores * (math.sqrt(x.shape[2] // n_heads) / math.sqrt(n_heads))
    return merged(shares(hidden(scores, causal)) @ v) @ Wo


@misconception(
    "not-scaled",
    entry="NL7",
    en="Your scores are the plain dot products: they were not divided by the root of a head's width.",
    zh="你的分数就是点积本身，没有除以头的宽度的平方根。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    return merged(shares(hidden(scores * math.sqrt(x.shape[2] // n_heads), causal)) @ v) @ Wo


@misconception(
    "split-without-transpose",
    entry="NL13",
    en="Your heads hold pieces of other positions: reshaping to (n, heads, T, …) at once cuts the rows "
    "in memory order. "
    "Split the columns first, then move the axis.",
    zh="你的头里混进了其他位置的内容：直接 reshape 成 (n, heads, T, …)，是按内存次序切开的。应先切分列，再移动轴。",
)
def split(x, n_heads):
    n, length, d = x.shape
    return x.reshape(n, n_heads, length, d // n_heads)


@misconception(
    "joined-without-transpose",
    entry="NL13",
    en="Your heads are right, but were joined in memory order, (n, heads, T, …) reshaped to (n, T, d) "
    "at once: positions "
    "get mixed. Move the axis back first.",
    zh="你的各个头是对的，但合并时直接把 (n, heads, T, …) reshape 成了 (n, T, d)，位置混在了一起。应先把轴移回去。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    return (shares(hidden(scores, causal)) @ v).reshape(x.shape) @ Wo


@misconception(
    "columns-dealt-out",
    entry="NL13",
    en="Your heads take turns with the columns, like dealing cards. The columns of a head lie next to each other.",
    zh="你把列像发牌一样轮流分给各个头。同一个头的列应当是相邻的。",
)
def split(x, n_heads):
    n, length, d = x.shape
    return x.reshape(n, length, d // n_heads, n_heads).transpose(0, 3, 1, 2)


@misconception(
    "number-and-width-swapped",
    entry="NL13",
    en="Your heads have the width n_heads, so that there are d / n_heads of them: number and width are swapped.",
    zh="你的每个头宽度为 n_heads，个数却是 d / n_heads：头的个数和宽度弄反了。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo, x.shape[2] // n_heads, causal)


@misconception(
    "single-head",
    entry="",
    en="Your result is that of one head over all columns, whatever `n_heads` is.",
    zh="无论 `n_heads` 是多少，你的结果都等于只有一个头、用全部列时的结果。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo, 1, causal)


@misconception(
    "among-the-heads",
    entry="NL13",
    en="Your heads attend to each other within a position: time and heads were not exchanged before the product.",
    zh="你的注意力发生在同一位置的各个头之间：做乘法之前，没有交换时间轴和头的轴。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    q, k, v = (right_split(to_float(x) @ W, n_heads).swapaxes(1, 2) for W in (Wq, Wk, Wv))
    scores = np.einsum("nthd,ntgd->nthg", q, k) / math.sqrt(q.shape[-1])
    return (shares(hidden(scores, causal)) @ v).reshape(x.shape) @ Wo


@misconception(
    "output-weights-missing",
    entry="",
    en="Your result holds the heads side by side: the product with Wo is missing.",
    zh="你的结果只是把各个头并排放在一起，没有乘以 Wo。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, np.eye(len(Wo), dtype=to_float(x).dtype), n_heads, causal)


@misconception(
    "weights-transposed",
    entry="W01",
    en="Your weights are transposed, as PyTorch stores them. Here they are (in, out): `x @ W`.",
    zh="你的权重被转置了，PyTorch 是那样存的。本题的布局是 (输入, 输出)：`x @ W`。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq.T, Wk.T, Wv.T, Wo.T, n_heads, causal)


@misconception(
    "output-weights-transposed",
    entry="W01",
    en="Your output is multiplied by the transpose of Wo.",
    zh="你的输出乘的是 Wo 的转置。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo.T, n_heads, causal)


@misconception(
    "queries-and-keys-swapped",
    entry="",
    en="Your queries are made with Wk and your keys with Wq: the scores are transposed.",
    zh="你的查询用了 Wk，键用了 Wq：分数被转置了。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wk, Wq, Wv, Wo, n_heads, causal)


@misconception(
    "values-not-projected",
    entry="",
    en="Your heads average x itself: the values are to be made with Wv.",
    zh="你的头直接对 x 求平均。值应当由 Wv 得到。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, np.eye(len(Wv), dtype=to_float(x).dtype), Wo, n_heads, causal)


@misconception(
    "keys-for-values",
    entry="",
    en="Your heads average the keys: Wv has no part in it.",
    zh="你的头是对键求平均：Wv 没有起作用。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wk, Wo, n_heads, causal)


@misconception(
    "softmax-over-the-queries",
    entry="NL8",
    en="Your softmax runs over the positions that ask. The weights of one query over the positions it "
    "looks at add up to 1.",
    zh="你的 softmax 是沿发问的位置做的。应当是一个查询对各个被看位置的权重之和为 1。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    return merged(shares(hidden(scores, causal), axis=-2) @ v) @ Wo


@misconception(
    "overflows",
    entry="NL11",
    en="Your exponentials overflow for large scores: subtract the largest one of each query first.",
    zh="分数很大时，你的指数溢出了。应先减去每个查询的最大分数。",
)
def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    "largest-score-later-on",
    entry="NL11",
    en="Your largest score was taken before the mask. Where a later position has it, the visible ones "
    "underflow to 0/0.",
    zh="你在加掩码之前取了最大值。如果最大的分数在后面的位置，看得到的那些就会下溢成 0/0。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    e = np.exp(hidden(scores - scores.max(axis=-1, keepdims=True), causal))
    return merged(e / e.sum(axis=-1, keepdims=True) @ v) @ Wo


@misconception(
    "mask-after-the-softmax",
    entry="NL8",
    en="Your weights of later positions were set to 0 after the softmax: the others no longer add up to 1.",
    zh="你在 softmax 之后才把后面位置的权重置零，其余的权重之和不再是 1。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    weights = shares(scores)
    return merged((weights * lower(x.shape[1]) if causal else weights) @ v) @ Wo


@misconception(
    "masked-scores-zero",
    entry="NL8",
    en="Your scores of later positions are 0, and e⁰ = 1 still gets a share. They must become -inf.",
    zh="你把后面位置的分数变成了 0，而 e⁰ = 1，仍会分到份额。应变成 -inf。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    return merged(shares(scores * lower(x.shape[1]) if causal else scores) @ v) @ Wo


@misconception(
    "always-causal",
    entry="",
    en="Your positions never see a later one, even where `causal` is false.",
    zh="即使 `causal` 为假，你的每个位置也看不到后面。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo, n_heads, True)


@misconception(
    "never-causal",
    entry="",
    en="Your positions see later ones even where `causal` is true.",
    zh="即使 `causal` 为真，你的每个位置仍看得到后面。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo, n_heads)


@misconception(
    "causal-by-default",
    entry="",
    en="Your result is causal where the argument is left out: its default is False.",
    zh="不传 `causal` 时，你的结果成了因果的。它的默认值是 False。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=True):
    return right_answer(x, Wq, Wk, Wv, Wo, n_heads, causal)


@misconception(
    "mask-used-the-wrong-way-round",
    entry="NL12",
    en="Your mask is used the wrong way round in the attention: each position sees itself and later ones.",
    zh="你在注意力里把掩码用反了：每个位置看到的是自己和后面。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    scores, v = parts(x, Wq, Wk, Wv, n_heads)
    seen = lower(x.shape[1]).T if causal else np.ones((1, 1), dtype=bool)
    return merged(shares(np.where(seen, scores, -np.inf)) @ v) @ Wo


@misconception(
    "residual-added",
    entry="",
    en="Your result has x added to it, as the transformer's block does afterwards. That is not part of the attention.",
    zh="你的结果里加上了 x，那是 Transformer 的模块之后才做的残差连接，不属于注意力本身。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x, Wq, Wk, Wv, Wo, n_heads, causal) + x


@misconception(
    "small-integers-wrap",
    entry="T08",
    en="Your products of small integers wrap around: int8 holds nothing above 127. Convert to float64 first.",
    zh="小整数的乘积回绕了：int8 最大只能存 127。应先转换成 float64。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    q, k, v = (right_split(x @ W, n_heads) for W in (Wq, Wk, Wv))
    scores = np.einsum("nhid,nhjd->nhij", q, k) / math.sqrt(q.shape[-1])
    return merged(shares(hidden(scores, causal)) @ v) @ Wo


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 for float32: the root is a float64 of NumPy, or the inputs were converted.",
    zh="输入是 float32 时，你的结果成了 float64：平方根是 NumPy 的 float64，或者转换过输入。",
)
def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    return right_answer(x.astype(np.float64), Wq, Wk, Wv, Wo, n_heads, causal)
