"""Convolution and pooling, which take all windows at once, against their formulas, one window at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.convolution import conv2d, conv2d_backward
from reference.numpy_stack.pooling import avg_pool, avg_pool_backward, max_pool, max_pool_backward
from reference.numpy_stack.windows import image_windows, pixels_under
from tests.reference.layouts import parts, same_in_any_layout

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Case:
    """Images, and how a window of them moves."""

    shape: tuple[int, int, int, int]
    size: tuple[int, int]
    stride: tuple[int, int]

    def windows(self) -> list[tuple[tuple[int, int], tuple[slice, slice, slice]]]:
        """The place of each window in the result, and its pixels."""
        rows, columns = ((n - k) // s + 1 for n, k, s in zip(self.shape[1:3], self.size, self.stride))
        (height, width), (down, right) = self.size, self.stride
        every = slice(None)
        return [
            ((i, j), (every, slice(i * down, i * down + height), slice(j * right, j * right + width)))
            for i, j in np.ndindex(rows, columns)
        ]

    def result(self) -> tuple[int, int, int, int]:
        (i, j), _ = self.windows()[-1]
        return self.shape[0], i + 1, j + 1, self.shape[3]


CASES = {
    "side by side": Case((2, 4, 6, 3), (2, 2), (2, 2)),
    "overlapping": Case((2, 5, 5, 2), (3, 3), (1, 1)),
    "with gaps": Case((1, 7, 8, 2), (2, 2), (3, 4)),
    "what does not fit is dropped": Case((2, 5, 7, 1), (2, 3), (2, 3)),
    "oblong": Case((2, 4, 5, 2), (1, 4), (2, 1)),
    "one pixel": Case((3, 2, 2, 1), (1, 1), (1, 1)),
    "one window": Case((1, 3, 2, 2), (3, 2), (1, 1)),
    "no images": Case((0, 4, 4, 2), (2, 2), (2, 2)),
}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@every_case
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "int64", "uint8", "bool"])
def test_pooling(case: Case, dtype: str, rng: np.random.Generator) -> None:
    """A result is the maximum or mean of its window; the maximum keeps any dtype, the mean every float dtype."""
    x = rng.integers(0, 5, size=case.shape).astype(dtype)
    largest, mean = max_pool(x, case.size, case.stride), avg_pool(x, case.size, case.stride)

    assert largest.shape == mean.shape == case.result()
    assert largest.dtype == dtype
    assert mean.dtype == (dtype if dtype.startswith("float") else "float64")
    for (i, j), pixels in case.windows():
        np.testing.assert_array_equal(largest[:, i, j], x[pixels].max(axis=(1, 2)))
        tolerance = 1e-3 if dtype == "float16" else 1e-6
        np.testing.assert_allclose(mean[:, i, j], x[pixels].astype(float).mean(axis=(1, 2)), tolerance)


@every_case
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "int64"])
def test_pooling_backward(case: Case, dtype: str, rng: np.random.Generator) -> None:
    """The first maximum of a window takes its gradient, ties or not; a mean shares it out."""
    x = rng.integers(0, 3, size=case.shape).astype(dtype)  # full of ties
    dy = rng.integers(-4, 5, size=case.result()).astype(dtype)
    to_largest, shared = np.zeros(case.shape), np.zeros(case.shape)
    for (i, j), pixels in case.windows():
        shared[pixels] += dy[:, i, j][:, None, None] / np.prod(case.size)
        for n, c in np.ndindex(case.shape[0], case.shape[3]):
            p, q = np.unravel_index(x[pixels][n, :, :, c].argmax(), case.size)
            to_largest[n, i * case.stride[0] + p, j * case.stride[1] + q, c] += dy[n, i, j, c]

    for function, expected in ((max_pool_backward, to_largest), (avg_pool_backward, shared)):
        dx = function(dy, x, case.size, case.stride)
        assert dx.dtype == (dtype if dtype.startswith("float") else "float64")
        np.testing.assert_allclose(dx, expected, 4e-3 if dtype == "float16" else 1e-6, 4e-3)


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (3, 1), (1, 2), (1, 3)])
@pytest.mark.parametrize(
    ("shape", "kernel"),
    [
        ((2, 7, 7, 3), (3, 3, 3, 4)),
        ((1, 7, 8, 1), (2, 3, 1, 2)),
        ((2, 4, 4, 2), (1, 1, 2, 1)),
        ((0, 7, 7, 2), (2, 2, 2, 3)),
    ],
)
def test_convolution_backward(
    shape: tuple[int, ...], kernel: tuple[int, ...], stride: int, dilation: int, padding: str, rng: np.random.Generator
) -> None:
    """Gradients are those of the linear map: Σ dy·conv(x, k) = Σ dx·x = Σ dkernel·k, for any x and k, without bias."""
    x, k, no_bias = rng.normal(size=shape), rng.normal(size=kernel), np.zeros(kernel[3])
    options = stride, padding, dilation
    dy = rng.normal(size=conv2d(x, k, no_bias, *options).shape)
    dx, dkernel, dbias = conv2d_backward(dy, x, k, *options)
    other_x, other_k = rng.normal(size=shape), rng.normal(size=kernel)

    np.testing.assert_allclose(np.sum(dx * other_x), np.sum(dy * conv2d(other_x, k, no_bias, *options)), 1e-10, 1e-10)
    np.testing.assert_allclose(
        np.sum(dkernel * other_k), np.sum(dy * conv2d(x, other_k, no_bias, *options)), 1e-10, 1e-10
    )
    np.testing.assert_allclose(dbias, dy.sum(axis=(0, 1, 2)))
    assert (dx.shape, dkernel.shape) == (shape, kernel)


def test_arguments_are_only_read(rng: np.random.Generator) -> None:
    """Read-only images, kernels and gradients, and such with gaps, will do, and share no memory with a result."""
    x, kernel = rng.normal(size=(2, 5, 5, 3)), rng.normal(size=(2, 2, 3, 4))
    same_in_any_layout(conv2d_backward, rng.normal(size=(2, 4, 4, 4)), x, kernel)
    for size in (1, 2):
        for forward in (max_pool, avg_pool):
            same_in_any_layout(lambda images, forward=forward, size=size: forward(images, size), x)
        dy = rng.normal(size=max_pool(x, size).shape)
        for backward in (max_pool_backward, avg_pool_backward):
            same_in_any_layout(
                lambda dy, x, backward=backward, size=size: backward(dy, x, size),
                dy,
                x,
            )


def test_nan_is_not_lost() -> None:
    """A window that contains NaN pools to NaN, and its gradient still goes to one of its pixels."""
    x = np.array([[1.0, np.nan], [3.0, 2.0]]).reshape(1, 2, 2, 1)

    assert np.isnan(max_pool(x)).all()
    assert max_pool_backward(np.full((1, 1, 1, 1), 5.0), x).sum() == 5.0


def test_an_infinite_gradient_stays_where_it_belongs() -> None:
    """Pixels that are no maximum have gradient 0 whatever comes from above: nothing is multiplied by 0."""
    x = np.array([[1.0, 4.0], [3.0, 2.0]]).reshape(1, 2, 2, 1)

    assert max_pool_backward(np.full((1, 1, 1, 1), np.inf), x).ravel().tolist() == [0.0, np.inf, 0.0, 0.0]


def test_half_precision_does_not_overflow_in_a_sum() -> None:
    """The mean of numbers that fit fits, although their sum does not."""
    assert avg_pool(np.full((1, 2, 2, 1), 60000.0, "float16")).item() == 59968.0 + 32.0


@every_case
def test_pixels_under_a_place_are_the_windows(case: Case, rng: np.random.Generator) -> None:
    """Indexing by a place of the window gives what every window has there."""
    x = rng.normal(size=case.shape)
    windows = image_windows(x, case.size, case.stride)
    for place in np.ndindex(*case.size):
        (pixels,) = parts(x[pixels_under(place, windows.shape[1:3], case.stride)])
        np.testing.assert_array_equal(pixels, windows[..., place[0], place[1]])
