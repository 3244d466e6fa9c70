"""Hidden checks of gru_cell."""

import numpy as np

from grader.checks import check, close


def step(submission, reference, *arguments):
    """Hold one step against the reference; the submission's new state."""
    h = submission.gru_cell(*arguments)
    close(h, reference.gru.gru_cell(*arguments), "h_t")
    return h


def weights(rng, d, u):
    return rng.normal(size=(d, 3 * u)), 0.7 * rng.normal(size=(u, 3 * u)), rng.normal(size=(2, 3 * u))


@check("reads the blocks in the order z, r, h", zh="按 z、r、h 的顺序读取各段", points=2)
def test_gate_order(submission, reference, rng):
    n, d, u = 4, 3, 5
    step(submission, reference, rng.normal(size=(n, d)), 2 * rng.normal(size=(n, u)), *weights(rng, d, u))


@check(
    "resets the product of state and weights, its bias included",
    zh="重置门作用在状态与权重的乘积上，包括它的偏置",
    points=3,
)
def test_reset_after(submission, reference, rng):
    n, d, u = 3, 2, 4
    x_t, h_prev = rng.normal(size=(n, d)), 2 * rng.normal(size=(n, u))
    kernel, recurrent_kernel, bias = weights(rng, d, u)
    bias[:, :u] -= 2.0  # little is kept, so that the candidate shows
    step(submission, reference, x_t, h_prev, kernel, recurrent_kernel, bias)
    step(submission, reference, x_t, h_prev, 0 * kernel, recurrent_kernel, bias)
    step(submission, reference, x_t, 0 * h_prev, kernel, recurrent_kernel, bias)


@check("carries the state from step to step", zh="状态能逐步传下去", points=2)
def test_several_steps(submission, reference, rng):
    n, d, u = 2, 4, 3
    parameters = weights(rng, d, u)
    h = rng.normal(size=(n, u))
    for x_t in rng.normal(size=(5, n, d)):
        h = step(submission, reference, x_t, h, *parameters)


@check("does not overflow at pre-activations of ±1000", zh="预激活值达到 ±1000 时不溢出", points=2)
def test_large_preactivations(submission, reference, rng):
    n, d, u = 2, 3, 4
    x_t, h_prev = rng.normal(size=(n, d)), rng.normal(size=(n, u))
    kernel, recurrent_kernel, bias = weights(rng, d, u)
    signs = np.concatenate([rng.permutation([-1.0, -1.0, 1.0, 1.0]) for _ in range(3)])
    for row in (0, 1):
        far = bias.copy()
        far[row] = 1000 * signs
        step(submission, reference, x_t, h_prev, kernel, recurrent_kernel, far)
        single = (a.astype(np.float32) for a in (x_t, h_prev, kernel, recurrent_kernel, -far))
        step(submission, reference, *single)


@check(
    "holds for one sample, integers, float32 and strided arrays",
    zh="单个样本、整数输入、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    d, u = 3, 2
    x_t, h_prev = rng.normal(size=(1, d)), rng.normal(size=(1, u))
    parameters = weights(rng, d, u)
    step(submission, reference, x_t, h_prev, *parameters)
    step(submission, reference, *(a.astype(np.float32) for a in (x_t, h_prev, *parameters)))
    step(submission, reference, rng.integers(1, 4, size=(5, d)), rng.integers(1, 4, size=(5, u)), *parameters)
    strided = rng.normal(size=(5, 2 * d))[:, ::2], np.asfortranarray(rng.normal(size=(5, u)))
    step(submission, reference, *strided, *(np.asfortranarray(p) for p in parameters))
