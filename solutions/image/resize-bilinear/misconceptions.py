"""Wrong answers to resize_bilinear that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = resize_bilinear


def to_float(image):
    """Integers become float64."""
    return image if image.dtype.kind == "f" else image.astype(np.float64)


def centres(old, new):
    """Where the new centres lie, not yet kept within the image."""
    return (np.arange(new) + 0.5) * old / new - 0.5


def mixed(image, below, above, weight):
    """Both pixels by their weights, along the first axis."""
    weight = np.reshape(weight, (-1, *[1] * (image.ndim - 1))).astype(image.dtype)
    return (1 - weight) * image[below] + weight * image[above]


def resized(image, height, width, one_axis):
    """`one_axis(image, new)` along the rows, then along the columns."""
    rows = one_axis(to_float(image), height)
    return one_axis(rows.swapaxes(0, 1), width).swapaxes(0, 1)


def at(places):
    """One axis sampled at `places(old, new)`, which are kept within the image."""

    def one_axis(image, new):
        s = np.clip(places(len(image), new), 0, len(image) - 1)
        below = np.floor(s).astype(int)
        return mixed(image, below, np.minimum(below + 1, len(image) - 1), s - below)

    return one_axis


@misconception(
    "corners-aligned",
    entry="W09",
    en="Your first and last pixels lie on those of the old image (`align_corners`). Here the centres of all pixels are "
    "matched, as little squares.",
    zh="你的首末像素与旧图像的首末像素对齐了（`align_corners`）。本题把像素看作小方块，对齐的是中心。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: np.arange(new) * (old - 1) / max(new - 1, 1)))


@misconception(
    "edges-for-centres",
    entry="W09",
    en="Your new pixels lie at t · old/new, as in TensorFlow 1: the halves are missing, and the image is "
    "shifted by a part "
    "of a pixel.",
    zh="你的新像素位于 t · old/new，像 TensorFlow 1 那样：漏了两处二分之一，图像偏移了不到一个像素。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: np.arange(new) * old / new))


@misconception(
    "half-not-taken-back",
    entry="W09",
    en="Your new pixels lie at (t + ½) · old/new: that is counted from the image's edge. The first old "
    "centre is half a "
    "pixel away from it.",
    zh="你的新像素位于 (t + ½) · old/new：那是从图像边缘算起的。第一个旧像素的中心离边缘还有半个像素。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: (np.arange(new) + 0.5) * old / new))


@misconception(
    "half-not-added",
    entry="W09",
    en="Your new pixels lie at t · old/new - ½: the half was taken off in old pixels, but not added in new ones.",
    zh="你的新像素位于 t · old/new - ½：减去了半个旧像素，却没有加上半个新像素。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: np.arange(new) * old / new - 0.5))


@misconception(
    "ratio-upside-down",
    entry="",
    en="Your places are computed with new/old. It takes old/new to get from a new pixel back to an old one.",
    zh="你计算位置时用的是 new/old。从新像素推回旧像素，要用 old/new。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: (np.arange(new) + 0.5) * new / old - 0.5))


@misconception(
    "whole-ratio",
    entry="X13",
    en="Your ratio old/new was cut off to a whole number (`//`), which moves every pixel unless one size divides the "
    "other.",
    zh="你把比值 old/new 截成了整数（`//`）。除非正好整除，否则每个像素都会错位。",
)
def resize_bilinear(image, height, width):
    return resized(image, height, width, at(lambda old, new: (np.arange(new) + 0.5) * (old // new) - 0.5))


@misconception(
    "nearest-pixel",
    entry="",
    en="Your pixels are copies of the nearest old ones, without interpolation.",
    zh="你的像素是最近的旧像素的复制品，没有插值。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        return x[np.clip(np.rint(centres(len(x), new)), 0, len(x) - 1).astype(int)]

    return resized(image, height, width, one_axis)


@misconception(
    "pixel-below",
    entry="",
    en="Your pixels are copies of the old ones below their places: rounded down, the weights left out.",
    zh="你的像素是把位置向下取整后那个旧像素的复制品，没有用到权重。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        return x[np.clip(np.floor(centres(len(x), new)), 0, len(x) - 1).astype(int)]

    return resized(image, height, width, one_axis)


@misconception(
    "halfway-always",
    entry="",
    en="Your pixels are plain means of the two neighbours: both weigh one half, wherever the place lies between them.",
    zh="你的像素是两个邻居的普通平均：无论位置在哪里，两者的权重都是二分之一。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = np.clip(centres(len(x), new), 0, len(x) - 1)
        return mixed(x, np.floor(s).astype(int), np.ceil(s).astype(int), np.full(new, 0.5))

    return resized(image, height, width, one_axis)


@misconception(
    "weights-swapped",
    entry="",
    en="Your weights are swapped: the pixel farther away weighs more.",
    zh="你的两个权重弄反了：离得远的像素权重反而大。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = np.clip(centres(len(x), new), 0, len(x) - 1)
        below = np.floor(s).astype(int)
        return mixed(x, below, np.minimum(below + 1, len(x) - 1), 1 - (s - below))

    return resized(image, height, width, one_axis)


@misconception(
    "extrapolated",
    entry="",
    en="Your border pixels lie on the continued line through the two outermost ones, and may leave the "
    "range of the image. "
    "Keep the place within the old centres before it becomes a weight.",
    zh="你的边界像素落在最外侧两个像素连线的延长线上，可能超出图像的取值范围。先把位置限制在旧像素的中心之间，再计算权重。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = centres(len(x), new)
        below = np.clip(np.floor(s).astype(int), 0, max(len(x) - 2, 0))
        return mixed(x, below, np.minimum(below + 1, len(x) - 1), s - below)

    return resized(image, height, width, one_axis)


@misconception(
    "wraps-around",
    entry="",
    en="Your border pixels are mixed with the opposite side of the image: an index of -1 is the last pixel, "
    "and one past "
    "the end came back to the first.",
    zh="你的边界像素混进了图像另一侧的像素：下标 -1 指的是最后一个像素，越过末尾又回到了第一个。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = centres(len(x), new)
        below = np.floor(s).astype(int)
        return mixed(x, below % len(x), (below + 1) % len(x), s - below)

    return resized(image, height, width, one_axis)


@misconception(
    "black-outside",
    entry="",
    en="Your border is darker: beyond the outermost pixels you interpolate towards zero. The border is to "
    "be continued.",
    zh="你的边界变暗了：在最外侧像素之外，你向 0 插值。应当延续边界。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        x = np.pad(x, [(1, 1)] + [(0, 0)] * (x.ndim - 1))
        s = centres(len(x) - 2, new) + 1
        below = np.floor(s).astype(int)
        return mixed(x, below, below + 1, s - below)

    return resized(image, height, width, one_axis)


@misconception(
    "antialiased",
    entry="W09",
    en="Your smaller image averages over all pixels that it covers (antialiasing), as Pillow does. Here "
    "shrinking looks at "
    "the two nearest along each axis only.",
    zh="缩小时，你对覆盖到的所有像素取了加权平均（抗锯齿），Pillow 就是这样。本题每个轴只看最近的两个像素。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        scale = max(len(x) / new, 1.0)
        distance = np.abs(centres(len(x), new)[:, np.newaxis] - np.arange(len(x)))
        weights = np.maximum(1 - distance / scale, 0)
        return np.tensordot(weights / weights.sum(axis=1, keepdims=True), x, axes=1).astype(x.dtype)

    return resized(image, height, width, one_axis)


@misconception(
    "smoothstep",
    entry="",
    en="Your weights were bent into an S (as in a smooth step or cosine interpolation). Bilinear weights "
    "are the distances "
    "themselves.",
    zh="你的权重被弯成了 S 形（像平滑阶跃或余弦插值那样）。双线性的权重就是距离本身。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = np.clip(centres(len(x), new), 0, len(x) - 1)
        below = np.floor(s).astype(int)
        a = s - below
        return mixed(x, below, np.minimum(below + 1, len(x) - 1), a * a * (3 - 2 * a))

    return resized(image, height, width, one_axis)


@misconception(
    "rows-only",
    entry="",
    en="Your columns are copies of the nearest old ones: you interpolated from row to row, but not within a row.",
    zh="你的列只是复制了最近的旧列：只在行与行之间插值，没有在列与列之间插值。",
)
def resize_bilinear(image, height, width):
    nearest = np.clip(np.rint(centres(image.shape[1], width)), 0, image.shape[1] - 1).astype(int)
    return right_answer(image, height, image.shape[1])[:, nearest]


@misconception(
    "height-for-width",
    entry="X04",
    en="Your result has `width` rows and `height` columns: the two are swapped.",
    zh="你的结果有 `width` 行、`height` 列：两者弄反了。",
)
def resize_bilinear(image, height, width):
    return right_answer(image, width, height)


@misconception(
    "transposed",
    entry="X04",
    en="Your result is right but transposed: its rows are the columns.",
    zh="你的结果数值是对的，但被转置了：行成了列。",
)
def resize_bilinear(image, height, width):
    return right_answer(image, height, width).swapaxes(0, 1)


@misconception(
    "one-scale-for-both",
    entry="X04",
    en="Your columns were placed with the ratio of the heights. Each axis has its own.",
    zh="你给列定位时用了高度的比值。每个轴都有自己的比值。",
)
def resize_bilinear(image, height, width):
    ratio = image.shape[0] / height
    return resized(image, height, width, at(lambda old, new: (np.arange(new) + 0.5) * ratio - 0.5))


@misconception(
    "grey-images-only",
    entry="X04",
    en="Your function takes images without channels only: with a third axis the weights do not line up.",
    zh="你的函数只能处理没有通道的图像：多了第三个轴，权重就对不齐了。",
)
def resize_bilinear(image, height, width):
    _, _ = image.shape
    return right_answer(image, height, width)


@misconception(
    "channels-averaged",
    entry="V09",
    en="Your channels were averaged into one. Each is resized by itself.",
    zh="你把各通道平均成了一个。应分别缩放每个通道。",
)
def resize_bilinear(image, height, width):
    grey = image if image.ndim == 2 else image.mean(axis=2).astype(to_float(image).dtype)
    return right_answer(grey, height, width)


@misconception(
    "first-channel-everywhere",
    entry="V09",
    en="All your channels hold the first one.",
    zh="你的每个通道都是第一个通道的内容。",
)
def resize_bilinear(image, height, width):
    result = right_answer(image, height, width)
    return result if image.ndim == 2 else np.repeat(result[:, :, :1], image.shape[2], axis=2)


@misconception(
    "cut-off-to-integers",
    entry="X03",
    en="Your result for integers is cut off to whole numbers: it was put into an array of the image's dtype.",
    zh="输入为整数时，你的结果被截成了整数：它被放进了与图像 dtype 相同的数组。",
)
def resize_bilinear(image, height, width):
    return right_answer(image, height, width).astype(image.dtype)


@misconception(
    "rounded-to-integers",
    entry="X14",
    en="Your result is rounded to whole numbers where the image holds some. Return the interpolated values.",
    zh="图像为整数时，你的结果被四舍五入了。请返回插值得到的原值。",
)
def resize_bilinear(image, height, width):
    result = right_answer(image, height, width)
    return result if image.dtype.kind == "f" else np.rint(result)


@misconception(
    "differences-of-bytes-wrap",
    entry="T08",
    en="You added a part of the difference of two pixels, and unsigned differences wrap around: 3 - 5 is 254. Convert "
    "first.",
    zh="你加上的是两像素之差的一部分，而无符号数的差会回绕：3 - 5 等于 254。应先转换类型。",
)
def resize_bilinear(image, height, width):
    def one_axis(x, new):
        s = np.clip(centres(len(x), new), 0, len(x) - 1)
        below = np.floor(s).astype(int)
        weight = (s - below).reshape(-1, *[1] * (x.ndim - 1)).astype(to_float(x).dtype)
        return x[below] + weight * (x[np.minimum(below + 1, len(x) - 1)] - x[below])

    return one_axis(one_axis(image, height).swapaxes(0, 1), width).swapaxes(0, 1)


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 for float32: the weights were float64, or the result was collected in an array of the "
    "default dtype.",
    zh="输入是 float32 时，你的结果成了 float64：权重是 float64，或者结果放进了默认 dtype 的数组。",
)
def resize_bilinear(image, height, width):
    return right_answer(image.astype(np.float64), height, width)
