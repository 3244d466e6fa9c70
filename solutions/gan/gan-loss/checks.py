"""Hidden checks of gan-loss."""

import numpy as np

from grader.checks import check, close


@check(
    "adds the discriminator's mean over real and its mean over fake samples",
    zh="判别器损失是真样本的平均与假样本的平均之和",
    points=3,
)
def test_discriminator(submission, reference, rng):
    for real_shape, fake_shape in [((5,), (3,)), ((2, 1), (7, 1))]:
        real, fake = rng.uniform(0.5, 2, size=real_shape), rng.uniform(-1, 3, size=fake_shape)
        expected = reference.gan.discriminator_loss(real, fake)
        close(submission.discriminator_loss(real, fake), expected, "discriminator_loss")


@check("gives the generator the non-saturating loss", zh="生成器用的是非饱和损失", points=2)
def test_generator(submission, reference, rng):
    for shape in [(5,), (4, 1)]:
        fake = rng.uniform(-4, -1, size=shape)
        close(submission.generator_loss(fake), reference.gan.generator_loss(fake), "generator_loss")


@check("computes the minimax value from probabilities", zh="极小极大值由概率算出", points=2)
def test_minimax(submission, reference, rng):
    for real_shape, fake_shape in [((3,), (6,)), ((5, 1), (2, 1))]:
        d_real, d_fake = rng.uniform(0.5, 0.95, size=real_shape), rng.uniform(0.05, 0.4, size=fake_shape)
        close(
            submission.minimax_value(d_real, d_fake),
            reference.gan.minimax_value(d_real, d_fake),
            "minimax_value",
        )


@check(
    "is exact at logits of ±1000 and neither overflows nor levels off",
    zh="logit 为 ±1000 时仍然精确，既不溢出也不封顶",
    points=2,
)
def test_large_logits(submission, reference, rng):
    for size in (40.0, 1000.0):
        real = size * rng.permutation([-1.0, 1.0, 0.5])
        fake = size * rng.permutation([-1.0, -0.5, 1.0, 0.75])
        expected = reference.gan.discriminator_loss(real, fake)
        close(submission.discriminator_loss(real, fake), expected, "discriminator_loss")
        close(submission.generator_loss(fake), reference.gan.generator_loss(fake), "generator_loss")


@check(
    "holds for one sample, integers, float32 and a perfect discriminator",
    zh="单个样本、整数输入、float32、判别器完全正确时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one, other = rng.uniform(1, 2, size=(1, 1)), rng.uniform(-1, 1, size=(1,))
    integers = rng.integers(-4, 4, size=6), rng.integers(-4, 4, size=4)
    single = rng.normal(size=(4, 1)).astype(np.float32), rng.normal(size=(3, 1)).astype(np.float32)
    perfect = rng.uniform(30, 60, size=3), -rng.uniform(30, 60, size=5)
    for real, fake in [(one, other), integers, single, perfect]:
        expected = reference.gan.discriminator_loss(real, fake)
        close(submission.discriminator_loss(real, fake), expected, "discriminator_loss")
        close(submission.generator_loss(fake), reference.gan.generator_loss(fake), "generator_loss")
