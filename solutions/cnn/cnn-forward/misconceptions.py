"""Wrong answers to cnn_forward that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = cnn_forward
right_conv2d = conv2d
right_softmax = softmax


def forward(
    x,
    params,
    after_first=lambda z: np.maximum(z, 0),
    after_second=lambda z: np.maximum(z, 0),
    after_dense=lambda z: np.maximum(z, 0),
    after_output=lambda z: z,
):
    """The right answer, unless an activation is replaced."""
    x, K1, b1, K2, b2, W1, c1, W2, c2 = as_float(x, *(params[name] for name in NAMES))
    first = max_pool(after_first(conv2d(x, K1, b1)))
    second = max_pool(after_second(conv2d(first, K2, b2)))
    return softmax(after_output(after_dense(flatten(second) @ W1 + c1) @ W2 + c2))


def without(params, *names):
    """The parameters with zeros for these."""
    return {name: np.zeros_like(p) if name in names else p for name, p in params.items()}


@misconception(
    "no-softmax",
    entry="N06",
    en="Your result holds the logits. The last step is a softmax, which makes probabilities of them.",
    zh="你的结果是 logits。最后还要做 softmax，把它们变成概率。",
)
def softmax(z):
    return z


@misconception(
    "sigmoid-for-softmax",
    entry="N06",
    en="Your result holds a sigmoid of each logit: the classes do not know of each other, and no row sums to 1.",
    zh="你的结果是每个 logit 的 sigmoid：各类别互不相关，每行之和不是 1。",
)
def softmax(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


@misconception(
    "softmax-over-the-batch",
    entry="C05",
    en="Your softmax runs over the images: the columns sum to 1, not the rows.",
    zh="你的 softmax 沿图像方向计算：和为 1 的是列，而不是行。",
)
def softmax(z):
    return right_softmax(z.T).T


@misconception(
    "one-sum-for-all-rows",
    entry="C10",
    en="Your softmax divides by the sum over the whole matrix: all images together sum to 1.",
    zh="你的 softmax 除以了整个矩阵的总和：所有图像加起来才等于 1。",
)
def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()


@misconception(
    "softmax-overflows",
    entry="C01",
    en="Your exponentials overflow for large logits. Subtract the largest logit of each row first.",
    zh="logits 很大时你的指数溢出了。先减去每行最大的 logit。",
)
def softmax(z):
    powers = np.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)


@misconception(
    "class-instead-of-probabilities",
    entry="C09",
    en="Your result is the most probable class of each image. The probabilities of all classes are asked for.",
    zh="你返回的是每张图像最可能的类别。本题要的是所有类别的概率。",
)
def cnn_forward(x, params):
    return right_answer(x, params).argmax(axis=1)


@misconception(
    "no-relu-in-the-convolutions",
    entry="N06",
    en="Your convolutions have no ReLU: negative values pass through the pools.",
    zh="你的两个卷积层都没有 ReLU，负数穿过了池化层。",
)
def cnn_forward(x, params):
    return forward(x, params, after_first=lambda z: z, after_second=lambda z: z)


@misconception(
    "no-relu-after-the-first-convolution",
    entry="",
    en="The ReLU after your first convolution is missing.",
    zh="你的第一个卷积层之后漏了 ReLU。",
)
def cnn_forward(x, params):
    return forward(x, params, after_first=lambda z: z)


@misconception(
    "no-relu-after-the-second-convolution",
    entry="",
    en="The ReLU after your second convolution is missing.",
    zh="你的第二个卷积层之后漏了 ReLU。",
)
def cnn_forward(x, params):
    return forward(x, params, after_second=lambda z: z)


@misconception(
    "no-relu-in-the-dense-layer",
    entry="",
    en="The ReLU after your first dense layer is missing.",
    zh="你的第一个全连接层之后漏了 ReLU。",
)
def cnn_forward(x, params):
    return forward(x, params, after_dense=lambda z: z)


@misconception(
    "relu-on-the-logits",
    entry="N06",
    en="Your logits went through a ReLU as well. The last layer has the softmax alone.",
    zh="你对 logits 也做了 ReLU。最后一层只接 softmax。",
)
def cnn_forward(x, params):
    return forward(x, params, after_output=lambda z: np.maximum(z, 0))


@misconception(
    "softmax-twice",
    entry="",
    en="Your result went through the softmax twice: the probabilities are all too similar.",
    zh="你做了两次 softmax，所以各类别的概率过于接近。",
)
def cnn_forward(x, params):
    return softmax(right_answer(x, params))


@misconception(
    "channels-first-flattening",
    entry="W01",
    en="Your flattened row lists channel after channel. Here it lists pixel after pixel, each with all its channels.",
    zh="你展平时是逐通道排列的。这里应逐像素排列，每个像素包含它的全部通道。",
)
def flatten(x):
    return x.transpose(0, 3, 1, 2).reshape(len(x), -1)


@misconception(
    "width-before-height",
    entry="W01",
    en="Your flattened row goes through the pixels column by column. It goes row by row.",
    zh="你展平时是逐列走过像素的，应当逐行。",
)
def flatten(x):
    return x.transpose(0, 2, 1, 3).reshape(len(x), -1)


@misconception(
    "batch-mixed-when-flattening",
    entry="W01",
    en="Your flattening mixes the images: the batch axis has to stay the first one.",
    zh="你展平时把不同图像的数混在了一起。批次轴应当始终是第一个轴。",
)
def flatten(x):
    return x.reshape(-1, len(x)).T


@misconception(
    "average-pools",
    entry="",
    en="Your pools take the mean of each window. They take the maximum.",
    zh="你的池化取了平均值，应取最大值。",
)
def max_pool(x):
    n, h, w, channels = x.shape
    return x[:, : h // 2 * 2, : w // 2 * 2].reshape(n, h // 2, 2, w // 2, 2, channels).mean(axis=(2, 4))


@misconception(
    "every-second-pixel",
    entry="",
    en="Your pools pick the first pixel of each window. They take the largest.",
    zh="你的池化取了每个窗口的第一个像素，应取最大的。",
)
def max_pool(x):
    h, w = (size // 2 * 2 for size in x.shape[1:3])
    return x[:, :h:2, :w:2]


@misconception(
    "pool-over-rows-only",
    entry="Q05",
    en="Your pools take the maximum of two pixels, one above the other. The windows are 2×2.",
    zh="你的池化只取上下两个像素中较大的一个。窗口应为 2×2。",
)
def max_pool(x):
    h, w = (size // 2 * 2 for size in x.shape[1:3])
    return np.maximum(x[:, :h:2, :w:2], x[:, 1:h:2, :w:2])


@misconception(
    "pools-keep-the-odd-row",
    entry="Q03",
    en="Your pools keep an odd last row or column. What does not fill a window is dropped.",
    zh="行数或列数为奇数时，你的池化保留了多出的一行或一列。放不下的窗口应当舍去。",
)
def max_pool(x):
    n, h, w, channels = x.shape
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2), (0, 0)), constant_values=-np.inf)
    return padded.reshape(n, -(-h // 2), 2, -(-w // 2), 2, channels).max(axis=(2, 4))


@misconception(
    "pools-of-stride-one",
    entry="Q03",
    en="Your pools move by one pixel. Their windows do not overlap.",
    zh="你的池化窗口每次只移动一个像素。窗口之间不应重叠。",
)
def max_pool(x):
    across = np.maximum(x[:, :, 1:], x[:, :, :-1])
    return np.maximum(across[:, 1:], across[:, :-1])


@misconception(
    "padded-convolutions",
    entry="V14",
    en="Your convolutions pad the images with zeros and keep their size. Here there is no padding.",
    zh="你的卷积补了零，保持了图像的大小。本题不填充。",
)
def conv2d(x, kernel, bias):
    widths = [((k - 1) // 2, k // 2) for k in kernel.shape[:2]]
    return right_conv2d(np.pad(x, ((0, 0), *widths, (0, 0))), kernel, bias)


@misconception(
    "flipped-kernels",
    entry="V03",
    en="Your kernels are turned by 180°, as in the convolution of mathematics. CNN layers lay them on the window as "
    "they are.",
    zh="你把卷积核旋转了 180°，那是数学意义上的卷积。CNN 的卷积层不翻转卷积核。",
)
def conv2d(x, kernel, bias):
    return right_conv2d(x, kernel[::-1, ::-1], bias)


@misconception(
    "kernel-height-and-width-swapped",
    entry="V07",
    en="Your kernels are transposed: their first axis moved along the width. The layout is (kh, kw, in, out).",
    zh="你把卷积核的高和宽弄反了，第一个轴被用在了宽度方向。布局是 (kh, kw, 输入通道, 输出通道)。",
)
def conv2d(x, kernel, bias):
    return right_conv2d(x, kernel.transpose(1, 0, 2, 3), bias)


@misconception(
    "last-channel-only",
    entry="V09",
    en="Your convolutions hold the contribution of the last input channel only. Sum over the channels.",
    zh="你的卷积只含最后一个输入通道的贡献。应当对所有输入通道求和。",
)
def conv2d(x, kernel, bias):
    return right_conv2d(x[..., -1:], kernel[:, :, -1:], bias)


@misconception(
    "no-convolution-biases",
    entry="N01",
    en="Your convolutions have no biases: b1 and b2 were not added.",
    zh="你的卷积层没有加偏置 b1 和 b2。",
)
def cnn_forward(x, params):
    return right_answer(x, without(params, "b1", "b2"))


@misconception(
    "no-dense-biases",
    entry="N01",
    en="Your dense layers have no biases: c1 and c2 were not added.",
    zh="你的全连接层没有加偏置 c1 和 c2。",
)
def cnn_forward(x, params):
    return right_answer(x, without(params, "c1", "c2"))


@misconception(
    "pixels-scaled",
    entry="",
    en="Your pixels were divided by 255. They are to be taken as they come.",
    zh="你把像素除以了 255。应当按原值计算。",
)
def cnn_forward(x, params):
    return right_answer(x / 255, params)


@misconception(
    "bytes-scaled",
    entry="",
    en="Your result is that of images divided by 255 where they come as bytes. They are to be taken as they come.",
    zh="图像是字节时，你把它除以了 255。应当按原值计算。",
)
def cnn_forward(x, params):
    return right_answer(x / 255 if x.dtype == np.uint8 else x, params)


@misconception(
    "float64-result",
    entry="X16",
    en="Your probabilities are float64 where images and parameters are float32.",
    zh="图像和参数都是 float32，你的概率却成了 float64。",
)
def cnn_forward(x, params):
    return right_answer(x, params).astype(np.float64)


@misconception(
    "float32-result",
    entry="X16",
    en="Your network computes in float32 whatever it is given. Float64 stays float64, and integers become float64.",
    zh="无论输入是什么，你都用 float32 计算。float64 应保持不变，整数应变成 float64。",
)
def cnn_forward(x, params):
    return right_answer(x.astype(np.float32), {name: p.astype(np.float32) for name, p in params.items()})


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your feature maps have the dtype of an integer image, and lost their decimals.",
    zh="图像为整数时，你的特征图沿用了整数类型，小数部分都被截掉了。",
)
def cnn_forward(x, params):
    if x.dtype.kind == "f":
        return right_answer(x, params)
    first = max_pool(relu(conv2d(x.astype(np.float64), params["K1"], params["b1"]))).astype(np.int64)
    second = max_pool(relu(conv2d(first.astype(np.float64), params["K2"], params["b2"]))).astype(np.int64)
    return softmax(relu(flatten(second) @ params["W1"] + params["c1"]) @ params["W2"] + params["c2"])


@misconception(
    "small-integers-wrap",
    entry="X03",
    en="Your sums wrap around where images and parameters are small integers such as int8. Make them float64 first.",
    zh="图像和参数都是 int8 之类的小整数时，你的求和发生了回绕。应先转换成 float64。",
)
def as_float(*arrays):
    return arrays
