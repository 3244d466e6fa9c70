"""Images varied and resized, through `keras.ops`.

The filters have no counterpart: TensorFlow continues an image by mirroring, not by its border.
"""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, dtype_of, floating


def horizontal_flip(x: Any) -> Tensor:
    """Images (n, height, width, channels) mirrored, left for right."""
    return ops.flip(ops.convert_to_tensor(x), axis=2)


def random_crop(x: Any, top: int, left: int, height: int, width: int) -> Tensor:
    """The part of the images that begins at (top, left)."""
    x = ops.convert_to_tensor(x)
    return ops.image.crop_images(
        x, top_cropping=top, left_cropping=left, target_height=height, target_width=width, data_format="channels_last"
    )


def pad_reflect(x: Any, pad: int) -> Tensor:
    """Images continued by mirroring, without repeating the border."""
    return ops.pad(ops.convert_to_tensor(x), [(0, 0), (pad, pad), (pad, pad), (0, 0)], mode="reflect")


def resize_bilinear(image: Any, height: int, width: int) -> Tensor:
    """An image (h, w) or (h, w, channels) interpolated at the centres of the new pixels.

    Not through `keras.ops.image.resize`, which computes in float32 whatever it is given.
    """
    (image,) = floating(image)
    flat = ops.reshape(image, (*image.shape[:2], -1))
    centres = [
        (ops.arange(new, dtype=dtype_of(image)) + 0.5) * old / new - 0.5
        for old, new in zip(image.shape[:2], (height, width))
    ]
    places = ops.stack(ops.meshgrid(*centres, indexing="ij"))
    channels = [
        ops.image.map_coordinates(flat[:, :, channel], places, order=1, fill_mode="nearest")
        for channel in range(flat.shape[2])
    ]
    return ops.reshape(ops.stack(channels, axis=-1), (height, width, *image.shape[2:]))
