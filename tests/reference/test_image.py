"""Images: against loops that follow the formulas, and against TensorFlow where it agrees."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import image


@pytest.mark.parametrize("size", [1, 3, 5, 9])
def test_box_blur_by_loops(size: int, rng: np.random.Generator) -> None:
    """Each pixel is the mean of its square, whose coordinates stop at the border."""
    x, r = rng.normal(size=(4, 6)), size // 2
    expected = [
        [np.mean([x[min(max(i + p, 0), 3), min(max(j + q, 0), 5)] for p in _around(r) for q in _around(r)])
         for j in range(6)]
        for i in range(4)
    ]  # fmt: skip

    np.testing.assert_allclose(image.box_blur(x, size), expected, atol=1e-14)


def _around(r: int) -> range:
    return range(-r, r + 1)


def test_sobel_inside_is_tensorflows(tf: ModuleType, rng: np.random.Generator) -> None:
    """Away from the border, which TensorFlow mirrors, the magnitudes are those of `tf.image.sobel_edges`."""
    x = rng.normal(size=(6, 7)).astype(np.float32)
    edges = np.asarray(tf.image.sobel_edges(tf.constant(x[None, :, :, None])))[0, :, :, 0]

    np.testing.assert_allclose(image.sobel(x)[1:-1, 1:-1], np.hypot(*edges.T).T[1:-1, 1:-1], rtol=1e-5)


def test_sobel_sees_both_directions() -> None:
    """A flat image has no edge, not even at its border; a ramp has 8 times its slope in either direction."""
    ramp = np.add.outer(3.0 * np.arange(5), np.zeros(6))

    assert not image.sobel(np.full((3, 4), 7.0)).any()
    np.testing.assert_allclose(image.sobel(ramp)[1:-1], 24.0)
    np.testing.assert_array_equal(image.sobel(ramp).T, image.sobel(ramp.T))
    np.testing.assert_array_equal(image.sobel(-ramp), image.sobel(ramp))


@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32"])
def test_filters_compute_in_float64(dtype: str) -> None:
    """Bytes neither wrap round nor lose their fractions."""
    x = np.array([[0, 255, 255], [255, 0, 255]]).astype(dtype)

    for result in (image.box_blur(x, 3), image.sobel(x)):
        assert result.dtype == np.float64
    assert image.box_blur(x, 3)[0, 0] == pytest.approx(4 * 255 / 9)
    assert image.sobel(x).max() > 255


@pytest.mark.parametrize("dtype", ["uint8", "float32", "bool"])
def test_augmentation_keeps_pixels(dtype: str, rng: np.random.Generator) -> None:
    """Flips undo themselves, crops undo padding, and the dtype is kept."""
    x = rng.integers(0, 2, size=(2, 3, 4, 5)).astype(dtype)
    padded = image.pad_reflect(x, 2)

    assert image.horizontal_flip(x).dtype == padded.dtype == dtype
    np.testing.assert_array_equal(image.horizontal_flip(image.horizontal_flip(x)), x)
    np.testing.assert_array_equal(image.random_crop(padded, 2, 2, 3, 4), x)
    np.testing.assert_array_equal(padded[:, 1, 2:-2], x[:, 1])
    np.testing.assert_array_equal(image.pad_reflect(x, 0), x)


@pytest.mark.parametrize("size", [(8, 8), (3, 5), (13, 4), (1, 1)])
def test_resize_is_tensorflows(size: tuple[int, int], tf: ModuleType, rng: np.random.Generator) -> None:
    """Half-pixel centres without antialiasing, as `tf.image.resize` has them (it computes in float32)."""
    x = rng.normal(size=(5, 7, 3)).astype(np.float32)

    np.testing.assert_allclose(image.resize_bilinear(x, *size), np.asarray(tf.image.resize(x, size)), atol=1e-5)


def test_resize_keeps_what_it_should(rng: np.random.Generator) -> None:
    """The same size gives the same image, an image upside down the same result upside down."""
    x = rng.normal(size=(5, 7))

    np.testing.assert_array_equal(image.resize_bilinear(x, 5, 7), x)
    np.testing.assert_allclose(image.resize_bilinear(x[::-1], 9, 4), image.resize_bilinear(x, 9, 4)[::-1])
    assert image.resize_bilinear(x.astype("float32"), 2, 3).dtype == np.float32
    assert image.resize_bilinear(np.eye(2, dtype="uint8"), 4, 4).dtype == np.float64


IMAGES: Any = np.zeros((2, 3, 4, 1))
WRONG: dict[str, Any] = {
    "even box": lambda: image.box_blur(IMAGES[0, :, :, 0], 2),
    "box of nothing": lambda: image.box_blur(IMAGES[0, :, :, 0], -1),
    "coloured filter": lambda: image.box_blur(IMAGES[0], 3),
    "batch for sobel": lambda: image.sobel(IMAGES),
    "no pixels": lambda: image.sobel(np.zeros((0, 3))),
    "one image flipped": lambda: image.horizontal_flip(IMAGES[0]),
    "crop too far": lambda: image.random_crop(IMAGES, 1, 0, 3, 4),
    "crop from before": lambda: image.random_crop(IMAGES, -1, 0, 2, 2),
    "crop of nothing": lambda: image.random_crop(IMAGES, 0, 0, 0, 2),
    "pad as large as the image": lambda: image.pad_reflect(IMAGES, 3),
    "negative pad": lambda: image.pad_reflect(IMAGES, -1),
    "resize to nothing": lambda: image.resize_bilinear(IMAGES[0], 0, 3),
    "resize a batch": lambda: image.resize_bilinear(IMAGES, 2, 2),
    "resize nothing": lambda: image.resize_bilinear(np.zeros((0, 3)), 2, 2),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_image_is_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()
