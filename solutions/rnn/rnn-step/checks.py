"""Hidden checks of rnn_step and rnn_output."""

import numpy as np

from grader.checks import check, close


def cell(rng, n, d, u):
    """Arguments of a step with pre-activations of moderate size: x_t, h_prev, W, U, b."""
    return [
        rng.normal(size=(n, d)),
        rng.normal(size=(n, u)),
        0.7 * rng.normal(size=(d, u)),
        0.7 * rng.normal(size=(u, u)),
        rng.normal(size=u),
    ]


def head(rng, n, u, k):
    """Arguments of an output: h_t, V, c."""
    return [np.tanh(rng.normal(size=(n, u))), 2 * rng.normal(size=(u, k)), 3 * rng.normal(size=k)]


def step(submission, reference, arguments):
    close(submission.rnn_step(*arguments), reference.rnn.rnn_step(*arguments), what="h_t")


def output(submission, reference, arguments):
    close(submission.rnn_output(*arguments), reference.rnn.rnn_output(*arguments), what="y_t")


@check(
    "mixes the input, the old state and the bias inside one tanh",
    zh="输入、旧状态和偏置相加之后再取 tanh",
    points=2,
)
def test_step(submission, reference, rng):
    for sizes in [(4, 3, 5), (2, 6, 3), (5, 2, 4)]:
        step(submission, reference, cell(rng, *sizes))


@check("gives an output that is linear in the state", zh="输出是状态的线性函数", points=1)
def test_output(submission, reference, rng):
    for sizes in [(4, 3, 5), (2, 5, 3)]:
        output(submission, reference, head(rng, *sizes))


@check(
    "takes weights as (inputs, units) where square matrices hide the orientation",
    zh="方阵时看不出方向，权重仍按（输入数，单元数）理解",
    points=1,
)
def test_square(submission, reference, rng):
    step(submission, reference, cell(rng, 3, 3, 3))
    output(submission, reference, head(rng, 2, 4, 4))


@check("does not overflow at pre-activations of ±1000", zh="预激活值达到 ±1000 时不溢出", points=1)
def test_large_preactivations(submission, reference, rng):
    *arguments, _ = cell(rng, 3, 2, 4)
    arguments.append(1000 * np.array([1.0, 0.001, -1.0, 0.5]))
    step(submission, reference, arguments)
    step(submission, reference, [a.astype(np.float32) for a in arguments])


@check(
    "holds for one sample, one feature and one unit, for strided arrays, float32 and integers, bytes included",
    zh="单个样本、单个特征、单个单元、内存不连续、float32、整数（包括 8 位整数）时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for sizes in [(1, 3, 2), (3, 1, 2), (3, 2, 1)]:
        step(submission, reference, cell(rng, *sizes))
        output(submission, reference, head(rng, *sizes))
    x_t, h_prev, W, U, b = cell(rng, 4, 3, 2)
    strided = np.asfortranarray(x_t), rng.normal(size=(4, 4))[:, ::2], rng.normal(size=(2, 3)).T
    for variant in (
        [*strided, U, rng.normal(size=4)[::2]],
        [a.astype(np.float32) for a in (x_t, h_prev, W, U, b)],
        [rng.integers(-2, 3, size=a.shape) for a in (x_t, h_prev, W, U, b)],
        [rng.integers(0, 3, size=(4, 3)), rng.integers(0, 3, size=(4, 2)), W, U, b],
        [rng.integers(90, 127, size=a.shape, dtype=np.int8) for a in (x_t, h_prev, W, U, b)],
    ):
        step(submission, reference, variant)
    h_t, V, c = head(rng, 4, 3, 2)
    for variant in (
        [np.asfortranarray(h_t), rng.normal(size=(3, 4))[:, ::2], c],
        [a.astype(np.float32) for a in (h_t, V, c)],
        [rng.integers(-4, 5, size=a.shape) for a in (h_t, V, c)],
        [rng.integers(20, 120, size=a.shape, dtype=np.uint8) for a in (h_t, V, c)],
    ):
        output(submission, reference, variant)
