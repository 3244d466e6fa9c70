"""Public checks of debug-gan: the pair has the right shapes, and a step gives two losses near the statement's."""

import numpy as np

from grader.checks import array, check, kind, number, require, unpack


def pair_of(submission):
    """The two networks, which must be callable."""
    pair = unpack(submission.build_gan(), "generator", "discriminator")
    for model in pair:
        require(
            callable(model),
            en=f"build_gan must return two Keras models. Received: {kind(model)}",
            zh=f"build_gan 应返回两个 Keras 模型。收到的是：{kind(model)}",
        )
    return pair


@check(
    "makes 5 images of 5 noise vectors, and 5 scores of these",
    zh="由 5 个噪声向量得到 5 张图像，再得到 5 个分数",
    points=1,
)
def test_shapes(submission):
    generator, discriminator = pair_of(submission)
    z = np.linspace(-1, 1, 500).reshape(5, 100).astype(np.float32)
    images = array(generator(z), "generator(z)", shape=(5, 28, 28, 1))
    scores = array(discriminator(images.astype(np.float32)), "discriminator(x)")
    array(scores.reshape(-1, 1) if scores.shape == (5,) else scores, "discriminator(x)", shape=(5, 1))


@check(
    "a step of an untrained pair gives the losses of guessing", zh="未训练的一对网络走一步，损失与瞎猜时相当", points=1
)
def test_first_losses(submission):
    pair_of(submission)
    real = np.zeros((4, 28, 28, 1), np.float32)
    z = np.linspace(-1, 1, 400).reshape(4, 100).astype(np.float32)
    d_loss, g_loss = unpack(submission.train_step(real, z), "d_loss", "g_loss")
    for name, loss, low, high in [("d_loss", d_loss, 0.4, 2.5), ("g_loss", g_loss, 0.2, 1.8)]:
        got = number(loss, name)
        require(
            low < got < high,
            en=f"Logits near 0 give a {name} between {low} and {high}. Received: {got:.4g}",
            zh=f"logit 在 0 附近时，{name} 应在 {low} 和 {high} 之间。收到的是：{got:.4g}",
        )
