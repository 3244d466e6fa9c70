"""Hidden checks of lstm_forward."""

import numpy as np

from grader.checks import check, close


def layer(rng, n, steps, d, u):
    """x, kernel, recurrent_kernel and bias of a layer whose gates are half open and whose cells grow beyond 1."""
    bias = rng.normal(size=4 * u)
    bias[u : 2 * u] += 1.5
    return [
        1.5 * rng.normal(size=(n, steps, d)),
        0.8 * rng.normal(size=(d, 4 * u)),
        0.8 * rng.normal(size=(u, 4 * u)),
        bias,
    ]


def last(submission, reference, arguments):
    close(submission.lstm_forward(*arguments), reference.lstm.lstm_forward(*arguments), what="h_T")


def sequence(submission, reference, arguments):
    states = submission.lstm_forward(*arguments, return_sequences=True)
    close(states, reference.lstm.lstm_forward(*arguments, return_sequences=True), what="h")


@check("returns all hidden states with return_sequences=True", zh="return_sequences=True 时返回全部隐藏状态", points=3)
def test_all_states(submission, reference, rng):
    sequence(submission, reference, layer(rng, 4, 5, 3, 2))
    sequence(submission, reference, layer(rng, 2, 4, 5, 3))
    arguments = layer(rng, 3, 6, 2, 4)
    states = submission.lstm_forward(*arguments, True)
    close(states, reference.lstm.lstm_forward(*arguments, True), what="h")


@check("returns the last hidden state unless told otherwise", zh="默认返回最后一个隐藏状态", points=3)
def test_last_state(submission, reference, rng):
    arguments = layer(rng, 3, 4, 2, 5)
    state = submission.lstm_forward(*arguments, False)
    close(state, reference.lstm.lstm_forward(*arguments, False), what="h_T")
    last(submission, reference, layer(rng, 4, 5, 3, 2))
    last(submission, reference, layer(rng, 2, 7, 4, 3))


@check(
    "keeps batch, time and units apart where all of them are equal",
    zh="批次、时间、单元数都相等时也不混淆各个轴",
    points=1,
)
def test_equal_sizes(submission, reference, rng):
    arguments = layer(rng, 4, 4, 4, 4)
    sequence(submission, reference, arguments)
    last(submission, reference, arguments)


@check("does not overflow at pre-activations of ±1000", zh="预激活值达到 ±1000 时不溢出", points=2)
def test_large_preactivations(submission, reference, rng):
    u = 5
    x, kernel, recurrent_kernel, _ = layer(rng, 2, 3, 4, u)
    blocks = [[1000, -1000, 1000, 0.2, 700], [-1000, 800, 0.5, 1000, 1000], [0.1, -0.4, -1000, 1000, 0.3]]
    bias = np.array([*blocks, [1000, 0.3, -0.2, -1000, 600]]).ravel()
    arguments = [x, kernel, recurrent_kernel, bias]
    sequence(submission, reference, arguments)
    sequence(submission, reference, [a.astype(np.float32) for a in arguments])
    last(submission, reference, [1000 * x, kernel, recurrent_kernel, bias])


@check(
    "holds for one sample, one step, one feature, one unit, strided arrays, float32 and integers, bytes included",
    zh="单个样本、单步、单个特征、单个单元、内存不连续、float32、整数（包括 8 位整数）时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for sizes in [(1, 3, 4, 2), (3, 1, 2, 4), (3, 4, 1, 2), (2, 4, 3, 1)]:
        arguments = layer(rng, *sizes)
        sequence(submission, reference, arguments)
        last(submission, reference, arguments)
    x, kernel, recurrent_kernel, bias = layer(rng, 4, 5, 3, 2)
    strided = rng.normal(size=(5, 4, 6)).transpose(1, 0, 2)[:, :, ::2], np.asfortranarray(kernel)
    for variant in (
        [*strided, rng.normal(size=(8, 2)).T, rng.normal(size=16)[::2]],
        [a.astype(np.float32) for a in (x, kernel, recurrent_kernel, bias)],
        [rng.integers(-2, 3, size=x.shape), kernel, recurrent_kernel, bias],
        [rng.integers(-1, 2, size=a.shape, dtype=np.int8) for a in (x, kernel, recurrent_kernel, bias)],
        [rng.integers(60, 127, size=a.shape, dtype=np.int8) for a in (x, kernel, recurrent_kernel, bias)],
    ):
        last(submission, reference, variant)
        sequence(submission, reference, variant)
