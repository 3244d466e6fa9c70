"""Hidden checks of rnn_forward."""

import numpy as np

from grader.checks import check, close


def network(rng, n, steps, d, u):
    """Arguments whose states neither saturate nor forget h0 at once: x, h0, W, U, b."""
    return [
        rng.normal(size=(n, steps, d)),
        rng.normal(size=(n, u)),
        0.6 * rng.normal(size=(d, u)),
        0.6 * rng.normal(size=(u, u)),
        0.8 * rng.normal(size=u),
    ]


def compare(submission, reference, arguments):
    close(submission.rnn_forward(*arguments), reference.rnn.rnn_forward(*arguments), what="h")


@check("carries the state from step to step", zh="状态逐步往后传", points=3)
def test_values(submission, reference, rng):
    for sizes in [(4, 5, 3, 2), (2, 3, 5, 4), (3, 6, 2, 5)]:
        compare(submission, reference, network(rng, *sizes))


@check("starts from h0, a state for each sample", zh="从 h0 出发，每个样本有自己的初始状态", points=2)
def test_first_step(submission, reference, rng):
    compare(submission, reference, network(rng, 5, 1, 3, 4))
    x, h0, *weights = network(rng, 3, 2, 4, 5)
    compare(submission, reference, [x, 2 * h0, *weights])


@check(
    "keeps batch, time and units apart where all of them are equal",
    zh="批次、时间、单元数都相等时也不混淆各个轴",
    points=2,
)
def test_equal_sizes(submission, reference, rng):
    compare(submission, reference, network(rng, 3, 3, 3, 3))


@check("does not overflow at pre-activations of ±1000", zh="预激活值达到 ±1000 时不溢出", points=2)
def test_large_preactivations(submission, reference, rng):
    *arguments, _ = network(rng, 2, 4, 3, 5)
    arguments.append(np.array([1000.0, -1000.0, 0.3, 500.0, -0.7]))
    compare(submission, reference, arguments)
    compare(submission, reference, [a.astype(np.float32) for a in arguments])


@check(
    "holds for one sample, one feature, one unit, strided arrays, float32 and integers, bytes included",
    zh="单个样本、单个特征、单个单元、内存不连续、float32、整数（包括 8 位整数）时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for sizes in [(1, 3, 4, 2), (3, 2, 1, 4), (2, 4, 3, 1), (1, 1, 1, 1)]:
        compare(submission, reference, network(rng, *sizes))
    x, h0, W, U, b = network(rng, 4, 5, 3, 2)
    strided = rng.normal(size=(5, 4, 6)).transpose(1, 0, 2)[:, :, ::2], np.asfortranarray(h0)
    for variant in (
        [*strided, W, rng.normal(size=(2, 4))[:, ::2], b],
        [a.astype(np.float32) for a in (x, h0, W, U, b)],
        [rng.integers(-2, 3, size=a.shape) for a in (x, h0)] + [W, U, b],
        [rng.integers(-2, 3, size=a.shape) for a in (x, h0, W, U, b)],
        [rng.integers(90, 127, size=a.shape, dtype=np.int8) for a in (x, h0, W, U, b)],
    ):
        compare(submission, reference, variant)
