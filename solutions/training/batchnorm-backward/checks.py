"""Hidden checks of batchnorm_backward."""

import numpy as np

from grader.checks import check, close, gradcheck, unpack

NAMES = ("dx", "dgamma", "dbeta")


def layer(rng, n, d):
    """An upstream gradient whose columns have no mean near 0, inputs and a scale; no two features are alike."""
    dy = rng.normal(size=(n, d)) + rng.uniform(0.5, 1.5, size=d)
    x = rng.normal(size=(n, d)) * rng.uniform(0.5, 1.5, size=d) + rng.uniform(1.0, 3.0, size=d)
    return dy, x, rng.uniform(1.5, 3.0, size=d) * rng.choice([-1, 1], size=d)


def parts(submission, *arguments, **named):
    return unpack(submission.batchnorm_backward(*arguments, **named), *NAMES)


def compare(submission, reference, *arguments, **named):
    """All three gradients, the parameters' first."""
    got = parts(submission, *arguments, **named)
    right = reference.batchnorm.batchnorm_backward(*arguments, **named)
    for i in (2, 1, 0):
        close(got[i], right[i], what=NAMES[i])


@check(
    "sums the gradients of gamma and beta over the batch, gamma's with the normalised inputs",
    zh="gamma 和 beta 的梯度对批次求和，gamma 的要乘以归一化后的输入",
    points=3,
)
def test_parameters(submission, reference, rng):
    for n, d, eps in [(5, 3, 0.3), (4, 2, 0.05), (3, 6, 0.1)]:
        dy, x, gamma = layer(rng, n, d)
        _, dgamma, dbeta = parts(submission, dy, x, gamma, eps)
        _, right_dgamma, right_dbeta = reference.batchnorm.batchnorm_backward(dy, x, gamma, eps)
        close(dbeta, right_dbeta, what="dbeta")
        close(dgamma, right_dgamma, what="dgamma")


@check(
    "carries the gradient to the inputs, through the mean and the variance too",
    zh="把梯度传回输入，并计入经过均值和方差的部分",
    points=6,
)
def test_inputs(submission, reference, rng):
    for n, d, eps in [(4, 3, 0.3), (3, 5, 0.1), (7, 2, 0.6)]:
        dy, x, gamma = layer(rng, n, d)
        dx, _, _ = parts(submission, dy, x, gamma, eps=eps)
        close(dx, reference.batchnorm.batchnorm_backward(dy, x, gamma, eps)[0], what="dx")

    def loss(inputs):
        zeros = np.zeros_like(gamma)
        y, _, _ = reference.batchnorm.batchnorm_forward(inputs, gamma, zeros, zeros, zeros, eps=eps)
        return np.sum(dy * y)

    gradcheck(dx, loss, x, what="dx")


@check(
    "is linear in the upstream gradient: nothing for zeros, no dx where a whole column moves alike",
    zh="梯度对 dy 是线性的：dy 为零时全为零，整列的 dy 相同时 dx 为零",
    points=2,
)
def test_upstream(submission, reference, rng):
    dy, x, gamma = layer(rng, 5, 3)
    for upstream in (np.zeros((5, 3)), np.broadcast_to(dy[0], (5, 3)).copy(), 1e6 * dy, -dy):
        compare(submission, reference, upstream, x, gamma, 0.2)


@check("has eps 1e-3 as its default, under the root", zh="eps 的默认值为 1e-3，且加在根号里面", points=1)
def test_default(submission, reference, rng):
    dy, x, gamma = layer(rng, 6, 4)
    compare(submission, reference, dy, 0.03 * x, gamma)  # variances of about 1e-3, so that eps shows
    compare(submission, reference, dy, 0.03 * x, gamma, 0.01)


@check(
    "computes integers as float64 and keeps float32",
    zh="整数按 float64 计算，float32 保持不变",
    points=2,
)
def test_dtypes(submission, reference, rng):
    dy, x, gamma = layer(rng, 6, 4)
    whole = [np.rint(4 * a).astype(np.int64) for a in (dy, x, gamma)]
    compare(submission, reference, *whole, 0.2)
    compare(submission, reference, dy, rng.integers(0, 256, size=(6, 4), dtype=np.uint8), gamma, 40.0)
    compare(
        submission, reference, *[rng.integers(1, 100, size=np.shape(a), dtype=np.uint8) for a in (dy, x, gamma)], 0.2
    )
    compare(submission, reference, *[a.astype(np.float32) for a in (dy, x, gamma)], 0.2)


@check(
    "holds for a batch of one, a constant feature, one feature and strided arrays",
    zh="批次只有一个样本、某个特征恒定、只有一个特征、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    compare(submission, reference, *layer(rng, 1, 3), 0.2)
    compare(submission, reference, *layer(rng, 4, 1), 0.2)
    dy, x, gamma = layer(rng, 5, 3)
    x[:, 1] = 2.5
    compare(submission, reference, dy, x, gamma, 0.2)
    compare(submission, reference, np.repeat(dy, 2, axis=1)[:, ::2], np.asfortranarray(x), gamma[::-1], 0.2)
