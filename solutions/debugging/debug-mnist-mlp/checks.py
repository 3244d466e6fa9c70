"""Hidden checks of debug-mnist-mlp: the printed fault, and what goes wrong with repairs of it.

Weights are random when a model is built. The checks set them, so that what follows can be computed by the
reference, and can be told from what a wrong network gives with the same weights.
"""

from itertools import pairwise

import numpy as np

from grader.checks import array, check, close, kind, number, require

SIZES = (784, 128, 128, 10)
ONE_HOT_LOSSES = ("categorical", "squared", "mse", "binary", "bce")


def built(submission, n=2):
    """The model after one call on blank images: one that Keras builds lazily has its weights then."""
    model = submission.build_model()
    require(
        callable(model),
        en=f"build_model must return a Keras model. Received: {kind(model)}",
        zh=f"build_model 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    takes_images(model)
    array(model(np.zeros((n, 28, 28), np.float32)), "model(x)", shape=(n, 10))
    return model


def takes_images(model):
    """Hold that a model that says what it takes says 28×28: its own exception would say less."""
    if kind(model) in ("Sequential", "Functional") and model.built is True:
        shape = model.input_shape
        if isinstance(shape, (list, tuple)) and len(shape) > 1:
            require(
                [*shape[1:]] in ([28, 28], [28, 28, 1], [None, None]),
                en=f"The images come as (n, 28, 28). Received: a model that takes {tuple(shape)}",
                zh=f"图像的形状是 (n, 28, 28)。收到的模型接收的却是 {tuple(shape)}",
            )


def with_weights(model, rng, gain=1.5):
    """Give the model random kernels and biases in the order of the layers; returns them."""
    close(model.count_params(), 118_282, "count_params()")
    kernels = [gain * rng.normal(size=s) / np.sqrt(s[0]) for s in pairwise(SIZES)]
    biases = [0.5 * rng.normal(size=size) for size in SIZES[1:]]
    model.set_weights([w.astype(np.float32) for pair in zip(kernels, biases) for w in pair])
    return kernels, biases


def probabilities(x, weights, reference):
    """The network on vectors that hold the images' rows one after the other."""
    return reference.mlp.mlp_forward(x.reshape(len(x), 784).astype(np.float64), *weights)


def labels_for(model, labels):
    """Integer labels, or one-hot ones where the compiled loss takes them."""
    require(
        model.compiled is True,
        en="The model is not compiled: call `model.compile(…)` before returning it.",
        zh="模型没有编译：返回之前要调用 `model.compile(…)`。",
    )
    loss = loss_name(model).lower()
    if "sparse" not in loss and any(name in loss for name in ONE_HOT_LOSSES):
        return np.eye(10, dtype=np.float32)[labels]
    return labels


def loss_name(model):
    """What the compiled loss is called: the text, the name of its class, or that of a function."""
    loss = model.loss
    if isinstance(loss, str) or kind(loss).endswith(("entropy", "Error")):
        return loss if isinstance(loss, str) else kind(loss)
    config = model.get_compile_config()  # holds the optimizer's name too, which counts up: only where needed
    text = str(config.get("loss")) if isinstance(config, dict) else ""
    return "" if "__lambda__" in text else text


@check(
    "takes images as they are loaded, one or several, and judges each as a whole",
    zh="直接接收载入的图像，一张或多张均可，每张作为整体判断",
    points=1,
)
def test_takes_images(submission):
    built(submission, n=1)
    built(submission, n=4)


@check(
    "kept the source's three dense layers, of 128, 128 and 10 units",
    zh="保留了原文的三个全连接层：128、128 和 10 个单元",
    points=1,
)
def test_layers(submission):
    layers = built(submission).layers
    require(
        isinstance(layers, (list, tuple)) and all(callable(layer) for layer in layers),
        en="`model.layers` must be a list of layers.",
        zh="`model.layers` 应是由层组成的列表。",
    )
    weighted = [layer for layer in layers if number(layer.count_params(), "layer.count_params()")]
    kinds = [kind(layer) for layer in weighted]
    require(
        kinds == ["Dense"] * 3,
        en=f"Expected three Dense layers with weights. Received: {', '.join(kinds)}",
        zh=f"带权重的层应为三个 Dense。收到的是：{', '.join(kinds)}",
    )
    for layer, units in zip(weighted, SIZES[1:]):
        close(layer.units, units, "units")


@check(
    "computes the network of the formula: rows in order, ReLU twice, softmax once",
    zh="按公式计算：各行依次展开，两次 ReLU，一次 softmax",
    points=2,
)
def test_forward(submission, reference, rng):
    model = built(submission)
    weights = with_weights(model, rng)
    x = rng.uniform(size=(3, 28, 28)).astype(np.float32)
    scores = array(model(x), "model(x)", shape=(3, 10))
    if not (np.all(scores >= 0) and np.allclose(scores.sum(axis=1), 1, atol=1e-3)):  # logits, up to a constant
        scores = reference.softmax.softmax(scores)
    close(scores, probabilities(x, weights, reference), "softmax(z)")


@check("its loss fits ten classes and its output", zh="损失适合十个类别，并与输出相配", points=1)
def test_loss(submission, reference, rng):
    model = built(submission)
    weights = with_weights(model, rng, gain=1.2)
    x, labels = rng.uniform(size=(9, 28, 28)).astype(np.float32), rng.integers(0, 10, size=9)
    scores = array(model(x), "model(x)", shape=(9, 10))
    loss = model.compute_loss(y=labels_for(model, labels), y_pred=scores)
    p = probabilities(x, weights, reference)
    close(loss, -np.mean(np.log(p[np.arange(9), labels])), "the loss")


@check("trains: a few steps lower the loss", zh="能够训练：走几步后损失下降", points=1)
def test_trains(submission, rng):
    model = built(submission)
    with_weights(model, rng, gain=1.0)
    x = rng.uniform(size=(12, 28, 28)).astype(np.float32)
    y = labels_for(model, rng.integers(0, 10, size=12))
    before = loss_on(model, x, y)
    for steps in (2, 6):  # more only where the first ones overshoot
        for _ in range(steps):
            model.train_on_batch(x, y)
        after = loss_on(model, x, y)
        if after < before:
            break
    require(
        after < before,
        en=f"Expected the loss to fall in 8 training steps. Received: {before:.4g} before, {after:.4g} after",
        zh=f"训练 8 步后损失应当下降。收到的是：训练前 {before:.4g}，训练后 {after:.4g}",
    )


def loss_on(model, x, y):
    """The compiled loss of the model's scores, computed afresh."""
    scores = array(model(x), "model(x)", shape=(len(x), 10))
    return number(model.compute_loss(y=y, y_pred=scores), "the loss")
