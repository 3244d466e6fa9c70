"""Hidden checks of dense_backward."""

import numpy as np

from grader.checks import check, close, gradcheck, unpack

NAMES = ("dx", "dW", "db")


def layer(rng, n, d, m):
    """dy, x and W; no column of any of them sums to about 0, so that every sum over the batch shows."""
    return [rng.normal(size=shape) + 1.0 for shape in [(n, m), (n, d), (d, m)]]


def gradients(submission, arguments):
    return dict(zip(NAMES, unpack(submission.dense_backward(*arguments), *NAMES)))


def compare(submission, reference, arguments):
    """All three gradients, the one for the layer before last."""
    actual = gradients(submission, arguments)
    expected = dict(zip(NAMES, reference.dense.dense_backward(*arguments)))
    for name in ("db", "dW", "dx"):
        close(actual[name], expected[name], name)


@check(
    "adds up over the batch for the bias: a sum, not a mean",
    zh="偏置的梯度对批次求和，而不是取平均",
    points=2,
)
def test_bias(submission, reference, rng):
    for sizes in [(5, 3, 4), (2, 4, 3)]:
        arguments = layer(rng, *sizes)
        close(gradients(submission, arguments)["db"], reference.dense.dense_backward(*arguments)[2], "db")


@check("gives the gradient of the kernel, (in, out)", zh="权重矩阵的梯度正确，形状为（输入，输出）", points=2)
def test_kernel(submission, reference, rng):
    for sizes in [(5, 3, 4), (3, 4, 2)]:
        dy, x, W = layer(rng, *sizes)
        dW = gradients(submission, (dy, x, W))["dW"]
        close(dW, reference.dense.dense_backward(dy, x, W)[1], "dW")
    gradcheck(dW, lambda K: np.sum(dy * reference.dense.dense_forward(x, K, np.zeros(2))), W, "dW")


@check("carries the gradient back to the input, through W", zh="梯度穿过 W 传回输入", points=3)
def test_input(submission, reference, rng):
    for sizes in [(5, 3, 4), (2, 4, 3), (4, 3, 3)]:  # a square W as well: forgetting to transpose raises nothing there
        dy, x, W = layer(rng, *sizes)
        dx = gradients(submission, (dy, x, W))["dx"]
        close(dx, reference.dense.dense_backward(dy, x, W)[0], "dx")
    gradcheck(dx, lambda inputs: np.sum(dy * reference.dense.dense_forward(inputs, W, np.zeros(3))), x, "dx")


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=2)
def test_dtypes(submission, reference, rng):
    dy, x, W = (3 * a for a in layer(rng, 4, 3, 2))
    whole = [np.rint(a).astype(np.int64) for a in (dy, x, W)]
    compare(submission, reference, whole)
    compare(submission, reference, [dy, *whole[1:]])
    compare(submission, reference, [a.astype(np.float32) for a in (dy, x, W)])


@check(
    "holds for one sample, one input, one output, a gradient of 0 and strided arrays",
    zh="只有一个样本、一个输入、一个输出，梯度为 0，内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    for sizes in [(1, 3, 2), (4, 1, 2), (4, 3, 1), (1, 1, 1)]:
        compare(submission, reference, layer(rng, *sizes))
    dy, x, W = layer(rng, 5, 4, 3)
    compare(submission, reference, [0 * dy, x, W])
    strided = np.repeat(dy, 2, axis=0)[::2], np.asfortranarray(x), np.repeat(W, 3, axis=1)[:, ::3]
    compare(submission, reference, strided)
