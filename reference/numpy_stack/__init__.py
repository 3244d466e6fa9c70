"""The reference in plain NumPy: what a right answer is.

A module is imported when it is first used; importing the package imports nothing, NumPy included.
A new concept is a new file and its name in `__all__` and in the `TYPE_CHECKING` block.
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
        autodiff,
        batchnorm,
        callbacks,
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
        environments,
        exploration,
        factorisation,
        gan,
        gradcheck,
        gru,
        image,
        initializers,
        layernorm,
        layers,
        linear,
        linear_regression,
        logistic_regression,
        losses,
        lstm,
        metrics,
        mlp,
        models,
        optimizers,
        parallel,
        parameters,
        policy_gradient,
        pooling,
        privacy,
        q_learning,
        regularisation,
        returns,
        rnn,
        schedules,
        skipgram,
        softmax,
        softmax_regression,
        spectrogram,
        splits,
        text,
        trust,
        updates,
        vae,
        value_iteration,
    )

__all__ = [
    "activations",
    "adam",
    "attention",
    "autodiff",
    "batchnorm",
    "callbacks",
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
    "environments",
    "exploration",
    "factorisation",
    "gan",
    "gradcheck",
    "gru",
    "image",
    "initializers",
    "layernorm",
    "layers",
    "linear",
    "linear_regression",
    "logistic_regression",
    "losses",
    "lstm",
    "metrics",
    "mlp",
    "models",
    "optimizers",
    "parallel",
    "parameters",
    "policy_gradient",
    "pooling",
    "privacy",
    "q_learning",
    "regularisation",
    "returns",
    "rnn",
    "schedules",
    "skipgram",
    "softmax",
    "softmax_regression",
    "spectrogram",
    "splits",
    "text",
    "trust",
    "updates",
    "vae",
    "value_iteration",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"{__name__} has the modules {', '.join(__all__)}. Received: {name}")


def __dir__() -> list[str]:
    return sorted(__all__)
