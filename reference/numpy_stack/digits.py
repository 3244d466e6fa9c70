"""Handwritten digits that need no network: the test set of the UCI collection."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent.parent / "datasets" / "digits.npz"


def load_digits() -> tuple[NDArray[np.uint8], NDArray[np.integer[Any]]]:
    """The 1,797 handwritten digits of 13 writers, in the collection's order.

    A pixel counts the black dots of a 4×4 block, so it goes from 0 to 16, not to 255: divide by 16.

    Returns:
        (images, labels): images uint8 (1797, 8, 8) in 0 … 16, labels int64 (1797,) in 0 … 9.

    Source: "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak, UCI Machine
        Learning Repository, 1998, doi 10.24432/C50P49, CC BY 4.0; `datasets/digits.txt` has the rest.

    Example:
        >>> images, labels = load_digits()
        >>> images.shape, labels[:5]
        ((1797, 8, 8), array([0, 1, 2, 3, 4]))
        >>> images[1, 2]
        array([ 0,  0,  3, 15, 16,  6,  0,  0], dtype=uint8)
    """
    with np.load(FILE, allow_pickle=False) as arrays:
        return arrays["images"], arrays["labels"].astype(np.int64)
