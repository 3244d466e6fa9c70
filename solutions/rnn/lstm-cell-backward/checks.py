"""Hidden checks of lstm_cell_backward."""

import numpy as np

from grader.checks import check, close, entries, gradcheck

KEYS = ("dx", "dh_prev", "dc_prev", "dkernel", "drecurrent_kernel", "dbias")
ARGUMENTS = ("x_t", "h_prev", "c_prev", "kernel", "recurrent_kernel", "bias")
IN_ORDER = ("dc_prev", "dbias", "dkernel", "drecurrent_kernel", "dx", "dh_prev")


def weights(rng, d, u):
    return [rng.normal(size=(d, 4 * u)), 0.7 * rng.normal(size=(u, 4 * u)), rng.normal(size=4 * u)]


def states(rng, n, d, u):
    """x_t, h_prev and c_prev; no column sums to about 0, so that every sum over the batch shows."""
    return [rng.normal(size=(n, d)) + 0.5, rng.normal(size=(n, u)) + 0.5, 2 * rng.normal(size=(n, u))]


def upstream(rng, n, u):
    return [2 * rng.normal(size=(n, u)) + 1, 2 * rng.normal(size=(n, u)) - 1]


def step(rng, n, d, u):
    """All eight arguments: dh, dc, then those of lstm_cell."""
    return [*upstream(rng, n, u), *states(rng, n, d, u), *weights(rng, d, u)]


def gradients(submission, arguments):
    return dict(zip(KEYS, entries(submission.lstm_cell_backward(*arguments), *KEYS), strict=True))


def compare(submission, reference, arguments, names=IN_ORDER):
    """The gradients under these names against the reference; all that came back."""
    actual, expected = gradients(submission, arguments), reference.lstm.lstm_cell_backward(*arguments)
    for name in names:
        close(actual[name], expected[name], name)
    return actual


def against_differences(actual, reference, arguments, names):
    """The gradients under these names against central differences of dh·h_t + dc·c_t."""
    dh, dc, *rest = arguments
    for name in names:
        place = KEYS.index(name)

        def loss(value, place=place):
            h, c = reference.lstm.lstm_cell(*rest[:place], value, *rest[place + 1 :])
            return np.sum(dh * h) + np.sum(dc * c)

        gradcheck(actual[name], loss, rest[place], name)


@check(
    "collects what reaches the cell state, directly and through h_t",
    zh="细胞状态的梯度包含直接传来的和经过 h_t 传来的两部分",
    points=4,
)
def test_cell_state(submission, reference, rng):
    for sizes in [(4, 3, 5), (5, 2, 3)]:
        dh, dc, *rest = step(rng, *sizes)
        compare(submission, reference, [dh, 0 * dc, *rest], ["dc_prev"])
        compare(submission, reference, [0 * dh, dc, *rest], ["dc_prev"])
        actual = compare(submission, reference, [dh, dc, *rest], ["dc_prev"])
    against_differences(actual, reference, [dh, dc, *rest], ["dc_prev"])


@check(
    "goes back through all four blocks, added up over the batch for the bias",
    zh="穿过四段往回传；偏置的梯度对批次求和",
    points=4,
)
def test_gates(submission, reference, rng):
    for sizes in [(1, 3, 5), (4, 2, 3)]:
        arguments = step(rng, *sizes)
        actual = compare(submission, reference, arguments, ["dc_prev", "dbias"])
    against_differences(actual, reference, arguments, ["dbias"])


@check("gives the gradients of both kernels", zh="两个权重矩阵的梯度正确", points=3)
def test_kernels(submission, reference, rng):
    for sizes in [(4, 3, 5), (5, 4, 2)]:
        arguments = step(rng, *sizes)
        actual = compare(submission, reference, arguments, ["dbias", "dkernel", "drecurrent_kernel"])
    against_differences(actual, reference, arguments, ["dkernel", "drecurrent_kernel"])


@check(
    "carries the gradient through both kernels to the input and the hidden state",
    zh="梯度穿过两个权重矩阵传回输入和隐藏状态",
    points=3,
)
def test_inputs(submission, reference, rng):
    for sizes in [(3, 4, 5), (4, 5, 2), (4, 12, 3)]:  # a square kernel as well: not transposing it raises nothing there
        arguments = step(rng, *sizes)
        actual = compare(submission, reference, arguments, ["dbias", "dx", "dh_prev"])
    against_differences(actual, reference, arguments, ["dx", "dh_prev"])


@check(
    "hands both gradients on, step by step, through a sequence",
    zh="在序列中逐步把两个梯度都往回传",
    points=2,
)
def test_sequence(submission, reference, rng):
    n, d, u, steps = 2, 3, 4, 4
    parameters, (_, h, c) = weights(rng, d, u), states(rng, n, d, u)
    seen = []
    for x_t in rng.normal(size=(steps, n, d)):
        seen.append((x_t, h, c))
        h, c = reference.lstm.lstm_cell(x_t, h, c, *parameters)
    dh, dc = upstream(rng, n, u)
    for x_t, h, c in reversed(seen):
        actual = compare(submission, reference, [dh, dc, x_t, h, c, *parameters])
        dh, dc = actual["dh_prev"] + rng.normal(size=(n, u)), actual["dc_prev"]


@check(
    "holds for saturated gates, integers, float32, single sizes and strided arrays",
    zh="门饱和、整数输入、float32、尺寸为一、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    arguments = step(rng, 4, 3, 2)
    far = [*arguments[:-1], 1000 * np.array([1.0, -1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0])]
    compare(submission, reference, far)
    far[4] = 1000 * far[4]
    compare(submission, reference, far)
    compare(submission, reference, [np.rint(a).astype(np.int64) for a in arguments[:5]] + arguments[5:])
    compare(submission, reference, [np.rint(2 * a).astype(np.int64) for a in arguments])
    compare(submission, reference, [a.astype(np.float32) for a in arguments])
    for sizes in [(1, 2, 3), (3, 1, 2), (2, 3, 1)]:
        compare(submission, reference, step(rng, *sizes))
    strided = [np.repeat(a, 2, axis=0)[::2] for a in arguments[:2]] + [np.asfortranarray(a) for a in arguments[2:7]]
    compare(submission, reference, [*strided, np.repeat(arguments[7], 3)[::3]])
