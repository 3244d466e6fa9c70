"""Hidden checks of the derivatives of the activations."""

import numpy as np

from grader.checks import check, close

SHAPES = [(7,), (4, 3), (2, 3, 5)]
NAMES = ("sigmoid_grad", "tanh_grad", "relu_grad", "leaky_relu_grad")


@check("sigmoid_grad: the slope at x, for positive and negative x", zh="sigmoid_grad：x 处的斜率，正负都对", points=2)
def test_sigmoid_grad(submission, reference, rng):
    for shape in SHAPES:
        x = 1.5 * rng.normal(size=shape)
        close(submission.sigmoid_grad(x), reference.activations.sigmoid_grad(x), "sigmoid_grad")


@check("tanh_grad: the slope at x, for positive and negative x", zh="tanh_grad：x 处的斜率，正负都对", points=1)
def test_tanh_grad(submission, reference, rng):
    for shape in SHAPES:
        x = rng.normal(size=shape)
        close(submission.tanh_grad(x), reference.activations.tanh_grad(x), "tanh_grad")


@check(
    "relu_grad: 1 on the positive side, else 0, at zero too", zh="relu_grad：正半轴为 1，其余为 0，零点也是 0", points=1
)
def test_relu_grad(submission, reference, rng):
    for shape in SHAPES:
        x = 2 * rng.normal(size=shape)
        x.flat[1] = 0
        close(submission.relu_grad(x), reference.activations.relu_grad(x), "relu_grad")
    tiny = np.array([-1e-9, 1e-9, 0.0])
    close(submission.relu_grad(tiny), np.array([0.0, 1.0, 0.0]), "relu_grad")


@check(
    "leaky_relu_grad: 1 on the positive side, else alpha, at zero too; 0.2 where none is given",
    zh="leaky_relu_grad：正半轴为 1，其余为 alpha，零点也是；alpha 默认 0.2",
    points=2,
)
def test_leaky_relu_grad(submission, reference, rng):
    leaky_relu_grad = reference.activations.leaky_relu_grad
    for shape in SHAPES:
        x = 2 * rng.normal(size=shape)
        x.flat[2] = 0
        close(submission.leaky_relu_grad(x), leaky_relu_grad(x), "leaky_relu_grad")
    close(submission.leaky_relu_grad(x, alpha=0.05), leaky_relu_grad(x, 0.05), "leaky_relu_grad")
    close(submission.leaky_relu_grad(x, 2.5), leaky_relu_grad(x, 2.5), "leaky_relu_grad")
    tiny = np.array([-1e-9, 1e-9, 0.0])
    close(submission.leaky_relu_grad(tiny, 0.7), np.array([0.7, 1.0, 0.7]), "leaky_relu_grad")


@check("does not overflow at ±1000", zh="在 ±1000 处不溢出", points=1)
def test_large(submission, reference, rng):
    far = rng.uniform(800, 1000, size=(2, 3))
    far[0, 1] = 1000
    for x in (-far, far):
        for name in NAMES:
            close(getattr(submission, name)(x), getattr(reference.activations, name)(x), name)


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays and one element",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变，内存不连续、只有一个元素也成立",
    points=1,
)
def test_dtypes_and_layouts(submission, reference, rng):
    integers = np.array([[-2, 0, 2], [1, -1, 3]])
    small = integers.astype(np.int8)
    single = rng.normal(size=(3, 2)).astype(np.float32)
    strided = rng.normal(size=(3, 8))[:, ::2]
    for x in (strided, np.asfortranarray(rng.normal(size=(4, 3))), np.array([-1.25]), integers, small, single):
        for name in NAMES:
            close(getattr(submission, name)(x), getattr(reference.activations, name)(x), name)
