"""How many parameters a network has, counted by Keras after building it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import keras
from keras import layers as keras_layers

Layer = Mapping[str, Any]


def parameter_count(input_shape: Sequence[int], layers: Sequence[Layer]) -> int:
    """`count_params` of the model that the layers describe; arguments as in `numpy_stack.parameters`."""
    types = [layer["type"] for layer in layers]
    built = [_build(layer, "lstm" in types[position + 1 :]) for position, layer in enumerate(layers)]
    return int(keras.Sequential([keras.Input(tuple(input_shape)), *built]).count_params())


def _build(layer: Layer, lstm_later: bool) -> Any:
    options = {key: layer[key] for key in ("filters", "units", "padding") if key in layer}
    names = {"kernel": "kernel_size", "stride": "strides", "bias": "use_bias", "size": "pool_size"}
    options |= {ours: layer[key] for key, ours in names.items() if key in layer}
    if layer["type"] == "lstm":
        options["return_sequences"] = lstm_later
    classes = {
        "conv2d": keras_layers.Conv2D,
        "maxpool": keras_layers.MaxPooling2D,
        "flatten": keras_layers.Flatten,
        "dense": keras_layers.Dense,
        "lstm": keras_layers.LSTM,
        "batchnorm": keras_layers.BatchNormalization,
    }
    return classes[layer["type"]](**options)
