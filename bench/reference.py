"""How fast the NumPy reference is: against naive Python loops, and against Keras on the CPU, on one thread.

Goal: convolution, LSTM and attention forward take at most 3 times as long as Keras does, compiled, on one thread.

All figures are ratios of one run: each round times the opponents one after the other, and the median over the rounds
of their ratio is printed, so that a machine whose speed drifts does not matter. Everything is float32, as Keras
computes by default. Loops get a batch of 4, Keras one of 32, the NumPy reference whatever its opponent has. A Keras
layer is built once, and its inputs are tensors already: eager is a call of it, compiled one of a `tf.function` around
it. A `…_backward` is the tape's there, whose forward pass runs too when it is eager; compiled, what the gradient does
not need of it is pruned.
Before anything is timed, all four results are compared.

    python bench/reference.py [ROUNDS]
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", VECLIB_MAXIMUM_THREADS="1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import keras
import numpy as np
import tensorflow as tf

from reference import numpy_stack as stack

Array = np.ndarray[Any, Any]
Shape = tuple[int, ...]
SMALL, LARGE = 4, 32  # batches
SLICE = 0.01  # seconds that one timing takes at least
LOOP_ROUNDS = 3
GOAL = 3.0


# Naive loops, over lists of Python numbers: faster than over the elements of arrays.


def _dot(u: list[float], v: list[float]) -> float:
    return sum(a * b for a, b in zip(u, v))


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def _softmax(scores: list[float]) -> list[float]:
    powers = [math.exp(score - max(scores)) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def loop_dense(x: Array, W: Array, b: Array) -> Any:
    columns = W.T.tolist()
    return [[bias + _dot(row, column) for column, bias in zip(columns, b.tolist())] for row in x.tolist()]


def loop_conv2d(x: Array, kernel: Array, bias: Array) -> Any:
    height, width, channels, filters = kernel.shape
    shape = (len(x), x.shape[1] - height + 1, x.shape[2] - width + 1, filters)
    images, weights, y = x.tolist(), kernel.tolist(), np.zeros(shape).tolist()
    for n, i, j, o in np.ndindex(shape):
        total = float(bias[o])
        for p in range(height):
            for q in range(width):
                for c in range(channels):
                    total += images[n][i + p][j + q][c] * weights[p][q][c][o]
        y[n][i][j][o] = total
    return y


def loop_conv2d_backward(dy: Array, x: Array, kernel: Array) -> Any:
    height, width, channels, filters = kernel.shape
    slopes, images, weights = dy.tolist(), x.tolist(), kernel.tolist()
    dx, dkernel, dbias = (np.zeros(shape).tolist() for shape in (x.shape, kernel.shape, (filters,)))
    for n, i, j, o in np.ndindex(dy.shape):
        slope = slopes[n][i][j][o]
        dbias[o] += slope
        for p in range(height):
            for q in range(width):
                for c in range(channels):
                    dx[n][i + p][j + q][c] += weights[p][q][c][o] * slope
                    dkernel[p][q][c][o] += images[n][i + p][j + q][c] * slope
    return dx, dkernel, dbias


def loop_max_pool(x: Array) -> Any:
    shape = (len(x), x.shape[1] // 2, x.shape[2] // 2, x.shape[3])
    images, y = x.tolist(), np.zeros(shape).tolist()
    for n, i, j, c in np.ndindex(shape):
        y[n][i][j][c] = max(images[n][2 * i + p][2 * j + q][c] for p in (0, 1) for q in (0, 1))
    return y


def loop_max_pool_backward(dy: Array, x: Array) -> Any:
    slopes, images = dy.tolist(), x.tolist()
    dx: Any = np.zeros(x.shape).tolist()
    for n, i, j, c in np.ndindex(dy.shape):
        window = [(row, column) for row in (2 * i, 2 * i + 1) for column in (2 * j, 2 * j + 1)]
        row, column = max(window, key=lambda place: images[n][place[0]][place[1]][c])
        dx[n][row][column][c] += slopes[n][i][j][c]
    return dx


def loop_avg_pool(x: Array) -> Any:
    shape = (len(x), x.shape[1] // 2, x.shape[2] // 2, x.shape[3])
    images, y = x.tolist(), np.zeros(shape).tolist()
    for n, i, j, c in np.ndindex(shape):
        y[n][i][j][c] = sum(images[n][2 * i + p][2 * j + q][c] for p in (0, 1) for q in (0, 1)) / 4
    return y


def loop_avg_pool_backward(dy: Array, x: Array) -> Any:
    slopes = dy.tolist()
    dx: Any = np.zeros(x.shape).tolist()
    for n, i, j, c in np.ndindex(dy.shape):
        for p, q in np.ndindex(2, 2):
            dx[n][2 * i + p][2 * j + q][c] += slopes[n][i][j][c] / 4
    return dx


def loop_lstm(x: Array, kernel: Array, recurrent_kernel: Array, bias: Array) -> Any:
    u = len(recurrent_kernel)
    columns, hidden = np.concatenate([kernel, recurrent_kernel]).T.tolist(), []
    for steps in x.tolist():
        h, c = [0.0] * u, [0.0] * u
        for step in steps:
            z = [b + _dot(step + h, column) for column, b in zip(columns, bias.tolist())]
            for k in range(u):
                c[k] = _sigmoid(z[u + k]) * c[k] + _sigmoid(z[k]) * math.tanh(z[2 * u + k])
            h = [_sigmoid(z[3 * u + k]) * math.tanh(c[k]) for k in range(u)]
        hidden.append(h)
    return hidden


def loop_gru(x: Array, kernel: Array, recurrent_kernel: Array, bias: Array) -> Any:
    u = len(recurrent_kernel)
    (W, U), (b, recurrent_b) = (kernel.T.tolist(), recurrent_kernel.T.tolist()), bias.tolist()
    hidden = []
    for steps in x.tolist():
        h = [0.0] * u
        for step in steps:
            a = [bias + _dot(step, column) for column, bias in zip(W, b)]
            s = [bias + _dot(h, column) for column, bias in zip(U, recurrent_b)]
            z, r = ([_sigmoid(a[k] + s[k]) for k in range(g, g + u)] for g in (0, u))
            new = [math.tanh(a[2 * u + k] + r[k] * s[2 * u + k]) for k in range(u)]
            h = [z[k] * h[k] + (1 - z[k]) * new[k] for k in range(u)]
        hidden.append(h)
    return hidden


def loop_attention(q: Array, k: Array, v: Array) -> Any:
    scale, outputs = 1 / math.sqrt(q.shape[-1]), []
    for queries, keys, columns in zip(q.tolist(), k.tolist(), v.swapaxes(1, 2).tolist()):
        weights = [_softmax([scale * _dot(query, key) for key in keys]) for query in queries]
        outputs.append([[_dot(row, column) for column in columns] for row in weights])
    return outputs


def loop_batchnorm(x: Array, gamma: Array, beta: Array, *running: Array) -> Any:
    columns = []
    for column, g, b in zip(x.T.tolist(), gamma.tolist(), beta.tolist()):
        mean = sum(column) / len(column)
        var = sum((value - mean) ** 2 for value in column) / len(column)
        columns.append([g * (value - mean) / math.sqrt(var + 1e-3) + b for value in column])
    return [list(row) for row in zip(*columns)]


def loop_cross_entropy(labels: Array, logits: Array) -> Any:
    rows = [_softmax(row) for row in logits.tolist()]
    return -sum(math.log(row[label]) for row, label in zip(rows, labels.tolist())) / len(rows)


# Keras: each builds its layer once and returns what is then called with the inputs.


def keras_layer(layer: Any, shape: Shape, *weights: Array) -> Callable[..., Any]:
    layer.build((None, *shape))
    layer.set_weights(weights)
    return lambda x: layer(x)


def keras_backward(layer: Any, shape: Shape, *weights: Array) -> Callable[..., Any]:
    """What takes a gradient and the layer's input to the gradients in that input and the weights."""
    forward = keras_layer(layer, shape, *weights)

    def backward(dy: Any, x: Any) -> Any:
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = forward(x)
        return tuple(tape.gradient(y, [x, *(weight.value for weight in layer.weights)], output_gradients=dy))

    return backward


