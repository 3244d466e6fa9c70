"""Hidden checks of fgsm."""

import numpy as np

from grader.checks import check, close


def gradient(rng, shape, dtype=np.float64):
    """Numbers of either sign and of very different size, none of them 0."""
    signs = rng.permutation(np.arange(np.prod(shape)) % 2).reshape(shape) * 2 - 1
    return (signs * 10 ** rng.uniform(-2, 2, size=shape)).astype(dtype)


def same(submission, reference, x, grad, *settings, **named):
    """Hold the adversarial example."""
    close(submission.fgsm(x, grad, *settings, **named), reference.trust.fgsm(x, grad, *settings, **named))


@check(
    "moves each element by epsilon, in the direction in which the loss rises",
    zh="每个元素朝损失上升的方向移动 epsilon",
    points=2,
)
def test_step(submission, reference, rng):
    for shape, epsilon in [((4, 3), 0.125), ((7,), 0.2), ((2, 3, 5, 1), 0.07)]:
        same(submission, reference, rng.uniform(0.3, 0.7, size=shape), gradient(rng, shape), epsilon)


@check(
    "limits the result to low and high, from 0 to 1 by default",
    zh="把结果限制在 low 与 high 之间，默认为 0 到 1",
    points=2,
)
def test_range(submission, reference, rng):
    for shape in [(5, 4), (3, 2, 4)]:
        same(submission, reference, rng.uniform(0, 1, size=shape), gradient(rng, shape), 0.4)
    same(submission, reference, 255 * rng.uniform(size=(3, 5)), gradient(rng, (3, 5)), 60.0, 0.0, 255.0)
    same(submission, reference, rng.uniform(-2, 3, size=(2, 9)), gradient(rng, (2, 9)), 1.5, -2.0, 3.0)
    same(submission, reference, rng.uniform(-1, 1, size=(11,)), gradient(rng, (11,)), 0.6, low=-1.0)
    same(submission, reference, rng.uniform(0, 4, size=(11,)), gradient(rng, (11,)), 0.6, high=4.0)


@check(
    "leaves an element with gradient 0 where it is, and takes tiny and huge gradients for what they are",
    zh="梯度为 0 的元素不动；梯度极小或极大时，步子一样长",
    points=1,
)
def test_size_of_gradient(submission, reference, rng):
    grad = np.array([0.0, 3.0, -1e-12, 0.0, 1000.0, -1e9, 1e-20, -0.0])
    for epsilon in (0.25, 0.1):
        same(submission, reference, rng.uniform(0.3, 0.7, size=8), grad, epsilon)
    outside = np.array([1.6, -0.5, 1.3, -0.2])
    same(submission, reference, outside, np.array([-1.0, 1.0, 0.0, 0.0]), 0.25)


@check(
    "holds for one element, images of bytes, integers, float32 and strided arrays",
    zh="只有一个元素、uint8 图像、整数、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, np.array([0.5]), np.array([-2.0]), 0.125)
    pixels = np.array([[0, 3, 250], [255, 128, 7]], dtype=np.uint8)
    for grad in (gradient(rng, (2, 3)), np.array([[-1.0, -2.0, 3.0], [4.0, 0.5, 6.0]])):
        same(submission, reference, pixels, grad, 7.5, high=255.0)
    same(submission, reference, rng.integers(0, 2, size=(3, 4)), rng.integers(1, 9, size=(3, 4)), 0.3)
    single = rng.uniform(size=(4, 5)).astype(np.float32)
    same(submission, reference, single, gradient(rng, (4, 5), np.float32), 0.3)
    x, grad = rng.uniform(size=(3, 8))[:, ::2], np.asfortranarray(gradient(rng, (3, 4)))
    same(submission, reference, x, grad, 0.2)
