"""Hidden checks of fast-conv2d: the values first, then the time they take."""

import numpy as np

from grader.checks import check, close, faster_than

NAIVE = """
import numpy as np


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    n, h, w, _ = x.shape
    kh, kw, _, filters = kernel.shape
    y = np.empty((n, (h - kh) // stride + 1, (w - kw) // stride + 1, filters))
    for b, i, j, f in np.ndindex(*y.shape):
        window = x[b, i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[b, i, j, f] = np.sum(window * kernel[..., f]) + bias[f]
    return y
"""


@check(
    "gives the values of the loop, also where windows overlap in one direction only",
    zh="数值与循环版本一致，窗口只在一个方向重叠时也一样",
    points=2,
)
def test_values(submission, reference, rng):
    for (n, h, w, c), (kh, kw, f), stride in [
        ((3, 6, 9, 2), (2, 4, 5), 1), ((2, 11, 8, 4), (3, 2, 3), 2), ((2, 9, 13, 3), (5, 2, 4), 3),
    ]:  # fmt: skip
        x, kernel, bias = rng.normal(size=(n, h, w, c)), rng.normal(size=(kh, kw, c, f)), rng.normal(size=f)
        close(
            submission.conv2d(x, kernel, bias, stride),
            reference.convolution.conv2d(x, kernel, bias, stride),
        )


@check(
    "pads for 'same' with the odd pixel at the end, whatever the stride",
    zh="“same” 填充时多出的像素在末端，任何步幅都如此",
    points=2,
)
def test_same(submission, reference, rng):
    x, kernel, bias = rng.normal(size=(2, 7, 10, 3)), rng.normal(size=(4, 3, 3, 5)), rng.normal(size=5)
    for stride in [2, 1, 3, 5]:
        close(
            submission.conv2d(x, kernel, bias, stride=stride, padding="same"),
            reference.convolution.conv2d(x, kernel, bias, stride=stride, padding="same"),
        )


@check(
    "reads strided and transposed arrays, keeps float32, computes integers as float64, fits one window",
    zh="内存不连续的数组也读得对，float32 保持不变，整数按 float64 计算，只有一个窗口时也成立",
    points=2,
)
def test_edges(submission, reference, rng):
    conv2d = reference.convolution.conv2d
    x, kernel, bias = rng.normal(size=(2, 6, 7, 3)), rng.normal(size=(2, 3, 3, 4)), rng.normal(size=4)
    turned = np.asfortranarray(rng.normal(size=(2, 6, 7, 3)))
    close(submission.conv2d(turned, kernel, bias), conv2d(turned, kernel, bias))
    strided = rng.normal(size=(2, 6, 14, 3))[:, :, ::2]
    close(submission.conv2d(strided, kernel, bias), conv2d(strided, kernel, bias))
    single = [a.astype(np.float32) for a in (x, kernel, bias)]
    close(submission.conv2d(*single), conv2d(*single))
    whole = [rng.integers(-9, 10, size=a.shape) for a in (x, kernel, bias)]
    close(submission.conv2d(*whole), conv2d(*(a.astype(np.float64) for a in whole)))
    pixels = [rng.integers(20, 120, size=a.shape, dtype=np.int8) for a in (x, kernel, bias)]
    close(submission.conv2d(*pixels), conv2d(*(a.astype(np.float64) for a in pixels)))
    large, small = rng.normal(size=(6, 7, 3, 4)), rng.normal(size=(1, 1, 3, 4))
    close(submission.conv2d(x, large, bias), conv2d(x, large, bias))
    close(submission.conv2d(x, small, bias), conv2d(x, small, bias))
    close(submission.conv2d(x, small, bias, 3, "same"), conv2d(x, small, bias, 3, "same"))


@check("is at least 10 times as fast as a plain loop", zh="速度至少是普通循环的 10 倍", points=4)
def test_speed(submission, reference, rng):
    def arguments():
        return rng.normal(size=(1, 122, 108, 2)), rng.normal(size=(3, 3, 2, 3)), rng.normal(size=3)

    given = arguments()
    close(submission.conv2d(*given), reference.convolution.conv2d(*given))
    faster_than(submission, "conv2d", arguments, baseline=NAIVE, ratio=10)
