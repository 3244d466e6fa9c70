"""Hidden checks of attention."""

import numpy as np

from grader.checks import check, close, unpack


def same_attention(submission, reference, *arguments, **named):
    output, weights = unpack(submission.attention(*arguments, **named), "output", "weights")
    expected_output, expected_weights = reference.attention.attention(*arguments, **named)
    close(weights, expected_weights, "weights")
    close(output, expected_output, "output")


def inputs(rng, before, tq, tk, d, e):
    """Queries, keys and values whose scores spread over several units."""
    q, k, v = (rng.normal(size=(*before, *last)) for last in [(tq, d), (tk, d), (tk, e)])
    return 1.5 * q, 1.5 * k, v + 1


@check(
    "weighs the values by a softmax over the keys of the scores divided by √d",
    zh="分数除以 √d，沿键做 softmax，再对值加权",
    points=4,
)
def test_without_mask(submission, reference, rng):
    for before, sizes in [((), (4, 5, 3, 2)), ((3,), (5, 4, 2, 6)), ((2, 3), (4, 6, 5, 1))]:
        same_attention(submission, reference, *inputs(rng, before, *sizes))
    q, k, v = inputs(rng, (2,), 3, 4, 6, 5)
    same_attention(submission, reference, v=v, k=k, q=q)


@check(
    "gives keys that are not allowed no weight and shares it among the others, however the mask broadcasts",
    zh="不允许的键权重为 0，其余的权重之和仍为 1；掩码可以广播",
    points=3,
)
def test_mask(submission, reference, rng):
    q, k, v = inputs(rng, (2, 3), 4, 5, 6, 2)
    for shape in [(4, 5), (5,), (2, 1, 1, 5), (3, 4, 5), (2, 3, 4, 5)]:
        mask = rng.random(shape) < 0.5
        np.put_along_axis(mask, rng.integers(0, 5, size=(*shape[:-1], 1)), True, axis=-1)
        np.put_along_axis(mask, np.argmax(mask, axis=-1, keepdims=True) - 1, False, axis=-1)
        same_attention(submission, reference, q, k, v, mask)
    same_attention(submission, reference, q[0, 0], k[0, 0], v[0, 0], mask=mask[0, 0])


@check(
    "stays finite for scores of ±1000, also where those not allowed are the largest",
    zh="分数达到 ±1000 也不溢出，不允许的分数最大时也一样",
    points=3,
)
def test_large(submission, reference, rng):
    near, v = rng.uniform(0, 2, size=(3, 4)), rng.normal(size=(4, 2))
    offsets = np.array([[998.0], [-1000.0], [0.0]])
    far = np.array([[-1000.0, -998.5, 1000.0, -999.5], [998.5, -1000.0, 1000.0, 999.0], [0.0, 1.0, -1000.0, -999.0]])
    allowed = np.array([[True, True, False, True], [True, True, True, False], [False, False, True, True]])
    for scores in (near + offsets, far):
        q = 2 * scores
        same_attention(submission, reference, q, np.eye(4), v)
        same_attention(submission, reference, q, np.eye(4), v, allowed)


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=1)
def test_dtypes(submission, reference, rng):
    mask = np.array([True, False, True, True])
    q, k, v = (rng.integers(-2, 3, size=size) for size in [(2, 3, 5), (2, 4, 5), (2, 4, 3)])
    # int8 holds these, but not their products
    small = [(9 * a + rng.integers(0, 5, size=a.shape)).astype(np.int8) for a in (q, k, v)]
    single = [(a / 2).astype(np.float32) for a in (q, k, v)]
    for given in ((q, k, v), small, single):
        same_attention(submission, reference, *given)
        same_attention(submission, reference, *given, mask)


@check(
    "holds for one query, one key, one feature, a single allowed key, and strided arrays",
    zh="只有一个查询、一个键、一个特征、只允许一个键、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same_attention(submission, reference, *inputs(rng, (2,), 1, 4, 3, 2))
    same_attention(submission, reference, *inputs(rng, (1,), 3, 1, 2, 4), np.array([[True]]))
    q, k, v = inputs(rng, (), 4, 3, 1, 2)
    same_attention(submission, reference, q, k, v, np.eye(4, 3, dtype=bool) | np.eye(4, 3, -1, dtype=bool))
    q, k, v = inputs(rng, (2,), 6, 5, 8, 3)
    same_attention(
        submission, reference, q[:, ::2, ::2], k[..., ::2], np.asfortranarray(v), np.eye(3, 5, 2, dtype=bool)
    )
