"""Hidden checks of softmax."""

import numpy as np

from grader.checks import check, close


@check(
    "sums to one along the last axis, whatever the number of axes", zh="无论有几个轴，默认沿最后一个轴归一化", points=2
)
def test_last_axis(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4), (3, 2, 4, 5)]:
        z = 1.5 * rng.normal(size=shape)
        close(submission.softmax(z), reference.softmax.softmax(z))


@check("takes the axis that it is given, also a negative one", zh="沿给定的轴计算，axis 可以为负", points=2)
def test_axis(submission, reference, rng):
    z = 1.5 * rng.normal(size=(3, 4, 2))
    for axis in (0, 1, 2, -2, -3):
        close(submission.softmax(z, axis=axis), reference.softmax.softmax(z, axis))
    close(submission.softmax(z[0], 0), reference.softmax.softmax(z[0], 0))


@check("does not overflow, and takes the largest score of each group", zh="不溢出，并且每组减去自己的最大值", points=2)
def test_large(submission, reference, rng):
    near = rng.uniform(0, 2, size=(3, 4))
    offsets = np.array([[998.0], [-1000.0], [0.0]])
    far = np.array([[0.0, 1000.0, 999.0], [-1000.0, -999.5, 1000.0]])
    for z, axis in [(near + offsets, -1), ((near - offsets).T, 0), (far, 1), (near[0] - 1000, 0)]:
        close(submission.softmax(z, axis=axis), reference.softmax.softmax(z, axis))


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays and a single class",
    zh="整数（包括 uint8）按 float64 计算，float32 保持不变，内存不连续、只有一个类别也成立",
    points=1,
)
def test_dtypes_and_layouts(submission, reference, rng):
    integers = np.array([[2, -1, 0], [3, 1, 2]])
    bytes_ = np.array([[0, 2, 1, 3], [251, 250, 253, 252]], dtype=np.uint8)
    single = rng.normal(size=(3, 2)).astype(np.float32)
    strided = rng.normal(size=(3, 8))[:, ::2]
    fortran, one_class = np.asfortranarray(rng.normal(size=(4, 3))), rng.normal(size=(3, 1))
    for z in (strided, fortran, one_class, rng.normal(size=(1, 4)), integers, bytes_, single):
        close(submission.softmax(z), reference.softmax.softmax(z))
