"""How many parameters a network has, from its description alone."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .convolution import conv_output_size

Layer = Mapping[str, Any]
Shape = tuple[int, ...]


def parameter_count(input_shape: Sequence[int], layers: Sequence[Layer]) -> int:
    """The number of parameters of a stack of layers, as Keras's `count_params` gives it.

        conv2d: kh·kw·in·filters + filters        lstm: 4·((in + units)·units + units)
        dense: in·units + units                   batchnorm: 4·in (two of them moving averages)
        maxpool, flatten: 0

    Args:
        input_shape: shape of one sample, without the batch: (height, width, channels), (T, d) or (d,).
        layers: {"type": "conv2d", "filters", "kernel": (kh, kw), "stride"?, "padding"?, "bias"?},
            {"type": "maxpool", "size"}, {"type": "flatten"}, {"type": "dense", "units", "bias"?},
            {"type": "lstm", "units"} or {"type": "batchnorm"}; in is the last axis of what a layer gets.
            An LSTM gives its last state on, or the whole sequence if another LSTM comes later.

    Returns:
        The number, biases included unless "bias" is False.

    Raises:
        ValueError: if a type is unknown, a layer does not take what comes to it, or a kernel or
            window does not fit.

    Source: S3 4.1.

    Example:
        >>> parameter_count((28, 28, 1), [dict(type="conv2d", filters=32, kernel=(3, 3)), dict(type="flatten")])
        320
        >>> parameter_count((28, 28), [dict(type="flatten"), dict(type="dense", units=10)])
        7850
    """
    shape, total = tuple(input_shape), 0
    for position, layer in enumerate(layers):
        if layer["type"] not in _LAYERS:
            raise ValueError(f"type must be one of {', '.join(_LAYERS)}. Received: type={layer['type']!r}")
        ranks, apply = _LAYERS[layer["type"]]
        if len(shape) not in ranks:
            raise ValueError(f"{layer['type']} takes samples of rank {ranks}. Received: shape {shape}")
        shape, count = apply(shape, layer)
        total += count
        later = [each["type"] for each in layers[position + 1 :]]
        shape = shape[-1:] if layer["type"] == "lstm" and "lstm" not in later else shape
    return total


def _conv2d(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    filters, (height, width) = layer["filters"], _pair(layer["kernel"])
    strides, padding = _pair(layer.get("stride", 1)), layer.get("padding", "valid")
    rows, columns = (conv_output_size(n, k, s, padding) for n, k, s in zip(shape, (height, width), strides))
    count = height * width * shape[-1] * filters + (filters if layer.get("bias", True) else 0)
    return (rows, columns, filters), count


def _maxpool(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    rows, columns = (conv_output_size(n, k, k) for n, k in zip(shape, _pair(layer["size"])))
    return (rows, columns, shape[-1]), 0


def _flatten(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    return (math.prod(shape),), 0


def _dense(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    units = layer["units"]
    return (*shape[:-1], units), shape[-1] * units + (units if layer.get("bias", True) else 0)


def _lstm(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    units = layer["units"]
    return (*shape[:-1], units), 4 * ((shape[-1] + units) * units + units)


def _batchnorm(shape: Shape, layer: Layer) -> tuple[Shape, int]:
    return shape, 4 * shape[-1]


def _pair(size: int | Sequence[int]) -> tuple[int, int]:
    return (size[0], size[1]) if isinstance(size, Sequence) else (size, size)


_ANY = (1, 2, 3)
_LAYERS = {  # the ranks that a sample may have, and what the layer makes of its shape
    "conv2d": ((3,), _conv2d),
    "maxpool": ((3,), _maxpool),
    "flatten": (_ANY, _flatten),
    "dense": (_ANY, _dense),
    "lstm": ((2,), _lstm),
    "batchnorm": (_ANY, _batchnorm),
}