def keras_attention() -> Callable[..., Any]:
    def attend(q: Any, k: Any, v: Any) -> Any:
        return keras.ops.dot_product_attention(*(part[:, :, None] for part in (q, k, v)))[:, :, 0]

    return attend


def keras_batchnorm(*weights: Array) -> Callable[..., Any]:
    layer = keras.layers.BatchNormalization()
    layer.build((None, len(weights[0])))
    layer.set_weights(weights)
    return lambda x: layer(x, training=True)


def keras_cross_entropy() -> Callable[..., Any]:
    loss = keras.losses.sparse_categorical_crossentropy
    return lambda labels, logits: keras.ops.mean(loss(labels, logits, from_logits=True))


@dataclass(frozen=True)
class Operation:
    """One function of the reference and its opponents; `inputs` and `weights` are the shapes of its arguments.

    An input's shape is that of one sample; `build` takes the weights and returns a function of the inputs.
    """

    name: str
    numpy: Callable[..., Any]
    loop: Callable[..., Any]
    build: Callable[..., Callable[..., Any]]
    inputs: tuple[Shape, ...]
    weights: tuple[Shape, ...] = ()
    in_goal: bool = False

    def draw(self, batch: int) -> tuple[list[Array], list[Array]]:
        """Inputs and weights; an input of one number a sample holds labels, a weight is small and positive."""
        rng = np.random.default_rng(0)
        inputs = [
            rng.normal(size=(batch, *s)).astype(np.float32) if s else rng.integers(10, size=batch) for s in self.inputs
        ]
        return inputs, [rng.uniform(0.01, 0.1, size=shape).astype(np.float32) for shape in self.weights]


