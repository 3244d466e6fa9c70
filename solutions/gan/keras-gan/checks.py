"""Hidden checks of keras-gan.

The two architectures are free. What the checks hold is what any pair must do, for weights that they set
themselves: initial weights are random, and leave a generator's pixels near 0, where all ends look alike.
"""

import numpy as np

from grader.checks import array, check, kind, number, require


def generator_of(submission, *arguments, **keywords):
    """A generator after one call on zeros: one that Keras builds lazily has its weights then."""
    model = submission.build_generator(*arguments, **keywords)
    latent_dim = [*arguments, *keywords.values(), 100][0]
    require(
        callable(model),
        en=f"build_generator must return a Keras model. Received: {kind(model)}",
        zh=f"build_generator 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    if kind(model) in ("Sequential", "Functional") and model.built is True:
        shape = model.input_shape
        require(
            isinstance(shape, (list, tuple)) and [*shape[1:]] == [latent_dim],
            en=f"Expected a generator of noise (n, {latent_dim}). Received: one that takes {shape}",
            zh=f"生成器应接收 (n, {latent_dim}) 的噪声。收到的生成器接收的是 {shape}",
        )
    array(model(np.zeros((2, latent_dim), np.float32)), "generator(z)", shape=(2, 28, 28, 1))
    return model


def discriminator_of(submission):
    model = submission.build_discriminator()
    require(
        callable(model),
        en=f"build_discriminator must return a Keras model. Received: {kind(model)}",
        zh=f"build_discriminator 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    logits(model, np.zeros((2, 28, 28, 1), np.float32))
    return model


def logits(model, x):
    """One number for each image, (n,): the answer may have an axis of length 1 more."""
    got = array(model(x), "discriminator(x)")
    if got.shape == (len(x),):
        return got
    return array(got, "discriminator(x)", shape=(len(x), 1))[:, 0]


# --- layers and their weights ---------------------------------------------------------------------


def weighted_layers(model):
    """The layers that have weights, in their order; those of a model within the model too."""
    layers = model.layers
    require(
        isinstance(layers, (list, tuple)) and all(callable(layer) for layer in layers),
        en="`model.layers` must be a list of layers.",
        zh="`model.layers` 应是由层组成的列表。",
    )
    found = []
    for layer in layers:
        if kind(layer) in ("Sequential", "Functional"):
            found += weighted_layers(layer)
        elif number(layer.count_params(), "layer.count_params()"):
            found.append(layer)
    return found


def weight_shapes(layer):
    """Shapes of a layer's weights; None for a kind of layer that is not known here, which keeps its own."""
    count, name = int(number(layer.count_params())), kind(layer)
    if name == "BatchNormalization":
        parts = 2 + (layer.scale is True) + (layer.center is True)
        return [(count // parts,)] * parts
    if name not in ("Dense", "Conv2D", "Conv2DTranspose"):
        return None
    out = int(number(layer.units if name == "Dense" else layer.filters))
    biases = [(out,)] if layer.use_bias is True else []
    inputs = (count - out * len(biases)) // out
    if name == "Dense":
        return [(inputs, out), *biases]
    height, width = (int(side) for side in array(layer.kernel_size, shape=(2,)))
    inputs //= height * width
    return [(height, width, inputs, out) if name == "Conv2D" else (height, width, out, inputs), *biases]


def with_weights(model, rng, gain=1.5):
    """Give the known layers random weights, so that another network with the same layers gives the same."""
    for layer in weighted_layers(model):
        shapes = weight_shapes(layer)
        if shapes is None:
            continue
        if kind(layer) == "BatchNormalization":  # variances are positive
            values = [rng.uniform(0.5, 1.5, size=shape) for shape in shapes]
        else:
            inputs = np.prod(shapes[0]) / number(layer.units if kind(layer) == "Dense" else layer.filters)
            values = [rng.normal(size=shapes[0]) * gain / np.sqrt(inputs)]
            values += [0.3 * rng.normal(size=shape) for shape in shapes[1:]]
        layer.set_weights([value.astype(np.float32) for value in values])
    return model


def turn_last_layer(model, factor):
    """Multiply the weights of the last layer: what it hands on is multiplied too."""
    layers = weighted_layers(model)
    require(layers, en="The model has no weights.", zh="模型没有权重。")
    weights = layers[-1].get_weights()
    require(isinstance(weights, (list, tuple)), en="The last layer has no weights.", zh="最后一层没有权重。")
    weights = [array(weight, "weights") for weight in weights]
    kept = 2 if kind(layers[-1]) == "BatchNormalization" else 0  # its statistics are no factors
    layers[-1].set_weights([w * np.float32(factor) if i < len(weights) - kept else w for i, w in enumerate(weights)])


def bend(f, a, b):
    """How far f is from a function whose rise from 0 to a is the same as from b to a + b: 0 where f is affine."""
    return np.abs(f(a + b) - f(a) - f(b) + f(0 * a)).max()


# --- generator ------------------------------------------------------------------------------------


@check(
    "makes images of 28×28×1 from noise of any length, one vector or several",
    zh="由任意长度的噪声生成 28×28×1 的图像，一个或多个向量均可",
    points=2,
)
def test_image_shape(submission, rng):
    for n, latent_dim, generator in [
        (1, 100, generator_of(submission)),
        (3, 7, generator_of(submission, 7)),
        (2, 33, generator_of(submission, latent_dim=33)),
    ]:
        z = 0 * rng.normal(size=(n, latent_dim)).astype(np.float32)
        array(generator(z), "generator(z)", shape=(n, 28, 28, 1))


@check("becomes larger through transposed convolutions", zh="通过转置卷积放大", points=2)
def test_transposed_convolutions(submission):
    layers = weighted_layers(generator_of(submission))
    kinds = [kind(layer) for layer in layers]
    require(
        kinds.count("Conv2DTranspose") >= 2,
        en=f"Expected at least two Conv2DTranspose layers. Received, of layers with weights: {', '.join(kinds)}",
        zh=f"至少应有两个 Conv2DTranspose 层。收到的带权重的层是：{', '.join(kinds)}",
    )
    shapes = [layer.get_build_config() for layer in layers if kind(layer) == "Conv2DTranspose"]
    shapes = [each.get("input_shape") for each in shapes if isinstance(each, dict)]
    sides = [each[1] for each in shapes if isinstance(each, (list, tuple)) and len(each) == 4]
    require(
        not sides or sides[0] != 28,
        en="Expected transposed convolutions that enlarge. Received: ones whose input is 28 pixels high already.",
        zh="转置卷积应当起放大作用。收到的转置卷积，输入的高就已经是 28 像素了。",
    )


@check("ends in tanh: pixels fill the range from -1 to 1", zh="以 tanh 收尾：像素充满 -1 到 1 的范围", points=3)
def test_tanh(submission, rng):
    generator = with_weights(generator_of(submission, 9), rng, gain=2.5)
    z = rng.normal(size=(4, 9)).astype(np.float32)
    images = array(generator(z), "generator(z)", shape=(4, 28, 28, 1)).astype(np.float64)
    turn_last_layer(generator, -2)
    turned = array(generator(z), "generator(z)", shape=(4, 28, 28, 1))
    low, high = min(images.min(), turned.min()), max(images.max(), turned.max())
    require(
        -1.0001 <= low <= -0.5 and 0.5 <= high <= 1.0001,
        en="With large weights, of either sign, the pixels should fill [-1, 1]. Received: pixels from "
        f"{low:.3g} to {high:.3g}",
        zh=f"权重较大且有正有负时，像素应充满 [-1, 1]。收到的像素范围是 {low:.3g} 到 {high:.3g}",
    )
    off = np.abs(turned + 2 * images / (1 + images**2)).max()  # tanh(-2u) = -2 tanh(u) / (1 + tanh²(u))
    require(
        off < 1e-3,
        en="The last step of the generator is not tanh: with the last layer's weights times -2, tanh(u) becomes "
        f"tanh(-2u). Received: pixels that are off by {off:.3g}",
        zh="生成器的最后一步不是 tanh：把最后一层的权重乘以 -2，tanh(u) 应变成 tanh(-2u)。"
        f"收到的像素与此相差 {off:.3g}",
    )


@check(
    "gives each noise vector an image of its own, and is not linear",
    zh="每个噪声向量各有自己的图像，且不是线性的",
    points=1,
)
def test_noise_counts(submission, rng):
    generator = with_weights(generator_of(submission, 11), rng, gain=1.0)
    z = rng.normal(size=(3, 11)).astype(np.float32)
    images = array(generator(z), "generator(z)", shape=(3, 28, 28, 1))
    alone = array(generator(z[1:2]), "generator(z)", shape=(1, 28, 28, 1))
    require(
        np.abs(images[1:2] - alone).max() < 1e-3 and np.abs(images[0] - images[2]).max() > 1e-2,
        en="Expected an image that depends on its own noise and on no other. Received: one that does not.",
        zh="一张图像应由它自己的噪声决定，而与别的噪声无关。收到的图像不是这样。",
    )

    def before_tanh(noise):
        pixels = array(generator(noise.astype(np.float32)), "generator(z)", shape=(3, 28, 28, 1))
        return np.arctanh(np.clip(pixels.astype(np.float64), -1 + 1e-6, 1 - 1e-6))

    require(
        bend(before_tanh, z, z[::-1]) > 1e-2,
        en="Before its tanh the generator is linear in the noise: its layers have no activation.",
        zh="生成器在 tanh 之前对噪声是线性的：各层没有激活函数。",
    )


# --- discriminator --------------------------------------------------------------------------------


@check("says one logit for each image, and nothing follows it", zh="每张图像一个 logit，后面不再接任何运算", points=2)
def test_logits(submission, rng):
    discriminator = with_weights(discriminator_of(submission), rng)
    x = rng.uniform(-1, 1, size=(6, 28, 28, 1)).astype(np.float32)
    before = logits(discriminator, x).astype(np.float64)
    turn_last_layer(discriminator, -2)
    off = np.abs(logits(discriminator, x) + 2 * before).max()
    require(
        off < 1e-3 * (1 + np.abs(before).max()),
        en="A logit is what the last layer gives: with that layer's weights times -2 it is -2 times itself. "
        f"Received: numbers from {before.min():.3g} to {before.max():.3g} that end up {off:.3g} away from that. "
        "Is there an activation?",
        zh="logit 就是最后一层的输出：把该层的权重乘以 -2，它也应变为 -2 倍。"
        f"收到的数在 {before.min():.3g} 到 {before.max():.3g} 之间，变化后与此相差 {off:.3g}。是不是用了激活函数？",
    )


@check(
    "judges each image by itself, by more than a linear score",
    zh="对每张图像单独判断，且不只是线性打分",
    points=1,
)
def test_images_count(submission, rng):
    discriminator = with_weights(discriminator_of(submission), rng)
    x = rng.uniform(-1, 1, size=(3, 28, 28, 1)).astype(np.float32)
    all_three, alone = logits(discriminator, x), logits(discriminator, x[1:2])
    require(
        abs(all_three[1] - alone[0]) < 1e-3 and np.ptp(all_three) > 1e-4,
        en="Expected a logit that depends on its own image and on no other. Received: one that does not.",
        zh="一个 logit 应由它自己的图像决定，而与别的图像无关。收到的 logit 不是这样。",
    )
    require(
        bend(lambda images: logits(discriminator, images), x, 3 * x[::-1]) > 1e-2,
        en="The discriminator is linear in the pixels: its layers have no activation.",
        zh="判别器对像素是线性的：各层没有激活函数。",
    )


# --- both -----------------------------------------------------------------------------------------


@check("can be trained, both of them: a few steps lower a loss", zh="两个网络都能训练：走几步后损失下降", points=1)
def test_trainable(submission, rng):
    z, x = rng.normal(size=(4, 5)), rng.uniform(-1, 1, size=(4, 28, 28, 1))
    for name, zh, model, inputs, target in [
        ("generator", "生成器", generator_of(submission, 5), z, np.full((4, 28, 28, 1), 0.9)),
        ("discriminator", "判别器", discriminator_of(submission), x, np.full((4, 1), 3.0)),
    ]:
        with_weights(model, rng, gain=1.0)
        model.compile(optimizer="adam", loss="mse", run_eagerly=True)
        batch = [a.astype(np.float32) for a in (inputs, target)]
        losses = [number(model.train_on_batch(*batch), "the loss") for _ in range(2)]
        if losses[-1] >= losses[0]:  # more only where the first steps overshoot
            losses += [number(model.train_on_batch(*batch), "the loss") for _ in range(4)]
        require(
            losses[-1] < losses[0],
            en=f"Expected the {name} to learn. Received: a loss of {losses[0]:.4g}, after {len(losses) - 1} steps "
            f"{losses[-1]:.4g}",
            zh=f"{zh}应当能学习。收到的损失：开始时 {losses[0]:.4g}，{len(losses) - 1} 步之后 {losses[-1]:.4g}",
        )
