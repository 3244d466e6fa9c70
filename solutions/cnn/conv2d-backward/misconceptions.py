"""Wrong answers to conv2d_backward that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = conv2d_backward


def windows(dy, x, kernel, stride):
    """For each output pixel: its place in dy, the place of its window, and what it sends back to pixels and weights."""
    kh, kw = kernel.shape[:2]
    for i, j in np.ndindex(*dy.shape[1:3]):
        top, left = i * stride, j * stride
        place = np.s_[:, top : top + kh, left : left + kw]
        to_pixels = np.tensordot(dy[:, i, j], kernel, axes=(1, 3))
        yield place, to_pixels, np.tensordot(x[place], dy[:, i, j], axes=(0, 0))


@misconception(
    "overwritten-where-windows-overlap",
    entry="V12",
    en="Your dx holds in each pixel what the last window over it sent back. The windows' shares add up.",
    zh="你的 dx 在每个像素上只留下了最后一个窗口传回的量。各窗口的贡献应当相加。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    dx = np.zeros_like(dx)
    for place, to_pixels, _ in windows(dy, x, kernel, stride):
        dx[place] = to_pixels
    return dx, dkernel, dbias


@misconception(
    "kernel-gradient-of-the-last-window",
    entry="V12",
    en="Your dkernel is that of the last window alone. Every window adds to it.",
    zh="你的 dkernel 只来自最后一个窗口。每个窗口都要累加进去。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, _, dbias = right_answer(dy, x, kernel, stride)
    for _, _, to_weights in windows(dy, x, kernel, stride):
        dkernel = to_weights.astype(dx.dtype)
    return dx, dkernel, dbias


@misconception(
    "kernel-gradient-of-the-last-image",
    entry="V12",
    en="Your dkernel comes from the last image alone: the images before it were overwritten.",
    zh="你的 dkernel 只来自最后一张图像，前面的图像都被覆盖了。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, _, dbias = right_answer(dy, x, kernel, stride)
    return dx, right_answer(dy[-1:], x[-1:], kernel, stride)[1], dbias


@misconception(
    "bias-gradient-over-the-batch-only",
    entry="V13",
    en="Your dbias still has one number for every pixel. The bias is added to all pixels, so sum over them as well.",
    zh="你的 dbias 仍然是每个像素一个数。偏置加在所有像素上，所以对像素也要求和。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, _ = right_answer(dy, x, kernel, stride)
    return dx, dkernel, as_float(dy)[0].sum(axis=0).astype(dx.dtype)


@misconception(
    "bias-gradient-for-each-image",
    entry="V13",
    en="Your dbias still has one row for every image. All images share the bias: sum over the batch as well.",
    zh="你的 dbias 仍然是每张图像一行。所有图像共用同一个偏置，所以对批次也要求和。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, _ = right_answer(dy, x, kernel, stride)
    return dx, dkernel, as_float(dy)[0].sum(axis=(1, 2)).astype(dx.dtype)


@misconception(
    "bias-gradient-averaged",
    entry="V13",
    en="Your dbias is a mean over images and pixels. It is a sum: each use of the bias counts.",
    zh="你的 dbias 对图像和像素取了平均。应当求和：偏置每用一次就有一份梯度。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx, dkernel, (dbias / np.prod(dy.shape[:3])).astype(dx.dtype)


@misconception(
    "divided-by-the-batch-size",
    entry="N05",
    en="Your dkernel and dbias are divided by the number of images. If the loss is a mean, dy holds that factor "
    "already.",
    zh="你的 dkernel 和 dbias 除以了图像数。如果损失取了平均，这个因子已经包含在 dy 里了。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx, dkernel / len(x), dbias / len(x)


@misconception(
    "flipped-kernel-in-dx",
    entry="V03",
    en="Your dx is what the kernel sends back when it is turned by 180°. The formulation as a full convolution of dy "
    "flips the kernel once; in yours it is flipped once too often or too rarely.",
    zh="你的 dx 相当于把卷积核旋转 180° 之后传回的梯度。写成对 dy 的“full”卷积时，卷积核恰好翻转一次；"
    "你多翻或少翻了一次。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    _, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return right_answer(dy, x, kernel[::-1, ::-1], stride)[0], dkernel, dbias


@misconception(
    "flipped-kernel-gradient",
    entry="V03",
    en="Your dkernel is turned by 180°: it is the gradient of a kernel that is flipped in the forward pass. This one "
    "is not.",
    zh="你的 dkernel 旋转了 180°：那是前向时翻转了卷积核才有的梯度，而本题的卷积核并不翻转。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx, dkernel[::-1, ::-1], dbias


@misconception(
    "stride-ignored",
    entry="V06",
    en="Your windows lie side by side at every pixel whatever the stride is: entry (i, j) of dy belongs to the window "
    "that begins at (i·stride, j·stride).",
    zh="无论步幅是多少，你的窗口每次都只移动一个像素。dy 的第 (i, j) 个元素属于从 (i·stride, j·stride) 开始的窗口。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    return right_answer(dy, x, kernel, 1)


@misconception(
    "stride-along-rows-only",
    entry="V06",
    en="Your windows move by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    rows = stride * (dy.shape[1] - 1) + 1
    spread = np.zeros((len(dy), rows, *dy.shape[2:]), dy.dtype)
    spread[:, ::stride] = dy
    return right_answer(spread, x, kernel, 1)


@misconception(
    "pixels-without-a-window-cut-off",
    entry="V05",
    en="Your dx ends where the last window ends. It has the shape of x: the pixels that no window reaches have the "
    "gradient 0.",
    zh="你的 dx 到最后一个窗口就结束了。它的形状应与 x 相同：窗口到不了的像素，梯度为 0。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    height, width = (stride * (m - 1) + k for m, k in zip(dy.shape[1:3], kernel.shape))
    return dx[:, :height, :width], dkernel, dbias


@misconception(
    "windows-numbered-by-the-height",
    entry="V17",
    en="You number the windows with i · out_h + j. A row of windows has out_w of them: your numbers fit square outputs "
    "only.",
    zh="你用 i · out_h + j 给窗口编号。一行有 out_w 个窗口，你的编号只对正方形的输出成立。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    n, out_h, out_w, filters = dy.shape
    i, j = np.mgrid[:out_h, :out_w]
    return right_answer(dy.reshape(n, out_h * out_w, filters)[:, i * out_h + j], x, kernel, stride)


@misconception(
    "one-channel-for-all",
    entry="V09",
    en="Your dx is the same in every channel: what the filters send back was summed over the channels of the kernel. "
    "Only the filters are summed over.",
    zh="你的 dx 在各个通道上都相同：你对卷积核的输入通道也求了和。应当只对 c_out 求和。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return np.repeat(dx.sum(axis=-1, keepdims=True), dx.shape[-1], axis=-1), dkernel, dbias


@misconception(
    "last-filter-only",
    entry="V12",
    en="Your dx holds what the last filter sends back: each filter overwrote the one before. Sum over the filters.",
    zh="你的 dx 只含最后一个卷积核传回的梯度：后一个覆盖了前一个。应当对所有卷积核求和。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return right_answer(dy[..., -1:], x, kernel[..., -1:], stride)[0].astype(dx.dtype), dkernel, dbias


@misconception(
    "kernel-gradient-from-oihw",
    entry="V10",
    en="Your dkernel was brought from (c_out, c_in, kh, kw) into its shape with `reshape`, which mixes up its numbers. "
    "Axes are reordered with `transpose`.",
    zh="你用 `reshape` 把 (c_out, c_in, kh, kw) 的 dkernel 变成所需的形状，数的位置全乱了。"
    "轴的换序应当用 `transpose`。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx, np.ascontiguousarray(dkernel.transpose(3, 2, 0, 1)).reshape(dkernel.shape), dbias


@misconception(
    "kernel-gradient-height-and-width-swapped",
    entry="V07",
    en="Height and width of the kernel are swapped in your dkernel. Its shape is (kh, kw, c_in, c_out).",
    zh="你的 dkernel 把卷积核的高和宽弄反了。它的形状是 (kh, kw, c_in, c_out)。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx, dkernel.swapaxes(0, 1), dbias


@misconception(
    "kernel-gradient-first",
    entry="",
    en="Your gradients are in another order. The result is (dx, dkernel, dbias).",
    zh="你的梯度顺序不对。返回值应是 (dx, dkernel, dbias)。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dkernel, dbias, dx


@misconception(
    "gradient-sign",
    entry="L04",
    en="All your gradients have the opposite sign. Subtracting them is the optimizer's task.",
    zh="你的所有梯度符号都反了。减去梯度是优化器的事。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    return tuple(-gradient for gradient in right_answer(dy, x, kernel, stride))


@misconception(
    "float64-buffers",
    entry="X03",
    en="Your gradients are float64 for float32 arguments: `np.zeros` makes float64 arrays unless it is told a dtype.",
    zh="参数全是 float32，你的梯度却成了 float64：`np.zeros` 不指定 dtype 就是 float64。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    return tuple(gradient.astype(np.float64) for gradient in right_answer(dy, x, kernel, stride))


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your dx or dkernel is whole-numbered where x or the kernel is: an array made like an integer array cuts off "
    "the fraction.",
    zh="x 或卷积核是整数时，你的 dx 或 dkernel 也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def conv2d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = right_answer(dy, x, kernel, stride)
    return dx.astype(x.dtype), dkernel.astype(kernel.dtype), dbias