IMAGE, POOLED, SEQUENCE, HEADS = (28, 28, 8), (14, 14, 8), (28, 28), (64, 64)
KERNEL, LSTM, GRU = (3, 3, 8, 16), ((28, 256), (64, 256), (256,)), ((28, 192), (64, 192), (2, 192))
OPERATIONS = [
    Operation(
        "dense",
        stack.dense.dense_forward,
        loop_dense,
        lambda *w: keras_layer(keras.layers.Dense(128), (784,), *w),
        ((784,),),
        ((784, 128), (128,)),
    ),
    Operation(
        "conv2d",
        stack.convolution.conv2d,
        loop_conv2d,
        lambda *w: keras_layer(keras.layers.Conv2D(16, 3), IMAGE, *w),
        (IMAGE,),
        (KERNEL, (16,)),
        in_goal=True,
    ),
    Operation(
        "conv2d_backward",
        stack.convolution.conv2d_backward,
        loop_conv2d_backward,
        lambda w: keras_backward(keras.layers.Conv2D(16, 3), IMAGE, w, np.zeros(16, np.float32)),
        ((26, 26, 16), IMAGE),
        (KERNEL,),
    ),
    Operation(
        "max_pool",
        stack.pooling.max_pool,
        loop_max_pool,
        lambda: keras_layer(keras.layers.MaxPooling2D(), IMAGE),
        (IMAGE,),
    ),
    Operation(
        "max_pool_backward",
        stack.pooling.max_pool_backward,
        loop_max_pool_backward,
        lambda: keras_backward(keras.layers.MaxPooling2D(), IMAGE),
        (POOLED, IMAGE),
    ),
    Operation(
        "avg_pool",
        stack.pooling.avg_pool,
        loop_avg_pool,
        lambda: keras_layer(keras.layers.AveragePooling2D(2), IMAGE),
        (IMAGE,),
    ),
    Operation(
        "avg_pool_backward",
        stack.pooling.avg_pool_backward,
        loop_avg_pool_backward,
        lambda: keras_backward(keras.layers.AveragePooling2D(2), IMAGE),
        (POOLED, IMAGE),
    ),
    Operation(
        "lstm_forward",
        stack.lstm.lstm_forward,
        loop_lstm,
        lambda *w: keras_layer(keras.layers.LSTM(64), SEQUENCE, *w),
        (SEQUENCE,),
        LSTM,
        in_goal=True,
    ),
    Operation(
        "gru_forward",
        stack.gru.gru_forward,
        loop_gru,
        lambda *w: keras_layer(keras.layers.GRU(64), SEQUENCE, *w),
        (SEQUENCE,),
        GRU,
    ),
    Operation(
        "attention",
        lambda *a: stack.attention.attention(*a)[0],
        loop_attention,
        keras_attention,
        (HEADS, HEADS, HEADS),
        in_goal=True,
    ),
    Operation(
        "batchnorm",
        lambda *a: stack.batchnorm.batchnorm_forward(*a)[0],
        loop_batchnorm,
        keras_batchnorm,
        ((512,),),
        ((512,), (512,), (512,), (512,)),
    ),
    Operation(
        "softmax cross-entropy",
        stack.losses.sparse_cross_entropy,
        loop_cross_entropy,
        keras_cross_entropy,
        ((), (1000,)),
    ),
]


