"""Hidden checks of lstm_cell."""

import numpy as np

from grader.checks import check, close, unpack


def step(submission, reference, *arguments):
    """Hold one step against the reference; the submission's new state."""
    h, c = unpack(submission.lstm_cell(*arguments), "h_t", "c_t")
    expected_h, expected_c = reference.lstm.lstm_cell(*arguments)
    close(c, expected_c, "c_t")
    close(h, expected_h, "h_t")
    return h, c


def weights(rng, d, u):
    return rng.normal(size=(d, 4 * u)), 0.7 * rng.normal(size=(u, 4 * u)), rng.normal(size=4 * u)


@check("reads the gates in the order i, f, c, o", zh="按 i、f、c、o 的顺序读取各个门", points=3)
def test_gate_order(submission, reference, rng):
    n, d, u = 4, 3, 5
    x_t, h_prev, c_prev = rng.normal(size=(n, d)), rng.normal(size=(n, u)), 2 * rng.normal(size=(n, u))
    step(submission, reference, x_t, h_prev, c_prev, *weights(rng, d, u))


@check(
    "keeps a gate between 0 and 1 and the candidate between -1 and 1",
    zh="门的取值在 0 到 1 之间，候选值在 -1 到 1 之间",
    points=2,
)
def test_activations(submission, reference, rng):
    n, d, u = 2, 5, 3
    x_t, h_prev, c_prev = 2 * rng.normal(size=(n, d)), rng.normal(size=(n, u)), rng.uniform(2, 4, size=(n, u))
    kernel, recurrent_kernel, bias = weights(rng, d, u)
    step(submission, reference, x_t, h_prev, -c_prev, kernel, recurrent_kernel, bias)
    step(submission, reference, x_t, h_prev, c_prev, kernel, recurrent_kernel, -bias)


@check("carries both states from step to step", zh="两个状态都能逐步传下去", points=2)
def test_several_steps(submission, reference, rng):
    n, d, u = 3, 2, 4
    parameters = weights(rng, d, u)
    h, c = rng.normal(size=(n, u)), rng.normal(size=(n, u))
    for x_t in rng.normal(size=(5, n, d)):
        h, c = step(submission, reference, x_t, h, c, *parameters)


@check("does not overflow at pre-activations of ±1000", zh="预激活值达到 ±1000 时不溢出", points=2)
def test_large_preactivations(submission, reference, rng):
    n, d, u = 2, 3, 5
    x_t, h_prev, c_prev = rng.normal(size=(n, d)), rng.normal(size=(n, u)), rng.normal(size=(n, u))
    kernel, recurrent_kernel, _ = weights(rng, d, u)
    signs = rng.permutation(np.repeat([-1.0, 1.0], 2 * u))
    for cells in (c_prev, 1000 * c_prev):
        step(submission, reference, x_t, h_prev, cells, kernel, recurrent_kernel, 1000 * signs)
    single = (a.astype(np.float32) for a in (x_t, h_prev, c_prev, kernel, recurrent_kernel, -1000 * signs))
    step(submission, reference, *single)


@check(
    "holds for one sample, integers, bytes, float32 and strided arrays",
    zh="单个样本、整数（包括 8 位整数）、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    d, u = 3, 2
    x_t, h_prev, c_prev = rng.normal(size=(1, d)), rng.normal(size=(1, u)), rng.normal(size=(1, u))
    parameters = weights(rng, d, u)
    step(submission, reference, x_t, h_prev, c_prev, *parameters)
    step(submission, reference, *(a.astype(np.float32) for a in (x_t, h_prev, c_prev, *parameters)))
    integers = [rng.integers(1, 4, size=(5, size)) for size in (d, u, u)]
    step(submission, reference, *integers, *parameters)
    step(submission, reference, *integers, *(np.rint(p).astype(np.int64) for p in parameters))
    for dtype, x_scale, h_scale in [(np.int8, 6, 0), (np.int8, 0, 9), (np.uint8, 7, 9)]:  # sums beyond 8 bits
        x_small, h_small, c_small = (rng.integers(1, 4, size=(5, size), dtype=dtype) for size in (d, u, u))
        small = [a.astype(dtype) for a in (x_scale * x_small, h_scale * h_small, c_small)]
        step(submission, reference, *small, *(rng.integers(2, 9, size=p.shape, dtype=dtype) for p in parameters))
    strided = rng.normal(size=(5, 2 * d))[:, ::2], np.asfortranarray(rng.normal(size=(5, u)))
    step(submission, reference, *strided, rng.normal(size=(u, 5)).T, *parameters)
