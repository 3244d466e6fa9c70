"""Hidden checks of debug-gan: one for each fault of the printed program.

The architectures are free, and initial weights are random. Most checks feed noise and images of zeros: where biases
start at 0, a network makes zeros of them whatever its kernels are, so that setting a few weights settles the numbers
of a step. Each step and each large weight costs time in every submission: there are as few as will do.
"""

import numpy as np

from grader.checks import array, check, kind, number, require, unpack

KNOWN = ("Dense", "Conv2D", "Conv2DTranspose")
GREY, BRIGHT = np.zeros((1, 28, 28, 1), np.float32), np.full((1, 28, 28, 1), 0.9, np.float32)


def pair_of(submission):
    """Generator and discriminator; one that Keras builds lazily has its weights then."""
    generator, discriminator = unpack(submission.build_gan(), "generator", "discriminator")
    for name, model in [("generator", generator), ("discriminator", discriminator)]:
        require(
            callable(model),
            en=f"build_gan must return two Keras models. Received as {name}: {kind(model)}",
            zh=f"build_gan 应返回两个 Keras 模型。{name} 收到的是：{kind(model)}",
        )
    if generator.built is not True:
        images_of(generator, no_noise(1))
    if discriminator.built is not True:
        scores_of(discriminator, GREY)
    return generator, discriminator


def images_of(generator, z):
    return array(generator(z), "generator(z)", shape=(len(z), 28, 28, 1)).astype(np.float64)


def scores_of(discriminator, x):
    """A logit or probability for each image, (n,): the answer may have an axis of length 1 more."""
    got = array(discriminator(x), "discriminator(x)")
    if got.shape == (len(x),):
        return got.astype(np.float64)
    return array(got, "discriminator(x)", shape=(len(x), 1))[:, 0].astype(np.float64)


def step(submission, real, z):
    """The losses of one training step."""
    losses = unpack(submission.train_step(real, z), "d_loss", "g_loss")
    return [number(loss, name) for loss, name in zip(losses, ("d_loss", "g_loss"))]


def no_noise(n):
    return np.zeros((n, 100), np.float32)


def softplus(logit):
    """The cross-entropy of a logit whose label is 0; that of a label 1 is softplus(-logit)."""
    return np.logaddexp(0, logit)


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
    require(found, en="The model has no weights.", zh="模型没有权重。")
    return found


def weight_shapes(layer):
    """Shapes of kernel and bias (if any) and the number of inputs of a unit; None for other kinds of layers."""
    if kind(layer) not in KNOWN:
        return None
    count, name = int(number(layer.count_params())), kind(layer)
    out = int(number(layer.units if name == "Dense" else layer.filters))
    biases = [(out,)] if layer.use_bias is True else []
    inputs = (count - out * len(biases)) // out
    if name == "Dense":
        return [(inputs, out), *biases], inputs
    height, width = (int(side) for side in array(layer.kernel_size, shape=(2,)))
    depth = inputs // (height * width)
    return [(height, width, depth, out) if name == "Conv2D" else (height, width, out, depth), *biases], inputs


def set_all(layer, kernel, bias):
    """Give a layer of a known kind these two numbers; False where it is of another kind or has no bias."""
    known = weight_shapes(layer)
    if not known or len(known[0]) < 2:
        return False
    layer.set_weights([np.full(shape, value, np.float32) for shape, value in zip(known[0], (kernel, bias))])
    return True


def convinced(discriminator, real, fake, fakes=GREY):
    """Let it give bright images the logit `real` and `fakes` the logit `fake`.

    Returns what makes logits of its scores; None where its layers are of other kinds. All kernels are positive, and
    grey leads to zeros throughout: dropout and the choice of activations change little.
    """
    layers = weighted_layers(discriminator)
    if not all(kind(layer) in KNOWN for layer in layers) or layers[-1].use_bias is not True:
        return None
    for layer in layers[:-1]:
        shapes, inputs = weight_shapes(layer)
        values = [np.full(shapes[0], 1 / inputs, np.float32), *(np.zeros(shape, np.float32) for shape in shapes[1:])]
        layer.set_weights(values)
    _, inputs = weight_shapes(layers[-1])
    two = np.concatenate([BRIGHT, fakes[:1]])
    set_all(layers[-1], 1 / inputs, 30)
    scores, bias, to_logits = scores_of(discriminator, two), 30, np.asarray
    if scores[1] < 2:
        set_all(layers[-1], 1 / inputs, 0)
        scores, bias, to_logits = scores_of(discriminator, two), 0, log_odds
    require(
        scores[0] != scores[1],
        en="The discriminator gives all images the same score.",
        zh="判别器对所有图像的打分都相同。",
    )
    on_real, on_fake = to_logits(scores) - bias
    slope = (real - fake) / (on_real - on_fake)
    set_all(layers[-1], slope / inputs, fake - slope * on_fake)
    return to_logits


def log_odds(p):
    """The logits of probabilities."""
    p = np.clip(p, 1e-30, 1 - 1e-7)
    return np.log(p) - np.log1p(-p)


