"""Hidden checks of keras-lstm.

Weights are random when a model is built. The checks set them, so that what follows can be computed by the
reference, and can be told from what a wrong network gives with the same weights.
"""

from contextlib import suppress

import numpy as np

from grader.checks import array, check, close, kind, number, require

UNITS = 64
ONE_HOT_LOSSES = ("categorical", "squared", "mse", "binary", "bce")


def built(submission, timesteps, input_dim, output_dim):
    """The model after one call on blank sequences: one that Keras builds lazily has its weights then."""
    model = submission.build_lstm(timesteps, input_dim, output_dim)
    require(
        callable(model),
        en=f"build_lstm must return a Keras model. Received: {kind(model)}",
        zh=f"build_lstm 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    takes(model, timesteps, input_dim)
    array(model(np.zeros((2, timesteps, input_dim), np.float32)), "model(x)", shape=(2, output_dim))
    return model


def takes(model, timesteps, input_dim):
    """Hold that a model that says what it takes says (timesteps, input_dim), or leaves the length open."""
    if kind(model) in ("Sequential", "Functional") and model.built is True:
        shape = model.input_shape
        if isinstance(shape, (list, tuple)) and len(shape) == 3:
            length = timesteps if shape[1] is None else shape[1]
            received = array([length, shape[2]], "input_shape")
            close(received, np.array([timesteps, input_dim], dtype=np.float64), "input_shape")


def random_weights(rng, input_dim, output_dim, gain=2.0):
    """Kernel, recurrent kernel and bias of the three layers, then kernel and bias of the last one."""
    weights = []
    for inputs in (input_dim, UNITS, UNITS):
        weights += [rng.normal(size=(inputs, 4 * UNITS)) * gain / np.sqrt(inputs)]
        weights += [rng.normal(size=(UNITS, 4 * UNITS)) / np.sqrt(UNITS), 0.5 * rng.normal(size=4 * UNITS)]
    weights += [rng.normal(size=(UNITS, output_dim)) * 2 * gain / np.sqrt(UNITS), 0.5 * rng.normal(size=output_dim)]
    return [w.astype(np.float32) for w in weights]


def set_weights(model, weights):
    """Give the model these weights; it must have as many."""
    close(model.count_params(), sum(w.size for w in weights), "count_params()")
    model.set_weights(weights)


def expected_logits(reference, x, weights):
    """What the stack computes from these weights, in float64."""
    *recurrent, kernel, bias = (w.astype(np.float64) for w in weights)
    states = x.astype(np.float64)
    for layer in range(3):
        states = reference.lstm.lstm_forward(states, *recurrent[3 * layer : 3 * layer + 3], return_sequences=layer < 2)
    return reference.dense.dense_forward(states, kernel, bias)


def labels_for(model, labels, output_dim):
    """Integer labels, or one-hot ones where the compiled loss takes them."""
    require(
        model.compiled is True,
        en="The model is not compiled: call `model.compile(…)` before returning it.",
        zh="模型没有编译：返回之前要调用 `model.compile(…)`。",
    )
    loss = loss_name(model).lower()
    if "sparse" not in loss and any(name in loss for name in ONE_HOT_LOSSES):
        return np.eye(output_dim, dtype=np.float32)[labels]
    return labels


def loss_name(model):
    """What the compiled loss is called: the text, the name of its class, or that of a function."""
    loss = model.loss
    if isinstance(loss, str) or kind(loss).endswith(("entropy", "Error")):
        return loss if isinstance(loss, str) else kind(loss)
    config = None
    with suppress(Exception):  # Keras raises OSError for a lambda whose source it cannot read
        config = model.get_compile_config()  # holds the optimizer's name too, which counts up: only where needed
    text = str(config.get("loss")) if isinstance(config, dict) else ""
    return "" if "__lambda__" in text else text


@check(
    "has three LSTM layers of 64 units and a dense layer, and no other weights",
    zh="有三个 64 单元的 LSTM 层和一个全连接层，没有别的权重",
    points=2,
)
def test_layers(submission):
    model = built(submission, 10, 8, 4)
    layers = model.layers
    require(
        isinstance(layers, (list, tuple)) and all(callable(layer) for layer in layers),
        en="`model.layers` must be a list of layers.",
        zh="`model.layers` 应是由层组成的列表。",
    )
    weighted = [layer for layer in layers if number(layer.count_params(), "layer.count_params()")]
    kinds = [kind(layer) for layer in weighted]
    require(
        kinds == ["LSTM", "LSTM", "LSTM", "Dense"],
        en=f"Expected layers with weights: LSTM, LSTM, LSTM, Dense. Received: {', '.join(kinds)}",
        zh=f"带权重的层应依次为 LSTM、LSTM、LSTM、Dense。收到的是：{', '.join(kinds)}",
    )
    for layer, units in zip(weighted, (UNITS, UNITS, UNITS, 4)):
        close(layer.units, units, "units")
    for place, layer in enumerate(weighted[:2], start=1):
        handed_on = layer.return_sequences
        require(
            isinstance(handed_on, (bool, int)) and bool(handed_on),
            en=f"LSTM layer {place} must hand on the hidden states of all time steps (`return_sequences`).",
            zh=f"第 {place} 个 LSTM 层应交出所有时间步的隐藏状态（`return_sequences`）。",
        )
    close(model.count_params(), 84_996, "count_params()")


@check(
    "computes three LSTM layers, one upon the other, and decides from the last state",
    zh="三个 LSTM 层逐层计算，由最后一步的状态作出判断",
    points=3,
)
def test_forward(submission, reference, rng):
    model, weights = built(submission, 6, 5, 3), random_weights(rng, 5, 3)
    set_weights(model, weights)
    x = rng.normal(size=(4, 6, 5)).astype(np.float32)
    same_scores(array(model(x), "model(x)", shape=(4, 3)), x, weights, reference)


def probabilities(scores):
    """Whether these are a softmax's, not logits."""
    return bool(np.all(scores >= 0) and np.allclose(scores.sum(axis=1), 1, atol=1e-3))


def same_scores(scores, x, weights, reference):
    """Hold that these are the network's probabilities; its logits, where rows do not sum to one."""
    logits = expected_logits(reference, x, weights)
    if probabilities(scores):
        close(scores, reference.softmax.softmax(logits), "model(x)")
    else:
        close(scores, logits, "model(x)")


@check(
    "fits other lengths, inputs and numbers of classes",
    zh="也适用于其他序列长度、输入维数和类别数",
    points=2,
)
def test_other_sizes(submission, reference, rng):
    for timesteps, input_dim, output_dim in [(4, 7, 10), (3, 1, 2), (1, 2, 5)]:
        model = built(submission, timesteps, input_dim, output_dim)
        weights = random_weights(rng, input_dim, output_dim)
        set_weights(model, weights)
        x = rng.normal(size=(2, timesteps, input_dim)).astype(np.float32)
        same_scores(array(model(x), "model(x)", shape=(2, output_dim)), x, weights, reference)


@check(
    "is compiled with the cross-entropy that fits its output",
    zh="编译时使用与输出相配的交叉熵",
    points=2,
)
def test_loss(submission, reference, rng):
    model, weights = built(submission, 4, 3, 6), random_weights(rng, 3, 6, gain=1.2)
    set_weights(model, weights)
    x, labels = rng.normal(size=(8, 4, 3)).astype(np.float32), rng.integers(0, 6, size=8)
    logits = expected_logits(reference, x, weights)
    p = reference.softmax.softmax(logits)
    scores = p if probabilities(array(model(x), "model(x)", shape=(8, 6))) else logits
    loss = model.compute_loss(y=labels_for(model, labels, 6), y_pred=scores.astype(np.float32))
    close(loss, -np.mean(np.log(p[np.arange(8), labels])), "the loss")


@check("learns: a few training steps lower the loss", zh="能够学习：训练几步后损失下降", points=1)
def test_learns(submission, reference, rng):
    model = built(submission, 3, 4, 5)
    set_weights(model, random_weights(rng, 4, 5, gain=1.0))
    x = rng.normal(size=(12, 3, 4)).astype(np.float32)
    labels = rng.integers(0, 5, size=12)
    y = labels_for(model, labels, 5)
    before = loss_on(model, x, labels, reference)
    for _ in range(4):
        model.train_on_batch(x, y)
    after = loss_on(model, x, labels, reference)
    require(
        after < before,
        en=f"Expected the loss to fall in 4 training steps. Received: {before:.4g} before, {after:.4g} after",
        zh=f"训练 4 步后损失应当下降。收到的是：训练前 {before:.4g}，训练后 {after:.4g}",
    )


def loss_on(model, x, labels, reference):
    """The cross-entropy of the model's scores, computed here: calls whose arguments never differ are replayed once."""
    scores = array(model(x), "model(x)", shape=(len(x), 5))
    p = scores if probabilities(scores) else reference.softmax.softmax(scores)
    return -np.mean(np.log(np.maximum(p[np.arange(len(x)), labels], 1e-30)))
