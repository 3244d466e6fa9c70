"""Hidden checks of horizontal_flip, random_crop and pad_reflect."""

import numpy as np

from grader.checks import check, close, require


def same_pixels(actual, expected):
    """Values and dtype: `close` alone lets any integer dtype pass for bytes."""
    close(actual, expected)
    require(
        np.asarray(actual).dtype == expected.dtype,
        en=f"Expected dtype {expected.dtype}, the images' own. Received: {np.asarray(actual).dtype}.",
        zh=f"结果的 dtype 应与图像相同，为 {expected.dtype}。收到的是：{np.asarray(actual).dtype}。",
    )


@check("mirrors the columns and nothing else", zh="只翻转列，其他都不动", points=2)
def test_flip(submission, reference, rng):
    for shape in [(2, 4, 5, 3), (3, 5, 6, 2)]:
        x = rng.normal(size=shape)
        close(submission.horizontal_flip(x), reference.image.horizontal_flip(x))


@check(
    "begins at (top, left) and ends height rows and width columns further on",
    zh="从 (top, left) 开始，取 height 行、width 列",
    points=2,
)
def test_crop(submission, reference, rng):
    x = rng.normal(size=(2, 7, 9, 3))
    for part in [(2, 3, 4, 5), (1, 4, 5, 2), (0, 2, 3, 6), (3, 0, 2, 4)]:
        close(submission.random_crop(x, *part), reference.image.random_crop(x, *part))
    part = {"width": 3, "height": 4, "left": 5, "top": 2}
    close(submission.random_crop(x, **part), reference.image.random_crop(x, **part))


@check(
    "mirrors rows and columns around the border without repeating it, corners included",
    zh="行和列都以边界为镜面填充，不重复边界，四个角也正确",
    points=2,
)
def test_pad(submission, reference, rng):
    for shape, pad in [((2, 5, 7, 3), 2), ((3, 6, 4, 2), 1)]:
        x = rng.normal(size=shape) + 1
        close(submission.pad_reflect(x, pad), reference.image.pad_reflect(x, pad))


@check(
    "keeps bytes, integers, booleans and float32 as they are",
    zh="字节、整数、布尔值、float32 都保持原来的 dtype",
    points=1,
)
def test_dtypes(submission, reference, rng):
    values = rng.integers(0, 256, size=(2, 4, 5, 3))
    for x in (values.astype(np.uint8), values - 300, values > 128, values.astype(np.float32) / 255):
        same_pixels(submission.horizontal_flip(x), reference.image.horizontal_flip(x))
        same_pixels(submission.random_crop(x, 1, 2, 3, 2), reference.image.random_crop(x, 1, 2, 3, 2))
        same_pixels(submission.pad_reflect(x, 2), reference.image.pad_reflect(x, 2))


@check(
    "holds for whole images and single pixels, no padding and the widest, one image, strided arrays",
    zh="裁整幅图或单个像素、不填充或填到最宽、只有一张图、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one, strided = rng.normal(size=(1, 4, 6, 1)), np.asfortranarray(rng.normal(size=(2, 6, 10, 4)))[:, :, ::2]
    for x in (one, strided, rng.normal(size=(3, 4, 1, 2))):
        h, w = x.shape[1:3]
        close(submission.horizontal_flip(x), reference.image.horizontal_flip(x))
        for part in [(0, 0, h, w), (h - 1, w - 1, 1, 1)]:
            close(submission.random_crop(x, *part), reference.image.random_crop(x, *part))
        for pad in (0, min(h, w) - 1):
            close(submission.pad_reflect(x, pad), reference.image.pad_reflect(x, pad))