# --- the networks ---------------------------------------------------------------------------------


@check(
    "generates images as large as the real ones: 28×28, one channel",
    zh="生成的图像与真实图像一样大：28×28，单通道",
    points=2,
)
def test_image_size(submission):
    generator, _ = pair_of(submission)
    images_of(generator, no_noise(3))


@check(
    "generates pixels of the real ones' range: from -1 to 1", zh="生成的像素与真实图像取值范围一致：-1 到 1", points=2
)
def test_pixel_range(submission, rng):
    generator, _ = pair_of(submission)
    layers = weighted_layers(generator)
    images = []
    for bias in (4, -4):
        if set_all(layers[-1], 0, bias):
            images.append(images_of(generator, no_noise(1)))
    if not images:
        images = [extreme_images(generator, layers, rng)]
    low, high = min(x.min() for x in images), max(x.max() for x in images)
    require(
        -1.0001 <= low <= -0.5 and 0.5 <= high <= 1.0001,
        en=f"With large weights the pixels should fill [-1, 1]. Received: pixels from {low:.3g} to {high:.3g}",
        zh=f"权重较大时，像素应充满 [-1, 1]。收到的像素范围是 {low:.3g} 到 {high:.3g}",
    )


def extreme_images(generator, layers, rng):
    """Where the last layer has no bias: random kernels, and large noise."""
    for layer in layers:
        if known := weight_shapes(layer):
            (kernel, *bias), inputs = known
            values = [rng.normal(size=kernel) / np.sqrt(inputs), *(np.zeros(shape) for shape in bias)]
            layer.set_weights([value.astype(np.float32) for value in values])
    return images_of(generator, 20 * rng.normal(size=(3, 100)).astype(np.float32))


# --- the losses -----------------------------------------------------------------------------------


@check(
    "measures the discriminator on real images as 1 and on generated ones as 0",
    zh="判别器的损失：真实图像的目标是 1，生成图像的目标是 0",
    points=4,
)
def test_discriminator_loss(submission):
    generator, discriminator = pair_of(submission)
    set_all(weighted_layers(generator)[-1], 0, -4)  # there tanh is flat: a generator that steps first changes little
    real, fake = 2.0, -1.0
    if not convinced(discriminator, real, fake, images_of(generator, no_noise(1)).astype(np.float32)):
        real = fake = 1.2  # the last layer can say this of any image
        if not set_all(weighted_layers(discriminator)[-1], 0, fake):
            return
    d_loss, _ = step(submission, BRIGHT.repeat(8, axis=0), no_noise(8))
    expected = softplus(-real) + softplus(fake)
    require(
        min(abs(d_loss - expected), 2 * abs(d_loss - expected / 2)) < 0.15 * expected,
        en=f"A discriminator that gives real images the logit {real:g} and generated ones {fake:g} has the loss "
        f"{expected:.3g} (half of it, if the two parts are averaged). Received: {d_loss:.4g}",
        zh=f"判别器给真实图像的 logit 是 {real:g}，给生成图像的是 {fake:g}，它的损失应为 {expected:.3g}"
        f"（两部分取平均时为一半）。收到的是：{d_loss:.4g}",
    )


@check(
    "measures the generator by how far its images are from being taken for real",
    zh="生成器的损失：它的图像离“被当作真的”还有多远",
    points=2,
)
def test_generator_loss(submission):
    _, discriminator = pair_of(submission)
    if not set_all(weighted_layers(discriminator)[-1], 0, -1):
        return
    _, g_loss = step(submission, GREY.repeat(8, axis=0), no_noise(8))
    expected = softplus(1)
    require(
        abs(g_loss - expected) < 0.15,
        en="Where the discriminator gives the generated images the logit -1, the generator's loss -log D(G(z)) is "
        f"{expected:.3g}. Received: {g_loss:.4g}",
        zh=f"判别器给生成图像的 logit 是 -1 时，生成器的损失 -log D(G(z)) 应为 {expected:.3g}。收到的是：{g_loss:.4g}",
    )


# --- the training ---------------------------------------------------------------------------------


@check(
    "the generator learns through the discriminator: its images are taken for real more than before",
    zh="生成器通过判别器学习：它的图像比之前更像真的",
    points=2,
)
def test_generator_learns(submission, rng):
    generator, discriminator = pair_of(submission)
    z = no_noise(8)
    if not hears_zeros(generator):
        z = rng.normal(size=z.shape).astype(np.float32)
    if not convinced(discriminator, 2, -2):
        return
    before = images_of(generator, z).mean()
    step(submission, BRIGHT.repeat(8, axis=0), z)
    after = images_of(generator, z).mean()
    require(
        after > before + 1e-8,
        en="The discriminator likes bright images: expected a step that makes the generated ones brighter. Received: "
        f"a mean pixel of {before:.5g} before, {after:.5g} after",
        zh=f"判别器偏爱亮的图像，走一步之后，生成的图像应当变亮。收到的平均像素：之前 {before:.5g}，之后 {after:.5g}",
    )


