"""Hidden checks of layernorm."""

import numpy as np

from grader.checks import check, close


def layer(rng, *shape):
    """Inputs whose vectors differ in mean and spread, a scale and a shift."""
    spread, middle = rng.uniform(0.4, 2.0, size=(*shape[:-1], 1)), rng.uniform(1.0, 4.0, size=(*shape[:-1], 1))
    x = middle + spread * rng.normal(size=shape)
    gamma = rng.uniform(0.5, 2.0, size=shape[-1]) * rng.choice([-1, 1], size=shape[-1])
    return x, gamma, rng.uniform(0.5, 2.0, size=shape[-1])


def compare(submission, reference, *arguments, **named):
    close(submission.layernorm(*arguments, **named), reference.layernorm.layernorm(*arguments, **named))


@check(
    "normalises each sample over its features, then scales and shifts each feature",
    zh="对每个样本沿特征归一化，再逐个特征缩放和平移",
    points=3,
)
def test_matrix(submission, reference, rng):
    for n, d, eps in [(4, 3, 0.2), (3, 5, 0.05), (2, 7, 0.4)]:
        compare(submission, reference, *layer(rng, n, d), eps)


@check("goes along the last axis whatever the rank", zh="无论有几个轴，都沿最后一个轴归一化", points=3)
def test_ranks(submission, reference, rng):
    for shape in [(2, 4, 3), (3, 2, 5), (2, 3, 4, 5), (1, 4, 3)]:
        compare(submission, reference, *layer(rng, *shape), eps=0.2)
    compare(submission, reference, *layer(rng, 4, 4, 4), eps=0.2)  # here every axis would fit


@check("has eps 1e-3 as its default, under the root", zh="eps 的默认值为 1e-3，且加在根号里面", points=2)
def test_eps(submission, reference, rng):
    x, gamma, beta = layer(rng, 4, 5)
    compare(submission, reference, 0.03 * x, gamma, beta)  # variances of about 1e-3, so that eps shows
    compare(submission, reference, 0.03 * x, gamma, beta, 0.02)
    compare(submission, reference, 0.03 * x, gamma, beta, eps=0.1)


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=1)
def test_dtypes(submission, reference, rng):
    x, gamma, beta = layer(rng, 2, 3, 5)
    compare(submission, reference, np.rint(5 * x).astype(np.int64), gamma, beta, 0.2)
    compare(submission, reference, rng.integers(0, 256, size=(4, 5), dtype=np.uint8), gamma, beta, 0.2)
    compare(
        submission, reference, *[rng.integers(1, 100, size=np.shape(a), dtype=np.uint8) for a in (x, gamma, beta)], 0.2
    )
    compare(submission, reference, *[a.astype(np.float32) for a in (x, gamma, beta)], 0.2)


@check(
    "holds for one sample, one feature, equal features, a mean far from 0 and strided arrays",
    zh="只有一个样本、只有一个特征、特征全相等、均值离 0 很远、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng, backend):
    compare(submission, reference, *layer(rng, 1, 4), 0.2)
    compare(submission, reference, *layer(rng, 3, 1), 0.2)
    x, gamma, beta = layer(rng, 4, 3)
    x[1] = 2.5
    compare(submission, reference, x, gamma, beta, 0.2)
    compare(submission, reference, np.repeat(x, 2, axis=1)[:, ::2], np.repeat(gamma, 2)[::2], beta[::-1], 0.2)
    compare(submission, reference, np.asfortranarray(x), gamma, beta, 0.2)
    if backend == "numpy":  # Keras computes in float32, which cannot hold both the mean and the spread
        compare(submission, reference, x + 1e7, gamma, beta, 0.2)
