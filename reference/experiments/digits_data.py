"""The digits made ready for a classifier: split by a seed, scaled, and more of them by moving each a little."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..numpy_stack.digits import load_digits
from ..numpy_stack.samples import require_samples
from ..numpy_stack.splits import train_test_split

Images = NDArray[np.float32]
Labels = NDArray[np.int64]
TEST_FRACTION = 0.2
MOVES = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)]  # (rows down, columns to the right)


def split_digits(seed: int, margin: int = 0) -> tuple[Images, Images, Labels, Labels]:
    """The 1,797 digits in an order that the seed decides: 360 for testing, the rest for training.

        pixel = dots / 16

    Args:
        seed: decides which digits are held out.
        margin: pixels of 0 on each side, so that the images grow to 8 + 2·margin; 0 or more.

    Returns:
        (x_train, x_test, y_train, y_test): images float32 (n, 8 + 2·margin, 8 + 2·margin, 1) in
        [0, 1], labels int64 (n,).

    Raises:
        ValueError: if the margin is negative.

    Source: S4 4; S1 4 scales in the same way, by the largest value of a pixel.

    Example:
        >>> x_train, x_test, y_train, y_test = split_digits(seed=0, margin=1)
        >>> x_train.shape, x_test.shape, float(x_train.max())
        ((1437, 10, 10, 1), (360, 10, 10, 1), 1.0)
    """
    if margin < 0:
        raise ValueError(f"margin must be at least 0. Received: margin={margin}")
    images, labels = load_digits()
    padded = np.pad(images, [(0, 0), (margin, margin), (margin, margin)])
    x = (padded[..., np.newaxis] / 16).astype(np.float32)
    return train_test_split(x, labels, TEST_FRACTION, np.random.default_rng(seed).permutation(len(x)))


def moved_copies(x: ArrayLike, y: ArrayLike) -> tuple[Images, Labels]:
    """Each image five times: as it is, and one pixel further up, down, left and right.

    A digit that is moved is still that digit, so the labels repeat. What is moved over the border is
    lost, and zeros come in from the other side: with a margin of one pixel nothing is lost.

    Args:
        x: images (n, height, width, channels).
        y: labels (n,).

    Returns:
        (x, y) of 5n samples, new arrays.

    Raises:
        ValueError: if x is not a batch of images, or x and y differ in number.

    Source: S1 6.7, data augmentation.

    Example:
        >>> x, y = moved_copies(np.array([[1, 2], [3, 4]]).reshape(1, 2, 2, 1), [7])
        >>> x[..., 0].tolist()
        [[[1, 2], [3, 4]], [[3, 4], [0, 0]], [[0, 0], [1, 2]], [[2, 0], [4, 0]], [[0, 1], [0, 3]]]
        >>> y
        array([7, 7, 7, 7, 7])
    """
    x, y = np.asarray(x), np.asarray(y)
    require_samples(x=x, y=y)
    if x.ndim != 4:
        raise ValueError(f"x must be (n, height, width, channels). Received: x of shape {x.shape}")
    height, width = x.shape[1:3]
    wider = np.pad(x, [(0, 0), (1, 1), (1, 1), (0, 0)])
    copies = [wider[:, 1 - down : 1 - down + height, 1 - right : 1 - right + width] for down, right in MOVES]
    return np.concatenate(copies), np.tile(y, len(MOVES))
