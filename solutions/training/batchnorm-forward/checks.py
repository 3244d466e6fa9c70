"""Hidden checks of batchnorm_forward."""

import numpy as np

from grader.checks import array, check, close, unpack

NAMES = ("y", "running_mean", "running_var")


def layer(rng, n, d):
    """Inputs, scale, shift and running statistics; no two features are alike, and no statistic is that of the batch."""
    x = rng.normal(size=(n, d)) * rng.uniform(0.4, 2.0, size=d) + rng.uniform(1.0, 3.0, size=d)
    gamma, beta = rng.uniform(0.5, 2.0, size=d) * rng.choice([-1, 1], size=d), rng.uniform(0.5, 2.0, size=d)
    return [x, gamma, beta, rng.uniform(-2.0, -0.5, size=d), rng.uniform(3.0, 5.0, size=d)]


def parts(submission, reference, arguments, *settings, **named):
    """What came and what was expected, by name."""
    got = unpack(submission.batchnorm_forward(*arguments, *settings, **named), *NAMES)
    expected = reference.batchnorm.batchnorm_forward(*arguments, *settings, **named)
    return {name: (mine, right) for name, mine, right in zip(NAMES, got, expected)}


def compare(submission, reference, arguments, *settings, **named):
    for name, (mine, right) in parts(submission, reference, arguments, *settings, **named).items():
        close(mine, right, what=name)


@check(
    "in training, normalises each feature with the mean and variance of the batch",
    zh="训练时，用批次的均值和方差对每个特征归一化",
    points=3,
)
def test_training_values(submission, reference, rng):
    for n, d in [(5, 3), (3, 4), (8, 2)]:
        close(*parts(submission, reference, layer(rng, n, d), 0.8, 0.3)["y"], what="y")
        close(*parts(submission, reference, layer(rng, n, d), momentum=0.6, eps=0.01, training=True)["y"], what="y")


@check(
    "in training, moves the running mean and variance; momentum is the weight of the old ones",
    zh="训练时更新滑动均值和滑动方差，momentum 是旧值的权重",
    points=3,
)
def test_running_statistics(submission, reference, rng):
    for n, d, momentum in [(5, 3, 0.8), (3, 4, 0.3), (4, 2, 0.0), (6, 5, 1.0)]:
        got = parts(submission, reference, layer(rng, n, d), momentum, 0.2)
        close(*got["running_mean"], what="running_mean")
        close(*got["running_var"], what="running_var")
    x, gamma, beta, mean, var = layer(rng, 6, 3)
    for batch in (x, 2 * x + 1):  # each batch starts from what the one before has left
        got = parts(submission, reference, [batch, gamma, beta, mean, var], momentum=0.7)
        close(*got["running_mean"], what="running_mean")
        close(*got["running_var"], what="running_var")
        mean, var = got["running_mean"][1], got["running_var"][1]


@check(
    "outside training, normalises with the running statistics and returns them unchanged",
    zh="不训练时，用滑动统计量归一化，并原样返回它们",
    points=3,
)
def test_use(submission, reference, rng):
    for n, d in [(4, 3), (3, 5), (1, 2)]:
        arguments = layer(rng, n, d)
        arguments[4] = rng.uniform(0.3, 1.5, size=d)
        compare(submission, reference, arguments, 0.8, 0.4, False)
        compare(submission, reference, arguments, momentum=0.5, eps=0.05, training=False)


@check(
    "has Keras's defaults: momentum 0.99, eps 1e-3, training",
    zh="默认值与 Keras 相同：momentum 0.99、eps 1e-3、训练模式",
    points=1,
)
def test_defaults(submission, reference, rng):
    x, gamma, beta, mean, var = layer(rng, 5, 3)
    small = 0.03 * x  # variances of about 1e-3, so that eps shows
    compare(submission, reference, [small, gamma, beta, mean, var])
    compare(submission, reference, [small, gamma, beta, 0.03 * mean, 1e-3 * var], training=False)


@check(
    "computes integers as float64 and keeps float32",
    zh="整数按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, *others = layer(rng, 6, 4)
    bytes_ = rng.integers(0, 256, size=(5, 4), dtype=np.uint8)
    every = [rng.integers(1, 100, size=np.shape(a), dtype=np.uint8) for a in (x, *others)]
    compare(submission, reference, every, 0.8, 0.1)
    used = parts(submission, reference, every, 0.8, 0.1, False)
    close(*used["y"], what="y")
    for name in NAMES[1:]:  # returned unchanged: as integers or as float64
        mine, right = used[name]
        close(array(mine, what=name, shape=right.shape).astype(np.float64), right, what=name)
    singles = [a.astype(np.float32) for a in (x, *others)]
    for training in (True, False):
        compare(submission, reference, [np.rint(4 * x).astype(np.int64), *others], 0.8, 0.1, training)
        compare(submission, reference, [bytes_, *others], 0.8, 0.1, training)
        compare(submission, reference, singles, 0.8, 0.1, training)


@check(
    "holds for a batch of one, a constant feature, a mean far from 0 and strided arrays",
    zh="批次只有一个样本、某个特征恒定、均值离 0 很远、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng, backend):
    compare(submission, reference, layer(rng, 1, 3), 0.9)
    x, *others = layer(rng, 5, 4)
    x[:, 1] = 2.5
    compare(submission, reference, [x, *others], 0.9)
    compare(submission, reference, [np.repeat(x, 2, axis=1)[:, ::2], *others], 0.9)
    compare(submission, reference, [np.asfortranarray(x), *others], 0.9)
    if backend == "numpy":  # Keras computes in float32, which cannot hold both the mean and the spread
        compare(submission, reference, [x + 1e7, *others], 0.9)
