"""Public checks of keras-gan: the shapes of the statement's example."""

import numpy as np

from grader.checks import array, check, kind, require


def model_of(model, name):
    """A Keras model, or at least something that can be called."""
    require(
        callable(model),
        en=f"{name} must return a Keras model. Received: {kind(model)}",
        zh=f"{name} 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    return model


@check(
    "turns 3 vectors of 100 numbers into 3 images of 28×28×1", zh="把 3 个 100 维向量变成 3 张 28×28×1 的图像", points=1
)
def test_generator(submission):
    generator = model_of(submission.build_generator(), "build_generator")
    z = np.linspace(-2, 2, 300).reshape(3, 100).astype(np.float32)
    array(generator(z), "generator(z)", shape=(3, 28, 28, 1))


@check("turns 3 images into 3 numbers", zh="把 3 张图像变成 3 个数", points=1)
def test_discriminator(submission):
    discriminator = model_of(submission.build_discriminator(), "build_discriminator")
    x = np.linspace(-1, 1, 3 * 784).reshape(3, 28, 28, 1).astype(np.float32)
    logits = array(discriminator(x), "discriminator(x)")
    array(logits.reshape(3, -1) if len(logits) == 3 else logits, "discriminator(x)", shape=(3, 1))
