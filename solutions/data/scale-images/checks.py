"""Hidden checks of scale_images."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, x):
    """Hold that the images are scaled as in the reference."""
    close(submission.scale_images(x), reference.data.scale_images(x))


@check("divides by 255 into float32, for images of any size", zh="除以 255，结果为 float32，适用于任意尺寸", points=3)
def test_values(submission, reference, rng):
    for shape in [(3, 5, 4), (4, 2, 7), (2, 14, 56)]:
        x = rng.integers(0, 256, size=shape, dtype=np.uint8)
        x[0, 0, :2] = 0, 255
        same(submission, reference, x)


@check(
    "scales dark images, bright ones and single pixels like all others",
    zh="很暗、很亮的图像和单个像素，都按同样的比例缩放",
    points=1,
)
def test_range(submission, reference, rng):
    for low, high in [(10, 90), (130, 240)]:
        same(submission, reference, rng.integers(low, high, size=(2, 3, 4), dtype=np.uint8))
    mixed = np.stack([rng.integers(5, 60, size=(3, 4)), rng.integers(100, 250, size=(3, 4))])
    same(submission, reference, mixed.astype(np.uint8))
    same(submission, reference, np.array([[[77]]], dtype=np.uint8))
    same(submission, reference, np.zeros((1, 2, 3), dtype=np.uint8))


@check("holds for strided and column-major images", zh="内存不连续、按列存放的图像同样成立", points=1)
def test_layout(submission, reference, rng):
    x = rng.integers(0, 256, size=(3, 8, 5), dtype=np.uint8)
    same(submission, reference, x[:, ::2])
    same(submission, reference, np.asfortranarray(x))
