"""Hidden checks of dense_forward."""

import numpy as np

from grader.checks import check, close


def layer(rng, n, d, m):
    """Inputs, weights and biases: x, W, b."""
    return rng.normal(size=(n, d)), rng.normal(size=(d, m)), 2 * rng.normal(size=(m,))


@check(
    "multiplies every sample with every neuron's weights and adds the bias",
    zh="每个样本乘以每个神经元的权重，再加偏置",
    points=2,
)
def test_values(submission, reference, rng):
    for sizes in [(5, 3, 4), (2, 6, 3), (4, 2, 7)]:
        arguments = layer(rng, *sizes)
        close(submission.dense_forward(*arguments), reference.dense.dense_forward(*arguments))


@check(
    "takes weights as (inputs, neurons) where a square layer hides the orientation",
    zh="方阵时看不出方向，权重仍按（输入数，神经元数）理解",
    points=2,
)
def test_square(submission, reference, rng):
    arguments = layer(rng, 3, 3, 3)
    close(submission.dense_forward(*arguments), reference.dense.dense_forward(*arguments))


@check(
    "holds for a batch of one, one feature and one neuron", zh="只有一个样本、一个特征或一个神经元时都成立", points=1
)
def test_single_sizes(submission, reference, rng):
    for sizes in [(1, 4, 3), (5, 1, 2), (4, 3, 1), (1, 1, 1)]:
        arguments = layer(rng, *sizes)
        close(submission.dense_forward(*arguments), reference.dense.dense_forward(*arguments))


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变，内存不连续也成立",
    points=1,
)
def test_dtypes_and_layouts(submission, reference, rng):
    x, W, b = layer(rng, 4, 5, 3)
    integers = [np.rint(3 * array).astype(np.int64) for array in (x, W, b)]
    pixels = [rng.integers(100, 250, size=(4, 5), dtype=np.uint8), W, b]
    small = [rng.integers(20, 120, size=shape, dtype=np.int8) for shape in [(4, 5), (5, 3), (3,)]]
    singles = [array.astype(np.float32) for array in (x, W, b)]
    strided = [rng.normal(size=(4, 10))[:, ::2], np.asfortranarray(W), rng.normal(size=9)[::3]]
    half_integers = [x, *integers[1:]], [integers[0], W, b]
    for arguments in [strided, singles, *half_integers, integers, pixels, small]:
        close(submission.dense_forward(*arguments), reference.dense.dense_forward(*arguments))
