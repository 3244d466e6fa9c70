"""Cases of the functions that the first twelve exercises need."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..numpy_stack import cnn
from .drawing import Arguments, Case, Draw, normal


def _adam(t: int, eps: float) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        theta, m, v, grad = rng.normal(size=(4, 5, 3))
        return theta, m, v**2, grad, t, 0.1, 0.8, 0.95, eps

    return arguments


def _conv(height: int, width: int, kernel: tuple[int, int], stride: int, padding: str) -> Any:
    def arguments(rng: np.random.Generator) -> Arguments:
        shapes = [(2, height, width, 3), (*kernel, 3, 4), (4,)]
        return (*(rng.normal(size=shape) for shape in shapes), stride, padding)

    return arguments


def _pool(*options: Any) -> Draw:
    return lambda rng: (rng.normal(size=(2, 7, 8, 3)), *options)


def _cnn(rng: np.random.Generator) -> Arguments:
    shapes = [(3, 2, 2, 3), (3,), (2, 3, 3, 4), (4,), (4, 6), (6,), (6, 5), (5,)]
    weights = [rng.normal(size=shape) for shape in shapes]
    return rng.normal(size=(3, 8, 9, 2)), dict(zip(cnn.PARAMETERS, weights))


def _probabilities(rng: np.random.Generator) -> Arguments:
    return rng.uniform(0.01, 0.99, size=(5, 1)), rng.uniform(0.01, 0.99, size=(3, 1))


MLP = normal((5, 3), (5, 2), (3, 4), (4,), (4, 2), (2,))
LSTM = normal((3, 2), (3, 5), (3, 5), (2, 20), (5, 20), (20,))
CASES: list[Case] = [
    ("losses.mse", normal((4, 3), (4, 3))),
    ("losses.mse", normal((5,), (5,))),
    ("losses.mse_grad", normal((2, 3, 4), (2, 3, 4))),
    *((f"activations.{name}", normal((4, 3))) for name in ("sigmoid", "tanh", "relu")),
    *((f"activations.{name}", normal((4, 3))) for name in ("softplus", "log_sigmoid")),
    ("softmax.softmax", lambda rng: (rng.normal(size=(2, 3, 4)), 1)),
    ("optimizers.gradient_step", lambda rng: (*rng.normal(size=(2, 4, 3)), 0.3)),
    ("adam.adam_step", _adam(1, 1e-2)),
    ("adam.adam_step", _adam(7, 0.5)),
    ("mlp.mlp_loss", MLP),
    ("mlp.mlp_backprop", MLP),
    ("convolution.conv2d", _conv(7, 6, (3, 2), 1, "valid")),
    ("convolution.conv2d", _conv(7, 6, (3, 2), 1, "same")),
    ("convolution.conv2d", _conv(8, 7, (2, 4), 2, "valid")),
    ("convolution.conv2d", _conv(8, 7, (2, 4), 2, "same")),
    ("convolution.conv2d", _conv(9, 8, (3, 3), 3, "same")),
    ("convolution.conv2d", _conv(5, 6, (1, 1), 2, "same")),
    ("convolution.conv2d", _conv(3, 4, (3, 4), 1, "valid")),
    ("convolution.conv2d", _conv(3, 2, (5, 4), 1, "same")),
    ("pooling.max_pool", _pool()),
    ("pooling.max_pool", _pool((2, 3))),
    ("pooling.max_pool", _pool(3, 1)),
    ("lstm.lstm_cell", LSTM),
    ("gan.discriminator_loss", normal((5, 1), (3, 1))),
    ("gan.generator_loss", normal((4,))),
    ("gan.minimax_value", _probabilities),
    ("linear.mse_gradient", normal((3,), (5, 3), (5,))),
    ("linear.train", lambda rng: (*normal((3,), (5, 3), (5,))(rng), 0.05, 4)),
    ("cnn.cnn_logits", _cnn),
    ("cnn.cnn_forward", _cnn),
]
