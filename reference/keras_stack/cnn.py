"""A small image classifier, as a Keras model."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

from ..numpy_stack.cnn import Parameters, in_order
from .tensors import Tensor, dtype_of, floating


def build_cnn(input_shape: tuple[int, int, int], n_classes: int) -> Any:
    """S3 4.1's network for images (height, width, channels) of n_classes, compiled for integer labels."""
    model = keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Conv2D(32, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def cnn_logits(x: Any, params: Parameters) -> Tensor:
    """Class scores (n, k) of images; parameters as in `numpy_stack.cnn`, of any sizes."""
    return _apply(x, params, "linear")


def cnn_forward(x: Any, params: Parameters) -> Tensor:
    """Class probabilities (n, k) of images; parameters as in `numpy_stack.cnn`, of any sizes."""
    return _apply(x, params, "softmax")


def _apply(x: Any, params: Parameters, output: str) -> Tensor:
    """The images through a model whose layers have the parameters' sizes and dtype."""
    x, *weights = floating(x, *in_order(params))
    K1, _, K2, _, W1, _, W2, _ = weights
    options = {"dtype": dtype_of(x)}
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:], **options),
            layers.Conv2D(K1.shape[3], K1.shape[:2], activation="relu", **options),
            layers.MaxPooling2D((2, 2), **options),
            layers.Conv2D(K2.shape[3], K2.shape[:2], activation="relu", **options),
            layers.MaxPooling2D((2, 2), **options),
            layers.Flatten(**options),
            layers.Dense(W1.shape[1], activation="relu", **options),
            layers.Dense(W2.shape[1], activation=output, **options),
        ]
    )
    model.set_weights(weights)
    return model(x)
