"""Hidden checks of rnn_backward."""

import numpy as np

from grader.checks import check, close, entries, gradcheck

NAMES = ("dx", "dh0", "dW", "dU", "db")


def network(rng, n, steps, d, u):
    """Arguments whose slopes stay away from 0, so that every step reaches the first: dh, x, h0, W, U, b."""
    return [
        rng.normal(size=(n, steps, u)),
        rng.normal(size=(n, steps, d)),
        rng.normal(size=(n, u)),
        0.5 * rng.normal(size=(d, u)),
        0.6 * rng.normal(size=(u, u)),
        0.5 * rng.normal(size=u),
    ]


def compare(submission, reference, arguments, names=NAMES):
    """Hold the gradients in `names`; the submission's, as a dict of all."""
    actual = dict(zip(NAMES, entries(submission.rnn_backward(*arguments), *NAMES), strict=True))
    expected = reference.rnn.rnn_backward(*arguments)
    for name in names:
        close(actual[name], expected[name], what=name)
    return actual


@check("takes one step back through tanh, W and U", zh="往回走一步：穿过 tanh、W 和 U", points=2)
def test_one_step(submission, reference, rng):
    compare(submission, reference, network(rng, 5, 1, 3, 2))
    compare(submission, reference, network(rng, 2, 1, 4, 3))


@check(
    "passes the gradient on from later steps to earlier ones: dx and dh0",
    zh="梯度从后面的步骤逐步传到前面：dx 和 dh0 正确",
    points=4,
)
def test_through_time(submission, reference, rng):
    compare(submission, reference, network(rng, 3, 5, 2, 4), ("dx", "dh0"))
    dh, x, h0, W, U, b = network(rng, 4, 3, 5, 2)
    dh[:, :-1] = 0  # the loss sees the last state only
    actual = compare(submission, reference, [dh, x, h0, W, U, b], ("dx", "dh0"))
    gradcheck(actual["dh0"], lambda h: np.sum(dh * reference.rnn.rnn_forward(x, h, W, U, b)), h0, what="dh0")


@check(
    "sums the gradients of the shared weights over all steps and samples",
    zh="共用权重的梯度对所有步骤和样本求和",
    points=4,
)
def test_weights(submission, reference, rng):
    for sizes in [(3, 5, 2, 4), (4, 3, 5, 2), (2, 4, 3, 5)]:
        compare(submission, reference, network(rng, *sizes), ("db", "dW", "dU"))


@check("transposes W and U where square matrices hide it", zh="方阵时看不出方向，W 和 U 的转置仍然正确", points=2)
def test_equal_sizes(submission, reference, rng):
    compare(submission, reference, network(rng, 3, 3, 3, 3))


@check(
    "does not overflow where units are saturated at ±1000, and passes nothing through them",
    zh="单元饱和（±1000）时不溢出，也没有梯度穿过",
    points=2,
)
def test_saturated(submission, reference, rng):
    *arguments, _ = network(rng, 2, 4, 3, 5)
    arguments.append(np.array([1000.0, 0.3, -1000.0, -0.4, 700.0]))
    compare(submission, reference, arguments)
    compare(submission, reference, [a.astype(np.float32) for a in arguments])


@check(
    "holds for one sample, one feature, one unit, strided arrays, float32 and integers, bytes included",
    zh="单个样本、单个特征、单个单元、内存不连续、float32、整数（包括 8 位整数）时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for sizes in [(1, 3, 4, 2), (3, 2, 1, 4), (2, 4, 3, 1)]:
        compare(submission, reference, network(rng, *sizes))
    arguments = network(rng, 4, 3, 5, 2)
    dh, x, h0, W, U, b = arguments
    strided = dh.swapaxes(0, 1).copy().swapaxes(0, 1), np.asfortranarray(x), rng.normal(size=(4, 4))[:, ::2]
    for variant in (
        [*strided, np.asfortranarray(W), U.T.copy().T, rng.normal(size=4)[::2]],
        [a.astype(np.float32) for a in arguments],
        [rng.integers(-3, 4, size=a.shape) for a in (dh, x, h0)] + [W, U, b],
        [rng.integers(-1, 2, size=a.shape, dtype=np.int8) for a in arguments],
    ):
        compare(submission, reference, variant)
