"""Wrong answers to the image filters that people really give."""

import numpy as np

from grader.checks import misconception

KX = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])


def squares(image, size, mode="edge"):
    """The square around each pixel, of an image that is continued in one of NumPy's ways."""
    padded = np.pad(np.asarray(image, dtype=np.float64), size // 2, mode=mode)
    return np.lib.stride_tricks.sliding_window_view(padded, (size, size))


def gradients(windows, kernel=KX):
    """gx and gy for a kernel and its transpose."""
    return np.einsum("ijpq,pq->ij", windows, kernel), np.einsum("ijpq,qp->ij", windows, kernel)


@misconception(
    "blur-over-zeros",
    entry="",
    en="Your blur has a dark frame: the image was continued with zeros. Its border pixels are to be repeated.",
    zh="你的模糊结果四周发暗：图像之外用了 0。应当重复边界像素。",
)
def box_blur(image, size):
    return squares(image, size, "constant").mean(axis=(2, 3))


@misconception(
    "blur-over-a-mirror",
    entry="",
    en="Your blur continues the image by mirroring it. Its border pixels are to be repeated.",
    zh="你做模糊时以镜像延续图像。应当重复边界像素。",
)
def box_blur(image, size):
    padded = np.asarray(image, dtype=np.float64)
    for axis, n in enumerate(image.shape):
        places = np.abs(np.arange(-(size // 2), n + size // 2))
        padded = padded.take(np.abs(n - 1 - np.abs(n - 1 - places)) % n, axis=axis)
    return np.lib.stride_tricks.sliding_window_view(padded, (size, size)).mean(axis=(2, 3))


@misconception(
    "blur-wraps-around",
    entry="",
    en="Your blur takes the pixels of the opposite side where the image ends: negative indices count from behind, and "
    "`np.roll` wraps around.",
    zh="在图像边界处，你的模糊取了另一侧的像素：负下标是从后往前数的，`np.roll` 也会绕回来。",
)
def box_blur(image, size):
    return squares(image, size, "wrap").mean(axis=(2, 3))


@misconception(
    "blur-within-the-image-only",
    entry="",
    en="Your mean at the border runs over the pixels within the image only. The repeated border pixels count too.",
    zh="在边界处，你只对图像内的像素取平均。重复出来的边界像素也要算进去。",
)
def box_blur(image, size):
    inside = squares(np.ones(image.shape), size, "constant").sum(axis=(2, 3))
    return squares(image, size, "constant").sum(axis=(2, 3)) / inside


@misconception(
    "blur-shrinks",
    entry="",
    en="Your blurred image is smaller: only complete squares were used. Continue the image first.",
    zh="你的模糊结果变小了：只用了完整落在图像内的正方形。应先延续图像。",
)
def box_blur(image, size):
    image = np.asarray(image, dtype=np.float64)
    return np.lib.stride_tricks.sliding_window_view(image, (size, size)).mean(axis=(2, 3))


@misconception(
    "border-left-as-it-is",
    entry="",
    en="Your frame of border pixels was not blurred, only the pixels with a complete square.",
    zh="你没有模糊边上的一圈像素，只处理了周围正方形完整的像素。",
)
def box_blur(image, size):
    result, r = np.array(image, dtype=np.float64), size // 2
    inner = (slice(r, image.shape[0] - r), slice(r, image.shape[1] - r))
    result[inner] = squares(image, size).mean(axis=(2, 3))[inner]
    return result


@misconception(
    "sum-of-the-square",
    entry="L01",
    en="Your result is the sum over the square: it was not divided by the number of pixels.",
    zh="你的结果是正方形内像素之和，没有除以像素个数。",
)
def box_blur(image, size):
    return squares(image, size).sum(axis=(2, 3))


@misconception(
    "divided-by-the-side",
    entry="W03",
    en="You divided by `size`. The square has size² pixels; a flat image must stay as it is.",
    zh="你除以了 `size`。正方形里有 size² 个像素；纯色图像模糊后应当不变。",
)
def box_blur(image, size):
    return squares(image, size).sum(axis=(2, 3)) / size


@misconception(
    "size-taken-for-radius",
    entry="",
    en="Your square reaches `size` pixels to each side. `size` is its whole side.",
    zh="你的正方形向每一边伸出了 `size` 个像素。`size` 是整个边长。",
)
def box_blur(image, size):
    return squares(image, 2 * size + 1).mean(axis=(2, 3))


@misconception(
    "always-three",
    entry="X04",
    en="Your square is always 3 by 3, whatever size is asked for.",
    zh="无论要求多大，你的正方形总是 3×3。",
)
def box_blur(image, size):
    return squares(image, 3).mean(axis=(2, 3))


@misconception(
    "square-off-centre",
    entry="W03",
    en="Your image is shifted: the square begins at the pixel instead of lying around it.",
    zh="你的图像移了位：正方形从该像素开始，而不是以它为中心。",
)
def box_blur(image, size):
    padded = np.pad(np.asarray(image, dtype=np.float64), ((0, size - 1), (0, size - 1)), mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, (size, size)).mean(axis=(2, 3))


@misconception(
    "rows-only",
    entry="",
    en="Your mean runs along the rows only: `size` pixels side by side, not a square.",
    zh="你只沿着行取平均：只用了同一行里的 `size` 个像素，而不是一个正方形。",
)
def box_blur(image, size):
    return squares(image, size)[:, :, size // 2].mean(axis=2)


@misconception(
    "blurs-what-is-blurred",
    entry="X02",
    en="Your means contain pixels that were blurred already: results were written into the image from which the next "
    "squares are read.",
    zh="你的平均值用到了已经模糊过的像素：结果写进了后面还要读取的那幅图像。",
)
def box_blur(image, size):
    result, r = np.array(image, dtype=np.float64), size // 2
    (h, w), around = image.shape, np.arange(-r, r + 1)
    for i, j in np.ndindex(h, w):
        result[i, j] = result[np.ix_(np.clip(i + around, 0, h - 1), np.clip(j + around, 0, w - 1))].mean()
    return result


@misconception(
    "binomial-weights",
    entry="W03",
    en="Your weights fall off from the centre, as in a Gaussian blur. A box blur weighs all pixels "
    "of the square alike.",
    zh="你的权重从中心向外递减，像高斯模糊。方框模糊对正方形内的像素一视同仁。",
)
def box_blur(image, size):
    weights = np.minimum(np.arange(size), np.arange(size)[::-1]) + 1.0
    return np.einsum("ijpq,p,q->ij", squares(image, size), weights, weights) / weights.sum() ** 2


@misconception(
    "median",
    entry="",
    en="Your result is the median of each square. The mean is asked for.",
    zh="你的结果是每个正方形的中位数。本题要的是平均值。",
)
def box_blur(image, size):
    return np.median(squares(image, size), axis=(2, 3))


@misconception(
    "blur-in-the-images-dtype",
    entry="T08",
    en="Your blurred image has the dtype of the image: means of bytes and integers are cut off. It is float64 always.",
    zh="你的模糊结果沿用了图像的 dtype：字节和整数的平均值被截断了。结果应总是 float64。",
)
def box_blur(image, size):
    return squares(image, size).mean(axis=(2, 3)).astype(image.dtype)


@misconception(
    "blur-of-bytes-wraps",
    entry="T08",
    en="Your sums were kept in the dtype of the image: with bytes they wrap around at 256. Convert to float64 first.",
    zh="你求和时沿用了图像的 dtype：字节超过 255 就会回绕。应先转换成 float64。",
)
def box_blur(image, size):
    padded = np.pad(image, size // 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
    return windows.sum(axis=(2, 3), dtype=image.dtype) / size**2


@misconception(
    "sum-of-magnitudes",
    entry="W04",
    en="Your result is |gx| + |gy|, a quick approximation. The root of the sum of the squares is asked for.",
    zh="你的结果是 |gx| + |gy|，那是一种快速近似。本题要的是平方和的平方根。",
)
def sobel(image):
    gx, gy = gradients(squares(image, 3))
    return np.abs(gx) + np.abs(gy)


@misconception(
    "larger-magnitude",
    entry="W04",
    en="Your result is the larger one of |gx| and |gy|. Both go into the root of the sum of the squares.",
    zh="你的结果是 |gx| 与 |gy| 中较大的一个。应对两者的平方和开方。",
)
def sobel(image):
    gx, gy = gradients(squares(image, 3))
    return np.maximum(np.abs(gx), np.abs(gy))


@misconception(
    "root-missing",
    entry="W04",
    en="Your result is gx² + gy²: the root is missing.",
    zh="你的结果是 gx² + gy²，没有开方。",
)
def sobel(image):
    gx, gy = gradients(squares(image, 3))
    return gx**2 + gy**2


@misconception(
    "along-the-columns-only",
    entry="W04",
    en="Your result is |gx|: it sees upright edges only, none that lie flat.",
    zh="你的结果是 |gx|：只看得到竖直的边缘，看不到水平的边缘。",
)
def sobel(image):
    return np.abs(gradients(squares(image, 3))[0])


@misconception(
    "along-the-rows-only",
    entry="W04",
    en="Your result is |gy|: it sees edges that lie flat, none that stand upright.",
    zh="你的结果是 |gy|：只看得到水平的边缘，看不到竖直的边缘。",
)
def sobel(image):
    return np.abs(gradients(squares(image, 3))[1])


@misconception(
    "same-kernel-twice",
    entry="W04",
    en="Your result is gx counted twice, √2·|gx|: the kernel was not transposed for gy.",
    zh="你把 gx 用了两次，得到 √2·|gx|：计算 gy 时没有转置卷积核。",
)
def sobel(image):
    return np.sqrt(2) * np.abs(gradients(squares(image, 3))[0])


@misconception(
    "direction",
    entry="",
    en="Your result is the direction of the gradient, an angle. Its length is asked for.",
    zh="你的结果是梯度的方向（角度）。本题要的是长度。",
)
def sobel(image):
    gx, gy = gradients(squares(image, 3))
    return np.arctan2(gy, gx)


@misconception(
    "signs-kept",
    entry="",
    en="Your result is gx + gy: changes of opposite sign cancel. Take the root of the sum of the squares.",
    zh="你的结果是 gx + gy：符号相反的变化会抵消。应对平方和开方。",
)
def sobel(image):
    gx, gy = gradients(squares(image, 3))
    return gx + gy


@misconception(
    "prewitt",
    entry="W04",
    en="Your weights are 1, 1, 1 (Prewitt's kernel). Sobel's middle one is 2.",
    zh="你的权重是 1、1、1（Prewitt 核）。Sobel 中间的权重是 2。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3), np.sign(KX)))


@misconception(
    "scharr",
    entry="W04",
    en="Your weights are 3, 10, 3 (Scharr's kernel). Sobel's are 1, 2, 1.",
    zh="你的权重是 3、10、3（Scharr 核）。Sobel 的权重是 1、2、1。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3), np.outer([3.0, 10.0, 3.0], [-1.0, 0.0, 1.0])))


@misconception(
    "neighbours-only",
    entry="W04",
    en="Your differences come from the two direct neighbours alone, without the rows (columns) beside them.",
    zh="你的差分只用了左右（上下）两个相邻像素，没有用旁边的行（列）。",
)
def sobel(image):
    only_middle = np.zeros((3, 3))
    only_middle[1] = [-1.0, 0.0, 1.0]
    return np.hypot(*gradients(squares(image, 3), only_middle))


@misconception(
    "scaled-to-the-slope",
    entry="",
    en="Your result is an eighth: the weights were divided so that a ramp gives its slope. Here they are unscaled.",
    zh="你的结果只有八分之一：权重除以了 8，使斜坡的结果等于斜率。本题的权重不缩放。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3))) / 8


@misconception(
    "weights-divided-by-four",
    entry="",
    en="Your result is a quarter: 1, 2, 1 were divided by their sum, as some libraries do. Here they are unscaled.",
    zh="你的结果只有四分之一：1、2、1 除以了它们的和，有些库就是这样做的。本题的权重不缩放。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3))) / 4


@misconception(
    "stretched-to-255",
    entry="",
    en="Your result is stretched so that its largest value is 255, as one does to look at it. Return it as it is.",
    zh="你把结果拉伸到了最大值为 255，那是为了显示。请原样返回。",
)
def sobel(image):
    result = np.hypot(*gradients(squares(image, 3)))
    return result * (255 / max(result.max(), 1e-12))


@misconception(
    "clipped-at-255",
    entry="W06",
    en="Your result is cut off at 255. It may be larger, and is not a byte.",
    zh="你的结果在 255 处被截断了。它可以更大，也不是字节。",
)
def sobel(image):
    return np.minimum(np.hypot(*gradients(squares(image, 3))), 255.0)


@misconception(
    "edges-over-zeros",
    entry="",
    en="Your image has edges all around its border: it was continued with zeros. Its border pixels are to be repeated.",
    zh="你的图像四周都成了边缘：图像之外用了 0。应当重复边界像素。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3, "constant")))


@misconception(
    "edges-over-a-mirror",
    entry="",
    en="Your differences across the border are zero: the image was mirrored, so that both neighbours are the same "
    "pixel. Border pixels are to be repeated.",
    zh="在边界上，你的横跨边界的差分为零：图像以镜像延续，两侧的邻居成了同一个像素。应当重复边界像素。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3, "reflect")))


@misconception(
    "border-black",
    entry="",
    en="Your frame of border pixels is zero: only the pixels with a complete square were filled in.",
    zh="你的边上一圈像素为 0：只填了周围正方形完整的像素。",
)
def sobel(image):
    result = np.zeros(image.shape)
    result[1:-1, 1:-1] = np.hypot(*gradients(squares(image, 3)))[1:-1, 1:-1]
    return result


@misconception(
    "edges-shrink",
    entry="",
    en="Your result is two rows and two columns smaller: only complete squares were used. Continue the image first.",
    zh="你的结果少了两行两列：只用了完整落在图像内的正方形。应先延续图像。",
)
def sobel(image):
    image = np.asarray(image, dtype=np.float64)
    return np.hypot(*gradients(np.lib.stride_tricks.sliding_window_view(image, (3, 3))))


@misconception(
    "edges-of-bytes-wrap",
    entry="T08",
    en="Your differences were taken in the dtype of the image: with bytes, 3 - 5 is 254. Convert to float64 first.",
    zh="你做差时沿用了图像的 dtype：字节的 3 - 5 等于 254。应先转换成 float64。",
)
def sobel(image):
    p = np.pad(image, 1, mode="edge")
    across, down = p[:, 2:] - p[:, :-2], p[2:] - p[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.hypot(gx.astype(np.float64), gy.astype(np.float64))


@misconception(
    "edges-in-the-images-dtype",
    entry="T08",
    en="Your result was put into an array like the image: fractions are lost for integers, float32 stays float32. "
    "It is float64 always.",
    zh="你把结果放进了仿照图像建立的数组：整数会丢掉小数部分，float32 仍是 float32。结果应总是 float64。",
)
def sobel(image):
    return np.hypot(*gradients(squares(image, 3))).astype(np.int64 if image.dtype.kind in "iu" else image.dtype)
