"""Hidden checks of the activations."""

import numpy as np

from grader.checks import check, close

SHAPES = [(7,), (4, 3), (2, 3, 5)]


@check("sigmoid: the logistic function of every element", zh="sigmoid：逐元素计算逻辑函数", points=1)
def test_sigmoid(submission, reference, rng):
    for shape in SHAPES:
        x = 2 * rng.normal(size=shape)
        close(submission.sigmoid(x), reference.activations.sigmoid(x), "sigmoid")


@check("tanh: the hyperbolic tangent of every element", zh="tanh：逐元素计算双曲正切", points=1)
def test_tanh(submission, reference, rng):
    for shape in SHAPES:
        x = 1.5 * rng.normal(size=shape)
        close(submission.tanh(x), reference.activations.tanh(x), "tanh")


@check("relu: zero on the negative side, unchanged on the positive one", zh="relu：负的变成零，正的不变", points=1)
def test_relu(submission, reference, rng):
    for shape in SHAPES:
        x = 3 * rng.normal(size=shape)
        x.flat[1] = 0
        close(submission.relu(x), reference.activations.relu(x), "relu")


@check(
    "leaky_relu: slope alpha on the negative side, 0.2 where none is given, above 1 too",
    zh="leaky_relu：负半轴斜率为 alpha，默认 0.2，大于 1 也成立",
    points=2,
)
def test_leaky_relu(submission, reference, rng):
    leaky_relu = reference.activations.leaky_relu
    for shape in SHAPES:
        x = 3 * rng.normal(size=shape)
        x.flat[2] = 0
        close(submission.leaky_relu(x), leaky_relu(x), "leaky_relu")
    close(submission.leaky_relu(x, alpha=0.05), leaky_relu(x, 0.05), "leaky_relu")
    close(submission.leaky_relu(x, 0.7), leaky_relu(x, 0.7), "leaky_relu")
    close(submission.leaky_relu(x, alpha=2.5), leaky_relu(x, 2.5), "leaky_relu")
    close(submission.leaky_relu(x, 0.0), leaky_relu(x, 0.0), "leaky_relu")


@check("does not overflow at ±1000", zh="在 ±1000 处不溢出", points=2)
def test_large(submission, reference, rng):
    far = rng.uniform(800, 1000, size=(2, 3))
    far[0, 1] = 1000
    for x in (-far, far, 30 * np.sign(far - 900)):
        for name in ("sigmoid", "tanh", "relu", "leaky_relu"):
            close(getattr(submission, name)(x), getattr(reference.activations, name)(x), name)


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays and one element",
    zh="整数（包括 uint8）按 float64 计算，float32 保持不变，内存不连续、只有一个元素也成立",
    points=1,
)
def test_dtypes_and_layouts(submission, reference, rng):
    integers = np.array([[-3, 0, 2], [1, -1, 4]])
    bytes_ = rng.integers(1, 9, size=(2, 4), dtype=np.uint8)
    single = rng.normal(size=(3, 2)).astype(np.float32)
    strided = rng.normal(size=(3, 8))[:, ::2]
    for x in (strided, np.asfortranarray(rng.normal(size=(4, 3))), np.array([-1.25]), integers, bytes_, single):
        for name in ("sigmoid", "tanh", "relu", "leaky_relu"):
            close(getattr(submission, name)(x), getattr(reference.activations, name)(x), name)
    close(submission.leaky_relu(bytes_, 2), reference.activations.leaky_relu(bytes_, 2), "leaky_relu")