def hears_zeros(generator):
    """Whether it can learn from noise of zeros: with biases of some kind, it can."""
    layers = weighted_layers(generator)
    return any(kind(layer) not in KNOWN or layer.use_bias is True for layer in reversed(layers))


@check(
    "the generator's step leaves the discriminator alone",
    zh="训练生成器的那一步不改动判别器",
    points=2,
)
def test_own_weights_only(submission):
    _, discriminator = pair_of(submission)
    far = -40.0
    to_logits = convinced(discriminator, -20 * far, far)
    if not to_logits:
        return
    if to_logits is log_odds:  # Keras stops at a probability of 1e-7: beyond it no step changes anything
        far = -15.5
        convinced(discriminator, -20 * far, far)
    step(submission, BRIGHT.repeat(8, axis=0), no_noise(8))
    rise = to_logits(scores_of(discriminator, GREY))[0] - far
    require(
        rise < 5e-4,
        en="A discriminator that is sure and right about generated images has no reason to like them better: only the "
        f"generator's step can have moved its weights. Received: a logit of {far:g} that rose by {rise:.3g}",
        zh="判别器既有把握又全判对时，没有理由给生成的图像更高的分数，它的权重只能是被训练生成器的那一步改动的。"
        f"收到的 logit 由 {far:g} 升高了 {rise:.3g}",
    )


@check(
    "the discriminator learns: its loss falls on fixed data",
    zh="判别器能够学习：数据固定时，它的损失下降",
    points=2,
)
def test_discriminator_learns(submission, rng):
    generator, discriminator = pair_of(submission)
    to_logits = convinced(discriminator, -2, 2)
    if not to_logits:
        learns_in_the_end(submission, generator, discriminator, rng)
        return
    for _ in range(2):
        step(submission, BRIGHT.repeat(8, axis=0), no_noise(8))
    on_real, on_fake = to_logits(scores_of(discriminator, np.concatenate([BRIGHT, GREY])))
    first, last = 2 * softplus(2), softplus(-on_real) + softplus(on_fake)
    require(
        last < first - 1e-5,
        en="After two steps the discriminator's loss should be lower on the same images. Received: "
        f"{first:.4g} before, {last:.4g} after",
        zh=f"走两步之后，判别器在同样图像上的损失应当下降。收到的是：之前 {first:.4g}，之后 {last:.4g}",
    )


def learns_in_the_end(submission, generator, discriminator, rng):
    """For layers of other kinds: their weights are random, and what they learn may need some steps to show."""
    set_all(weighted_layers(generator)[-1], 0, -6)  # images that hardly change: else the generator may learn faster
    z, pattern = rng.normal(size=(6, 100)).astype(np.float32), np.sign(rng.normal(size=(1, 28, 28, 1)))
    real = (0.9 * pattern + 0.1 * rng.uniform(-1, 1, size=(6, 28, 28, 1))).astype(np.float32)
    first = last = step(submission, real, z)[0]
    on_real = on_fake = 0.0
    for taken in range(1, 31):
        last = step(submission, real, z)[0]
        if taken % 5 == 0 and last < 0.8 * first:
            images = images_of(generator, z).astype(np.float32)
            on_real, on_fake = (scores_of(discriminator, x).mean() for x in (real, images))
            if on_real > on_fake:
                return
    require(
        False,
        en="In 30 steps on the same data d_loss should fall by a fifth, and real images should get the higher scores. "
        f"Received: a loss of {first:.4g}, then {last:.4g}; scores of {on_real:.4g} for real images and {on_fake:.4g} "
        "for generated ones",
        zh="在同样的数据上走 30 步，d_loss 应下降五分之一，真实图像的得分应更高。"
        f"收到的损失：开始 {first:.4g}，之后 {last:.4g}；得分：真实图像 {on_real:.4g}，生成图像 {on_fake:.4g}",
    )


@check(
    "trains the pair that was built last, and only that, with batches of any size",
    zh="训练的是最后搭建的那一对网络，且只训练它们；批大小任意",
    points=2,
)
def test_latest_pair(submission, rng):
    x, z = rng.uniform(-1, 1, size=(3, 28, 28, 1)).astype(np.float32), rng.normal(size=(3, 100)).astype(np.float32)
    _, first = pair_of(submission)
    step(submission, x, z)
    generator, discriminator = pair_of(submission)

    def state():
        return scores_of(first, x), images_of(generator, z), scores_of(discriminator, x)

    before = state()
    step(submission, x[:2], z[:2])
    old, *new = (np.abs(b - a).max() for a, b in zip(before, state()))
    require(
        old < 1e-7 and min(new) > 1e-7,
        en="After a second build_gan, train_step should change its two networks and no longer the first. Received "
        f"changes: first discriminator {old:.2g}; second generator {new[0]:.2g}, second discriminator {new[1]:.2g}",
        zh="第二次调用 build_gan 之后，train_step 应当改变新的两个网络，而不再改变原来的。收到的变化："
        f"原来的判别器 {old:.2g}；新的生成器 {new[0]:.2g}，新的判别器 {new[1]:.2g}",
    )
