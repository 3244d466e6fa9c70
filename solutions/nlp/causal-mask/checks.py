"""Hidden checks of causal_mask and multi_head_attention."""

import numpy as np

from grader.checks import check, close


def inputs(rng, n, length, d):
    """Sequences and four weights under which the scores spread over a few units."""
    return rng.normal(size=(n, length, d)) + 0.3, *(rng.normal(size=(4, d, d)) * 1.2 / np.sqrt(d))


@check("marks the diagonal and what lies below it, as booleans", zh="对角线及其下方为 True，类型为布尔", points=2)
def test_mask(submission, reference):
    for length in (1, 3, 6):
        close(submission.causal_mask(length), reference.attention.causal_mask(length))


@check(
    "gives each head its own columns and scale, and joins the heads by Wo",
    zh="每个头用自己的列和自己的缩放，再由 Wo 合并",
    points=5,
)
def test_heads(submission, reference, rng):
    for (n, length, d), n_heads in [((2, 5, 6), 1), ((3, 4, 6), 2), ((2, 5, 12), 3), ((1, 7, 8), 4), ((2, 3, 5), 5)]:
        given = inputs(rng, n, length, d)
        expected = reference.attention.multi_head_attention(*given, n_heads)
        close(submission.multi_head_attention(*given, n_heads), expected)
        close(submission.multi_head_attention(*given, n_heads=n_heads, causal=False), expected)


@check(
    "lets no position see a later one where it is asked to, and only there",
    zh="要求因果时，任何位置都看不到后面；没有要求时则不受限制",
    points=4,
)
def test_causal(submission, reference, rng):
    for (n, length, d), n_heads in [((2, 5, 6), 3), ((3, 6, 4), 1), ((2, 4, 12), 2)]:
        given = inputs(rng, n, length, d)
        for causal in (True, False):
            expected = reference.attention.multi_head_attention(*given, n_heads, causal)
            close(submission.multi_head_attention(*given, n_heads, causal), expected)
    names = ("x", "Wq", "Wk", "Wv", "Wo")
    expected = reference.attention.multi_head_attention(*given, 3, causal=True)
    close(submission.multi_head_attention(**dict(zip(names, given)), n_heads=3, causal=True), expected)


@check(
    "stays finite for scores of ±1000, also where those of later positions are the largest",
    zh="分数达到 ±1000 也不溢出，后面位置的分数最大时也一样",
    points=3,
)
def test_large(submission, reference, rng):
    x = rng.uniform(18, 26, size=(2, 5, 4)) * np.array([1, -1, -1, 1, 1]).reshape(5, 1)
    Wv, Wo = rng.normal(size=(2, 4, 4)) / 20
    for Wq in (np.eye(4), -np.eye(4)):
        for causal in (False, True):
            given = (x, Wq, np.eye(4), Wv, Wo, 2, causal)
            close(submission.multi_head_attention(*given), reference.attention.multi_head_attention(*given))


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=1)
def test_dtypes(submission, reference, rng):
    x, weights = rng.integers(-2, 3, size=(2, 4, 6)), rng.integers(-1, 2, size=(4, 6, 6))
    # int8 holds these numbers, but not their products
    small = [x.astype(np.int8) * 9, *(weights[:2] * 3).astype(np.int8), *(weights[2:] * 20).astype(np.int8)]
    single = [a.astype(np.float32) / 2 for a in (x, *weights)]
    for given in ((x, *weights), small, single):
        for causal in (False, True):
            expected = reference.attention.multi_head_attention(*given, 3, causal)
            close(submission.multi_head_attention(*given, 3, causal), expected)


@check(
    "holds for one sequence, one position, one feature, and strided arrays",
    zh="只有一个序列、一个位置、一个特征、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    cases = [(inputs(rng, *size), n_heads) for size, n_heads in [((1, 4, 6), 2), ((3, 1, 4), 2), ((2, 5, 1), 1)]]
    x, *weights = inputs(rng, 4, 6, 8)
    cases.append(((x[::2, ::-1], *(W.T for W in weights)), 4))
    cases.append(((np.asfortranarray(x)[:, ::2], *(np.asfortranarray(W) for W in weights)), 2))
    for given, n_heads in cases:
        for causal in (True, False):
            expected = reference.attention.multi_head_attention(*given, n_heads, causal)
            close(submission.multi_head_attention(*given, n_heads, causal), expected)
