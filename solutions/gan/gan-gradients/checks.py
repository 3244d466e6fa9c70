"""Hidden checks of gan-gradients."""

import numpy as np

from grader.checks import check, close, number, unpack


def same_discriminator(submission, reference, real, fake):
    """Hold both gradients of the discriminator's loss."""
    dreal, dfake = unpack(submission.discriminator_loss_grad(real, fake), "dreal", "dfake")
    expected = reference.gan.discriminator_loss_grad(real, fake)
    close(dreal, expected[0], "dreal")
    close(dfake, expected[1], "dfake")


def same_generator(submission, reference, fake):
    """Hold the gradient of the generator's loss."""
    close(submission.generator_loss_grad(fake), reference.gan.generator_loss_grad(fake), "generator_loss_grad")


def same_saturating(submission, reference, fake, rtol=None):
    """Hold the saturating loss."""
    expected = reference.gan.saturating_generator_loss(fake)
    # as a Python float: a float16 scalar, from int8 logits that were not converted, would get float16's tolerance
    loss = number(submission.saturating_generator_loss(fake), "saturating_generator_loss")
    close(loss, expected, "saturating_generator_loss", rtol=rtol)


@check(
    "gives the discriminator's gradients with respect to the logits, each divided by its own count",
    zh="判别器损失对 logit 的梯度正确，并各自除以本批的样本数",
    points=5,
)
def test_discriminator(submission, reference, rng):
    for real_shape, fake_shape in [((5,), (3,)), ((2, 1), (7, 1))]:
        real, fake = rng.uniform(0.5, 2, size=real_shape), rng.uniform(-1, 3, size=fake_shape)
        same_discriminator(submission, reference, real, fake)


@check(
    "gives the generator the gradient of the non-saturating loss",
    zh="生成器用的是非饱和损失的梯度",
    points=4,
)
def test_generator(submission, reference, rng):
    for shape in [(5,), (4, 1)]:
        same_generator(submission, reference, rng.uniform(-4, -1, size=shape))


@check("computes the saturating loss", zh="饱和损失正确", points=3)
def test_saturating(submission, reference, rng):
    for shape in [(3,), (6, 1)]:
        same_saturating(submission, reference, rng.uniform(-1, 2, size=shape))


@check(
    "is exact at logits of ±1000 and neither overflows nor levels off",
    zh="logit 为 ±1000 时仍然精确，既不溢出也不封顶",
    points=2,
)
def test_large_logits(submission, reference, rng):
    for size in (40.0, 1000.0):
        real = size * rng.permutation([-1.0, 1.0, 0.5])
        fake = size * rng.permutation([-1.0, -0.5, 1.0, 0.75])
        same_saturating(submission, reference, fake)
        same_generator(submission, reference, fake)
        same_discriminator(submission, reference, real, fake)


@check(
    "holds for one sample, integers and int8, float32 and strided logits",
    zh="单个样本、整数与 int8、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    one = rng.uniform(1, 2, size=(1, 1)), rng.uniform(-1, 1, size=(1,))
    integers = rng.integers(-4, 0, size=6), rng.integers(1, 4, size=4)
    small = np.array([-128, 2, -1], dtype=np.int8), np.array([-128, 1, 100, -2], dtype=np.int8)
    strided = rng.normal(size=(4, 6))[:, ::3][:, :1], rng.normal(size=9)[::-2]
    for real, fake in [one, integers, small, strided]:
        same_saturating(submission, reference, fake)
        same_generator(submission, reference, fake)
        same_discriminator(submission, reference, real, fake)
    real, fake = rng.normal(size=(4, 1)).astype(np.float32), rng.normal(size=(3, 1)).astype(np.float32)
    fake[0] = 200  # exp overflows in float32 beyond 88
    same_generator(submission, reference, fake)
    same_discriminator(submission, reference, real, fake)
    same_saturating(submission, reference, fake, rtol=1e-5)  # a Python float hides its float32 origin