def seconds(call: Callable[[], Any], times: int) -> float:
    """Time of one call, the mean of `times` calls in a row."""
    started = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - started) / times


def ratios(calls: list[Callable[[], Any]], rounds: int) -> tuple[float, list[float]]:
    """Median seconds of the first call, and the medians over the rounds of first / other for each of the others."""
    times = [max(1, round(SLICE / max(seconds(call, 1), 1e-7))) for call in calls]  # also warms each up
    timed = [[seconds(call, n) for call, n in zip(calls, times)] for _ in range(rounds)]
    others = range(1, len(calls))
    return statistics.median(row[0] for row in timed), [
        statistics.median(row[0] / row[k] for row in timed) for k in others
    ]


def require_equal(name: str, expected: Any, *results: Any) -> None:
    """Raise AssertionError unless all results have the values of `expected`, in float32."""
    first, *others = (
        np.concatenate([np.ravel(np.asarray(part)) for part in (result if isinstance(result, tuple) else (result,))])
        for result in (expected, *results)
    )
    for other in others:
        np.testing.assert_allclose(other, first, rtol=1e-3, atol=1e-4 * np.abs(first).max(), err_msg=name)


def measure(operation: Operation, rounds: int) -> tuple[float, float, float, float]:
    """Milliseconds of NumPy on the large batch, loops / NumPy, NumPy / eager Keras, NumPy / compiled Keras."""
    inputs, weights = operation.draw(SMALL)
    small: list[Callable[[], Any]] = [
        lambda: operation.loop(*inputs, *weights),
        lambda: operation.numpy(*inputs, *weights),
    ]
    require_equal(operation.name, *(call() for call in small))
    _, (loops,) = ratios(small, LOOP_ROUNDS)

    many, weights = operation.draw(LARGE)
    tensors, eager = [tf.constant(each) for each in many], operation.build(*weights)
    compiled = tf.function(eager)
    large: list[Callable[[], Any]] = [
        lambda: operation.numpy(*many, *weights),
        lambda: eager(*tensors),
        lambda: compiled(*tensors),
    ]
    require_equal(operation.name, *(call() for call in large))
    own, (to_eager, to_compiled) = ratios(large, rounds)
    return 1e3 * own, loops, to_eager, to_compiled


def main(rounds: int) -> None:
    """Print the table, and whether the goal is met."""
    tf.config.set_visible_devices([], "GPU")
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    print(f"float32, one thread, median of {rounds} rounds ({LOOP_ROUNDS} for loops)\n")
    print(f"{'operation':22} {'NumPy':>9} {'loops/NumPy':>12} {'NumPy/eager':>12} {'NumPy/compiled':>15}")
    verdicts = []
    for operation in OPERATIONS:
        own, loops, to_eager, to_compiled = measure(operation, rounds)
        print(f"{operation.name:22} {own:6.2f} ms {loops:12.1f} {to_eager:12.2f} {to_compiled:15.2f}", flush=True)
        if operation.in_goal:
            verdicts.append(f"{operation.name} {'met' if to_compiled <= GOAL else 'missed'}")
    print(f"\ngoal, NumPy/compiled at most {GOAL:g}: {', '.join(verdicts)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
