"""Hidden checks of keras-cnn.

Weights are random when a model is built. The checks set them, so that what follows can be computed by the
reference, and can be told from what a wrong network gives with the same weights.
"""

import numpy as np

from grader.checks import array, check, close, kind, number, require

ONE_HOT_LOSSES = ("categorical", "squared", "mse", "binary", "bce")


def built(submission, input_shape, n_classes):
    """The model after one call on blank images: one that Keras builds lazily has its weights then."""
    model = submission.build_cnn(input_shape, n_classes)
    require(
        callable(model),
        en=f"build_cnn must return a Keras model. Received: {kind(model)}",
        zh=f"build_cnn 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    takes(model, input_shape)
    array(model(np.zeros((2, *input_shape), np.float32)), "model(x)", shape=(2, n_classes))
    return model


def takes(model, input_shape):
    """Hold that a model that says what it takes says `input_shape`: its own exception would say less."""
    if kind(model) in ("Sequential", "Functional") and model.built is True:
        shape = model.input_shape
        if isinstance(shape, (list, tuple)) and len(shape) == 4:
            close(array(shape[1:], "input_shape"), np.array(input_shape, dtype=np.float64), "input_shape")


def random_weights(rng, input_shape, n_classes, gain=2.0):
    """Kernels and biases in the order of the layers."""
    *sides, channels = input_shape
    rows, columns = (((side - 2) // 2 - 2) // 2 for side in sides)
    kernels = [(3, 3, channels, 32), (3, 3, 32, 64), (rows * columns * 64, 64), (64, n_classes)]
    weights = []
    for shape in kernels:
        scale = gain / np.sqrt(np.prod(shape[:-1]))
        weights += [scale * rng.normal(size=shape), 0.5 * rng.normal(size=shape[-1])]
    return [w.astype(np.float32) for w in weights]


def set_weights(model, weights):
    """Give the model these weights; it must have as many."""
    close(model.count_params(), sum(w.size for w in weights), "count_params()")
    model.set_weights(weights)


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
    "has two convolution and two dense layers of the right sizes, and no other weights",
    zh="有两个卷积层、两个全连接层，大小正确，没有别的权重",
    points=2,
)
def test_layers(submission):
    model = built(submission, (28, 28, 1), 10)
    layers = model.layers
    require(
        isinstance(layers, (list, tuple)) and all(callable(layer) for layer in layers),
        en="`model.layers` must be a list of layers.",
        zh="`model.layers` 应是由层组成的列表。",
    )
    weighted = [layer for layer in layers if number(layer.count_params(), "layer.count_params()")]
    kinds = [kind(layer) for layer in weighted]
    require(
        kinds == ["Conv2D", "Conv2D", "Dense", "Dense"],
        en=f"Expected layers with weights: Conv2D, Conv2D, Dense, Dense. Received: {', '.join(kinds)}",
        zh=f"带权重的层应依次为 Conv2D、Conv2D、Dense、Dense。收到的是：{', '.join(kinds)}",
    )
    for layer, filters in zip(weighted, (32, 64)):
        close(layer.filters, filters, "filters")
        close(array(layer.kernel_size, "kernel_size"), np.array([3.0, 3.0]), "kernel_size")
        close(array(layer.strides, "strides"), np.array([1.0, 1.0]), "strides")
    for layer, units in zip(weighted[2:], (64, 10)):
        close(layer.units, units, "units")
    close(model.count_params(), 121_930, "count_params()")


@check(
    "computes convolution, ReLU, max pooling and dense layers in this order",
    zh="依次计算卷积、ReLU、最大池化和全连接层",
    points=3,
)
def test_forward(submission, reference, rng):
    model, weights = built(submission, (28, 28, 1), 10), random_weights(rng, (28, 28, 1), 10)
    set_weights(model, weights)
    x = rng.normal(size=(3, 28, 28, 1)).astype(np.float32)
    same_scores(array(model(x), "model(x)", shape=(3, 10)), x, weights, reference)


def same_scores(scores, x, weights, reference):
    """Hold that these are the network's probabilities; its logits, where rows do not sum to one."""
    exact = x.astype(np.float64), [w.astype(np.float64) for w in weights]
    if np.all(scores >= 0) and np.allclose(scores.sum(axis=1), 1, atol=1e-3):
        close(scores, reference.cnn.cnn_forward(*exact), "model(x)")
    else:
        close(scores, reference.cnn.cnn_logits(*exact), "model(x)")


@check(
    "fits other images and another number of classes",
    zh="也适用于其他图像尺寸和类别数",
    points=2,
)
def test_other_sizes(submission, reference, rng):
    for input_shape, n_classes in [((20, 25, 3), 7), ((19, 14, 2), 4)]:
        model = built(submission, input_shape, n_classes)
        weights = random_weights(rng, input_shape, n_classes)
        set_weights(model, weights)
        x = rng.normal(size=(2, *input_shape)).astype(np.float32)
        same_scores(array(model(x), "model(x)", shape=(2, n_classes)), x, weights, reference)


@check(
    "is compiled with the cross-entropy that fits its output",
    zh="编译时使用与输出相配的交叉熵",
    points=2,
)
def test_loss(submission, reference, rng):
    model, weights = built(submission, (16, 18, 1), 6), random_weights(rng, (16, 18, 1), 6, gain=1.2)
    set_weights(model, weights)
    x, labels = rng.normal(size=(8, 16, 18, 1)).astype(np.float32), rng.integers(0, 6, size=8)
    scores = array(model(x), "model(x)", shape=(8, 6))
    loss = model.compute_loss(y=labels_for(model, labels, 6), y_pred=scores)
    p = reference.cnn.cnn_forward(x.astype(np.float64), [w.astype(np.float64) for w in weights])
    close(loss, -np.mean(np.log(p[np.arange(8), labels])), "the loss")


@check("learns: a few training steps lower the loss", zh="能够学习：训练几步后损失下降", points=1)
def test_learns(submission, rng):
    model = built(submission, (16, 18, 1), 6)
    set_weights(model, random_weights(rng, (16, 18, 1), 6, gain=1.0))
    x = rng.uniform(size=(12, 16, 18, 1)).astype(np.float32)
    y = labels_for(model, rng.integers(0, 6, size=12), 6)
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
    scores = array(model(x), "model(x)", shape=(len(x), 6))
    return number(model.compute_loss(y=y, y_pred=scores), "the loss")
