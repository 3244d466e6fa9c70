"""Hidden checks of vae_loss."""

import numpy as np

from grader.checks import check, close


def batch(rng, n, pixels, d):
    """Images with black, grey and white pixels, logits, and an encoder's output; `pixels` is a number or a shape."""
    shape = (n, *np.atleast_1d(pixels))
    x = np.clip(rng.uniform(-0.7, 1.5, size=shape), 0, 1)
    return x, 2 * rng.normal(size=shape) + 0.5, rng.normal(size=(n, d)) + 1, rng.normal(size=(n, d)) - 0.5


def compare(submission, reference, arguments, **tolerance):
    close(submission.vae_loss(*arguments), reference.vae.vae_loss(*arguments), **tolerance)


@check(
    "sums the cross-entropy of black, grey and white pixels, and averages over the batch",
    zh="黑、灰、白像素的交叉熵求和，再对批次取平均",
    points=3,
)
def test_reconstruction(submission, reference, rng):
    for n, pixels, d in [(4, 7, 3), (3, 5, 2), (6, 1, 4)]:
        x, x_logits, *_ = batch(rng, n, pixels, d)
        compare(submission, reference, (x, x_logits, np.zeros((n, d)), np.zeros((n, d))))
    x, x_logits, mean, log_var = batch(rng, 3, 6, 2)
    for value in (0.0, 1.0):
        compare(submission, reference, (np.full(x.shape, value), x_logits, 0 * mean, 0 * log_var))


@check(
    "adds beta times the divergence, summed over the latents and averaged over the batch",
    zh="加上 beta 乘以 KL 散度，KL 对隐变量求和、对批次取平均",
    points=4,
)
def test_divergence(submission, reference, rng):
    for n, pixels, d in [(4, 6, 3), (2, 3, 5), (5, 4, 1)]:
        compare(submission, reference, batch(rng, n, pixels, d))
    x, x_logits, mean, log_var = batch(rng, 3, 5, 4)
    compare(submission, reference, (x, x_logits, 0 * mean, log_var - 1))
    compare(submission, reference, (x, x_logits, mean, log_var, 0.25))
    compare(submission, reference, (x, x_logits, mean, log_var, 4))
    compare(submission, reference, (x, x_logits, mean, log_var, 0))
    loss = submission.vae_loss(x=x, x_logits=x_logits, mean=mean, log_var=log_var, beta=3.0)
    close(loss, reference.vae.vae_loss(x, x_logits, mean, log_var, 3.0))


@check(
    "sums over all pixels of images with height, width and channels",
    zh="对带高、宽、通道的图像，遍及所有像素求和",
    points=2,
)
def test_images(submission, reference, rng):
    compare(submission, reference, batch(rng, 3, (4, 5, 2), 6))
    compare(submission, reference, (*batch(rng, 2, (6, 3, 1), 4), 0.5))


@check(
    "is exact for logits of ±1000 and variances that vanish or are huge",
    zh="logits 达到 ±1000、方差趋于零或非常大时仍然准确",
    points=3,
)
def test_extremes(submission, reference, rng):
    x, x_logits, mean, log_var = batch(rng, 2, 6, 3)
    far = np.array([[1000.0, -1000.0, 50.0, -50.0, 300.0, -9.0], [-1000.0, 1000.0, -40.0, 40.0, 15.0, -700.0]])
    sharp = np.array([[1.0, 0.0, 1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 1.0, 0.25, 0.0]])
    compare(submission, reference, (sharp, far, mean, log_var))
    compare(submission, reference, (1 - sharp, far, mean, log_var))
    compare(submission, reference, (1 - sharp, -far, mean, log_var))
    compare(submission, reference, (x, x_logits, mean, np.array([[-1000.0, 12.0, -30.0], [0.5, -800.0, 8.0]])))
    compare(submission, reference, (x, x_logits, mean, np.array([[650.0, 20.0, -3.0], [0.5, 640.0, 100.0]])))
    # a few parts in a million of a large sum would hide in the tolerance: sure and right pixels alone, next to no loss
    compare(submission, reference, (sharp[:, :4], np.where(sharp[:, :4] > 0, 30.0, -30.0), 0 * mean, 0 * log_var))


@check(
    "computes integers as float64, small ones too; takes float32, one sample, and strided arrays",
    zh="整数（包括 int8、uint8）按 float64 计算；float32、单个样本、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    x, x_logits, mean, log_var = batch(rng, 3, 5, 4)
    whole, s = (x > 0.5).astype(np.uint8), np.rint(3 * x_logits).astype(np.int8)
    m, v = rng.integers(12, 100, size=mean.shape).astype(np.int8), rng.integers(-3, 4, size=mean.shape).astype(np.int8)
    compare(submission, reference, (whole, s, 0 * m, v))
    compare(submission, reference, (whole, s, m, v, 2))
    single = [a.astype(np.float32) for a in (x, x_logits, mean, log_var)]
    compare(submission, reference, single, rtol=1e-5)  # a Python float does not show its float32 origin
    compare(submission, reference, batch(rng, 1, 6, 4))
    compare(submission, reference, batch(rng, 1, 1, 1))
    x, x_logits, mean, log_var = batch(rng, 3, 10, 8)
    compare(submission, reference, (x[:, ::2], np.asfortranarray(x_logits)[:, 5:], mean[:, ::2], log_var[:, :4]))
