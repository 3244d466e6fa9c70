"""Hidden checks of mlp_backprop."""

import numpy as np

from grader.checks import check, close, entries, gradcheck, unpack


def network(rng, n, d, h, k):
    """Inputs, targets and parameters: x, y, W1, b1, W2, b2."""
    x, y = rng.normal(size=(n, d)), 3 * rng.normal(size=(n, k)) - 2
    W1, b1 = rng.normal(size=(d, h)), rng.normal(size=(h,))
    W2, b2 = 2 * rng.normal(size=(h, k)), rng.normal(size=(k,)) + 1
    return [x, y, W1, b1, W2, b2]


def gradients(submission, reference, arguments, **tolerance):
    """Two dicts, the submission's gradients and the reference's; the loss is compared first."""
    loss, grads = unpack(submission.mlp_backprop(*arguments), "loss", "grads")
    expected_loss, expected = reference.mlp.mlp_backprop(*arguments)
    close(loss, expected_loss, what="loss", **tolerance)
    names = ("W1", "b1", "W2", "b2")
    return dict(zip(names, entries(grads, *names), strict=True)), expected


def compare(submission, reference, arguments, **tolerance):
    """The loss (with a tolerance, where given) and all four gradients, the output layer first."""
    actual, expected = gradients(submission, reference, arguments, **tolerance)
    for name in ("b2", "W2", "b1", "W1"):
        close(actual[name], expected[name], what=f"d{name}")


@check(
    "computes the loss: sigmoid hidden layer, linear output, mean over all n·k elements",
    zh="损失正确：隐藏层用 sigmoid，输出层线性，对全部 n·k 个元素取平均",
    points=2,
)
def test_loss(submission, reference, rng):
    for sizes in [(5, 3, 4, 2), (4, 2, 5, 3)]:
        arguments = network(rng, *sizes)
        loss, _ = unpack(submission.mlp_backprop(*arguments), "loss", "grads")
        close(loss, reference.mlp.mlp_loss(*arguments), what="loss")


@check("gives the gradients of the output layer, W2 and b2", zh="输出层 W2 和 b2 的梯度正确", points=2)
def test_output_layer(submission, reference, rng):
    x, y, W1, b1, W2, b2 = network(rng, 5, 3, 4, 2)
    actual, expected = gradients(submission, reference, [x, y, W1, b1, W2, b2])
    close(actual["b2"], expected["b2"], what="db2")
    close(actual["W2"], expected["W2"], what="dW2")
    gradcheck(actual["b2"], lambda b: reference.mlp.mlp_loss(x, y, W1, b1, W2, b), b2, what="db2")
    gradcheck(actual["W2"], lambda W: reference.mlp.mlp_loss(x, y, W1, b1, W, b2), W2, what="dW2")


@check(
    "carries the error back through W2 and the sigmoid to W1 and b1",
    zh="误差穿过 W2 和 sigmoid 传回 W1 和 b1",
    points=4,
)
def test_hidden_layer(submission, reference, rng):
    x, y, W1, b1, W2, b2 = network(rng, 6, 2, 3, 4)
    actual, expected = gradients(submission, reference, [x, y, W1, b1, W2, b2])
    close(actual["b1"], expected["b1"], what="db1")
    close(actual["W1"], expected["W1"], what="dW1")
    gradcheck(actual["b1"], lambda b: reference.mlp.mlp_loss(x, y, W1, b, W2, b2), b1, what="db1")
    gradcheck(actual["W1"], lambda W: reference.mlp.mlp_loss(x, y, W, b1, W2, b2), W1, what="dW1")


@check(
    "holds for a batch of one, for one output and for one hidden unit",
    zh="批次只有一个样本、只有一个输出、只有一个隐藏单元时都成立",
    points=2,
)
def test_single_sizes(submission, reference, rng):
    compare(submission, reference, network(rng, 1, 3, 4, 2))
    compare(submission, reference, network(rng, 5, 2, 3, 1))
    compare(submission, reference, network(rng, 4, 3, 1, 2))


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    arguments = network(rng, 4, 3, 5, 2)
    integers = [np.rint(a).astype(np.int64) for a in arguments]
    compare(submission, reference, integers[:2] + arguments[2:])
    compare(submission, reference, integers)
    small = [rng.integers(-20, 21, size=a.shape, dtype=np.int8) for a in arguments]
    compare(submission, reference, small)
    singles = [a.astype(np.float32) for a in arguments]
    compare(submission, reference, singles, rtol=1e-5)  # a Python float does not show its float32 origin


@check(
    "does not overflow where hidden units are saturated at ±1000",
    zh="隐藏单元饱和（±1000）时不溢出",
    points=1,
)
def test_saturated(submission, reference, rng):
    x, y, W1, b1, W2, b2 = network(rng, 5, 2, 4, 3)
    x[:, 0] = [1, -1, -1, 1, -1]
    W1[0, :3] = [1000, -1000, 1000]
    compare(submission, reference, [x, y, W1, b1, W2, b2])
