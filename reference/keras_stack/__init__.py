"""The reference through Keras 3 and TensorFlow: the second opinion on `numpy_stack`.

Nothing is derived again here: values come from Keras's layers, losses, optimizers and operations,
gradients from `tf.GradientTape`. Functions take arrays and return tensors of the same dtype.
`gradcheck` and `autodiff` have no counterpart: the tape itself is what they are compared with.
A module is imported when it is first used; importing the package does not import TensorFlow.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import (
        activations,
        adam,
        attention,
        batchnorm,
        classifier,
        clipping,
        cnn,
        convolution,
        convolution_transpose,
        cross_entropies,
        data,
        dense,
        descent,
        digits,
        dropout,
        early_stopping,
        embedding,
        factorisation,
        gan,
        gru,
        image,
        initializers,
        layernorm,
        linear,
        linear_regression,
        logistic_regression,
        losses,
        lstm,
        metrics,
        mlp,
        optimizers,
        parallel,
        parameters,
        policy_gradient,
        pooling,
        privacy,
        regularisation,
        returns,
        rnn,
        schedules,
        skipgram,
        softmax,
        softmax_regression,
        spectrogram,
        trust,
        vae,
    )

__all__ = [
    "activations",
    "adam",
    "attention",
    "batchnorm",
    "classifier",
    "clipping",
    "cnn",
    "convolution",
    "convolution_transpose",
    "cross_entropies",
    "data",
    "dense",
    "descent",
    "digits",
    "dropout",
    "early_stopping",
    "embedding",
    "factorisation",
    "gan",
    "gru",
    "image",
    "initializers",
    "layernorm",
    "linear",
    "linear_regression",
    "logistic_regression",
    "losses",
    "lstm",
    "metrics",
    "mlp",
    "optimizers",
    "parallel",
    "parameters",
    "policy_gradient",
    "pooling",
    "privacy",
    "regularisation",
    "returns",
    "rnn",
    "schedules",
    "skipgram",
    "softmax",
    "softmax_regression",
    "spectrogram",
    "trust",
    "vae",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"{__name__} has the modules {', '.join(__all__)}. Received: {name}")


def __dir__() -> list[str]:
    return sorted(__all__)
