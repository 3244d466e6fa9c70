"""Hidden checks of gan_step."""

import numpy as np

from grader.checks import check, close, entries


def draw(rng, n, m):
    """Parameters, real samples and noise; the discriminator is neither blind nor sure."""
    signs = rng.choice([-1.0, 1.0], size=4)
    params = dict(zip("acwb", signs * rng.uniform(0.4, 1.1, size=4)))
    return {name: float(value) for name, value in params.items()}, rng.normal(1.5, 1, size=n), rng.normal(size=m)


def same(submission, reference, params, real, z, lr, names="wbac", rtol=None):
    """Hold the parameters of these names, the discriminator's first."""
    answer = dict(zip("acwb", entries(submission.gan_step(params, real, z, lr), "a", "c", "w", "b")))
    expected = reference.gan.gan_step(params, real, z, lr)
    for name in names:
        close(answer[name], expected[name], name, rtol=rtol)


@check(
    "moves w and b down the discriminator's loss, at the old parameters",
    zh="w、b 沿判别器损失下降一步，梯度在旧参数处求",
    points=6,
)
def test_discriminator(submission, reference, rng):
    for n, m, lr in [(5, 3, 0.5), (4, 7, 1.5)]:
        same(submission, reference, *draw(rng, n, m), lr, names="wb")


@check(
    "moves a and c down the non-saturating loss, through the updated discriminator",
    zh="a、c 沿非饱和损失下降一步，梯度穿过更新后的判别器",
    points=6,
)
def test_generator(submission, reference, rng):
    for n, m, lr in [(3, 5, 0.7), (6, 4, 2.0), (2, 9, 1.2)]:
        same(submission, reference, *draw(rng, n, m), lr, names="ac")


@check(
    "stays exact where the discriminator is sure, right or wrong: logits up to ±1000",
    zh="判别器非常确信时（不论对错，logit 达到 ±1000）仍然精确",
    points=3,
)
def test_sure_discriminator(submission, reference, rng):
    for w, b in [(40.0, -3.0), (-40.0, 5.0), (200.0, 10.0), (-200.0, -10.0)]:
        params = {"a": rng.uniform(0.5, 1), "c": rng.uniform(-4, -3), "w": w, "b": b}
        real, z = rng.uniform(2, 5, size=4), rng.uniform(-1, 1, size=3)
        same(submission, reference, params, real, z, 0.6)


@check(
    "holds for one sample, integers, float32, strided arrays, lr 0 and several steps in a row",
    zh="单个样本、整数、float32、内存不连续、lr 为 0、连走几步时都成立",
    points=3,
)
def test_edges(submission, reference, rng):
    params, real, z = draw(rng, 6, 4)
    same(submission, reference, params, real[:1], z[:1], 0.8)
    same(submission, reference, params, real[::2], z[::-1], 0.3)
    same(submission, reference, params, real, z, 0.0)
    whole = {"a": 1, "c": -1, "w": 1, "b": -2}
    same(submission, reference, whole, rng.integers(1, 5, size=5), rng.integers(-3, 3, size=3), 1)
    single = real.astype(np.float32), z.astype(np.float32)
    same(submission, reference, params, *single, 0.5, rtol=1e-4)  # a Python float hides its float32 origin
    for _ in range(3):
        same(submission, reference, params, real, z, 0.9)
        params = {name: float(value) for name, value in reference.gan.gan_step(params, real, z, 0.9).items()}
