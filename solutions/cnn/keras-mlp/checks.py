"""Hidden checks of keras-mlp.

Weights are random when a model is built. The checks set them, so that what follows can be computed by the
reference, and can be told from what a wrong network gives with the same weights.
"""

from itertools import pairwise

import numpy as np

from grader.checks import array, check, close, kind, number, require

ONE_HOT_LOSSES = ("categorical", "squared", "mse", "binary", "bce")


def built(submission, n_classes):
    """The model after one call on blank images: one that Keras builds lazily has its weights then."""
    model = submission.build_mlp(n_classes)
    require(
        callable(model),
        en=f"build_mlp must return a Keras model. Received: {kind(model)}",
        zh=f"build_mlp 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    takes_images(model)
    array(model(np.zeros((2, 28, 28), np.float32)), "model(x)", shape=(2, n_classes))
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


def parameter_count(hidden_layers, n_classes):
    return 785 * 128 + (hidden_layers - 1) * 129 * 128 + 129 * n_classes


def with_weights(model, rng, n_classes, gain=1.5):
    """Give the model random kernels and biases in the order of the layers; returns them."""
    count = number(model.count_params(), "count_params()")
    one, two = (parameter_count(hidden_layers, n_classes) for hidden_layers in (1, 2))
    require(
        count in (one, two),
        en=f"Expected {one:,} parameters (one hidden layer) or {two:,} (two). Received: {count:,.0f}",
        zh=f"参数个数应为 {one:,}（一个隐藏层）或 {two:,}（两个）。收到的是：{count:,.0f}",
    )
    sizes = [784, 128, 128, n_classes] if count == two else [784, 128, n_classes]
    kernels = [gain * rng.normal(size=s) / np.sqrt(s[0]) for s in pairwise(sizes)]
    biases = [0.5 * rng.normal(size=size) for size in sizes[1:]]
    model.set_weights([w.astype(np.float32) for pair in zip(kernels, biases) for w in pair])
    return kernels, biases


def probabilities(x, weights, reference):
    return reference.mlp.mlp_forward(x.reshape(len(x), 784).astype(np.float64), *weights)


def labels_for(model, labels, n_classes):
    """Integer labels, or one-hot ones where the compiled loss takes them."""
    require(
        model.compiled is True,
        en="The model is not compiled: call `model.compile(…)` before returning it.",
        zh="模型没有编译：返回之前要调用 `model.compile(…)`。",
    )
    loss = loss_name(model).lower()
    if "sparse" not in loss and any(name in loss for name in ONE_HOT_LOSSES):
        return np.eye(n_classes, dtype=np.float32)[labels]
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
    "has one or two dense layers of 128 units, then one unit for each class, and no other weights",
    zh="有一到两个 128 单元的全连接层，最后每类一个单元，没有别的权重",
    points=1,
)
def test_layers(submission):
    layers = built(submission, 7).layers
    require(
        isinstance(layers, (list, tuple)) and all(callable(layer) for layer in layers),
        en="`model.layers` must be a list of layers.",
        zh="`model.layers` 应是由层组成的列表。",
    )
    weighted = [layer for layer in layers if number(layer.count_params(), "layer.count_params()")]
    kinds = [kind(layer) for layer in weighted]
    require(
        kinds in (["Dense"] * 2, ["Dense"] * 3),
        en=f"Expected two or three Dense layers with weights. Received: {', '.join(kinds)}",
        zh=f"带权重的层应为两个或三个 Dense。收到的是：{', '.join(kinds)}",
    )
    for layer, units in zip(weighted, [*[128] * (len(weighted) - 1), 7]):
        close(layer.units, units, "units")


@check(
    "computes flatten, dense layers with ReLU, and the scores, for any number of classes",
    zh="依次计算展平、带 ReLU 的全连接层和分数，类别数任意",
    points=2,
)
def test_forward(submission, reference, rng):
    for n, n_classes in [(3, 10), (1, 4)]:
        model = built(submission, n_classes)
        weights = with_weights(model, rng, n_classes)
        x = rng.uniform(size=(n, 28, 28)).astype(np.float32)
        scores = array(model(x), "model(x)", shape=(n, n_classes))
        if not (np.all(scores >= 0) and np.allclose(scores.sum(axis=1), 1, atol=1e-3)):  # logits, up to a constant
            scores = reference.softmax.softmax(scores)
        close(scores, probabilities(x, weights, reference), "softmax(z)")


@check(
    "is compiled with the cross-entropy that fits its output",
    zh="编译时使用与输出相配的交叉熵",
    points=2,
)
def test_loss(submission, reference, rng):
    model = built(submission, 6)
    weights = with_weights(model, rng, 6, gain=1.2)
    x, labels = rng.uniform(size=(9, 28, 28)).astype(np.float32), rng.integers(0, 6, size=9)
    scores = array(model(x), "model(x)", shape=(9, 6))
    loss = model.compute_loss(y=labels_for(model, labels, 6), y_pred=scores)
    p = probabilities(x, weights, reference)
    close(loss, -np.mean(np.log(p[np.arange(9), labels])), "the loss")


@check("learns: a few training steps lower the loss", zh="能够学习：训练几步后损失下降", points=1)
def test_learns(submission, rng):
    model = built(submission, 5)
    with_weights(model, rng, 5, gain=1.0)
    x = rng.uniform(size=(12, 28, 28)).astype(np.float32)
    y = labels_for(model, rng.integers(0, 5, size=12), 5)
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
    scores = array(model(x), "model(x)", shape=(len(x), 5))
    return number(model.compute_loss(y=y, y_pred=scores), "the loss")
