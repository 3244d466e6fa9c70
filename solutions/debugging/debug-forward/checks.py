"""Hidden checks of debug-forward: the faults of the printed line, and those of its quick repairs."""

import numpy as np

from grader.checks import check, close


def layer(rng, n, d, m):
    """Inputs, weights and biases: x, W, b."""
    return rng.normal(size=(n, d)), rng.normal(size=(d, m)), 2 * rng.normal(size=(m,))


def same(submission, reference, arguments):
    close(submission.forward(*arguments), reference.dense.dense_forward(*arguments))


@check(
    "works for a batch: n, d and m all different, one sample included",
    zh="对一批样本成立：n、d、m 各不相同，也包括只有一个样本",
    points=2,
)
def test_batch(submission, reference, rng):
    for sizes in [(5, 3, 4), (2, 6, 3), (1, 4, 2), (3, 1, 5), (4, 2, 1)]:
        same(submission, reference, layer(rng, *sizes))


@check(
    "multiplies in the right order where square arrays fit in every order",
    zh="全是方阵、怎么乘都不报错时，顺序和方向仍然正确",
    points=2,
)
def test_square(submission, reference, rng):
    x, W, _ = layer(rng, 3, 3, 3)
    same(submission, reference, (x, W, np.zeros(3)))


@check(
    "adds each neuron's bias to its column, also where there are as many samples as neurons",
    zh="每个神经元的偏置加到它自己的一列上，样本数等于神经元数时也一样",
    points=1,
)
def test_bias(submission, rng):
    _, W, b = layer(rng, 4, 2, 4)
    close(submission.forward(np.zeros((4, 2)), W, b), np.tile(b, (4, 1)))
    close(submission.forward(np.zeros((3, 2)), W, b), np.tile(b, (3, 1)))


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变，内存不连续也成立",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, W, b = layer(rng, 4, 5, 3)
    integers = [np.rint(3 * array).astype(np.int64) for array in (x, W, b)]
    small = [rng.integers(20, 120, size=array.shape, dtype=np.int8) for array in (x, W, b)]
    single = [array.astype(np.float32) for array in (x, W, b)]
    strided = [rng.normal(size=(4, 10))[:, ::2], np.asfortranarray(W), rng.normal(size=9)[::3]]
    for arguments in (strided, single, integers, small, (integers[0], W, b), (x, *small[1:])):
        same(submission, reference, arguments)
