"""Wrong answers to parameter_count that people really give."""

import math

from grader.checks import misconception

right_shape = output_shape
right_parameters = parameters


@misconception(
    "no-biases",
    entry="N10",
    en="Your number counts weights only. Convolution and dense layers have one bias for each filter or unit unless "
    '"bias" is False.',
    zh='你只数了权重。除非 "bias" 为 False，卷积层和全连接层的每个卷积核、每个单元还有一个偏置。',
)
def parameters(shape, layer):
    return right_parameters(shape, {**layer, "bias": False})


@misconception(
    "bias-key-ignored",
    entry="N10",
    en='Your number counts biases where "bias" is False.',
    zh='"bias" 为 False 时，你也把偏置算了进去。',
)
def parameters(shape, layer):
    return right_parameters(shape, {**layer, "bias": True})


@misconception(
    "one-bias-per-layer",
    entry="N10",
    en="Your number has a single bias for a whole layer. There is one for each filter or unit.",
    zh="你给整层只算了一个偏置。应当每个卷积核、每个单元一个。",
)
def parameters(shape, layer):
    if layer["type"] not in ("conv2d", "dense"):
        return right_parameters(shape, layer)
    return right_parameters(shape, {**layer, "bias": False}) + layer.get("bias", True)


@misconception(
    "bias-for-each-input-channel",
    entry="V08",
    en="Your convolution has a bias for every pair of an input channel and a filter. A filter has one bias, whatever "
    "the number of its channels.",
    zh="你给每个输入通道与卷积核的组合都算了一个偏置。无论有多少输入通道，一个卷积核只有一个偏置。",
)
def conv_parameters(channels, layer):
    height, width = layer["kernel"]
    return (height * width + layer.get("bias", True)) * channels * layer["filters"]


@misconception(
    "input-channels-forgotten",
    entry="V09",
    en="Your filters have kh · kw weights. Each filter looks at all input channels and has that many for each of them.",
    zh="你的每个卷积核只有 kh · kw 个权重。卷积核要看所有输入通道，每个通道各有这么多权重。",
)
def conv_parameters(channels, layer):
    height, width = layer["kernel"]
    return (height * width + layer.get("bias", True)) * layer["filters"]


@misconception(
    "square-kernels",
    entry="X04",
    en="You take the kernel's height for its width as well.",
    zh="你把卷积核的高也当成了宽。",
)
def conv_parameters(channels, layer):
    height, _ = layer["kernel"]
    return (height * height * channels + layer.get("bias", True)) * layer["filters"]


@misconception(
    "trainable-only",
    entry="N10",
    en="Your batch normalisation has two vectors, those that are learned. The moving mean and variance count as well.",
    zh="你只算了批归一化中要学习的两个向量。滑动均值和滑动方差也要算。",
)
def batchnorm_parameters(shape):
    return 2 * shape[-1]


@misconception(
    "batchnorm-without-parameters",
    entry="N10",
    en="Your batch normalisation has no parameters. It has four vectors with one number for each channel.",
    zh="你认为批归一化没有参数。其实它有四个向量，每个通道各有一个数。",
)
def batchnorm_parameters(shape):
    return 0


@misconception(
    "batchnorm-for-each-pixel",
    entry="N10",
    en="Your batch normalisation has four numbers for each pixel and channel, or each time and feature. All places "
    "share those of their channel.",
    zh="你的批归一化给每个像素的每个通道（或每个时刻的每个特征）都算了四个数。同一通道的所有位置共用四个。",
)
def batchnorm_parameters(shape):
    return 4 * math.prod(shape)


@misconception(
    "one-gate",
    entry="",
    en="Your LSTM has the weights of a simple recurrent layer: one set. It has one for each of its four gates.",
    zh="你的 LSTM 只有一组权重，那是普通 RNN。LSTM 有四个门，每个门各有一组。",
)
def lstm_parameters(features, units):
    return (features + units) * units + units


@misconception(
    "three-gates",
    entry="",
    en="Your LSTM has three sets of weights. Beside the three gates there is a fourth set, for the candidate.",
    zh="你的 LSTM 只算了三组权重。除了三个门，候选状态还有第四组。",
)
def lstm_parameters(features, units):
    return 3 * ((features + units) * units + units)


@misconception(
    "no-recurrent-weights",
    entry="",
    en="Your LSTM has weights for its inputs only. Each gate has weights for the last state as well.",
    zh="你的 LSTM 只有对输入的权重。每个门还有对上一状态的权重。",
)
def lstm_parameters(features, units):
    return 4 * (features * units + units)


@misconception(
    "two-bias-vectors",
    entry="",
    en="Your LSTM has two bias vectors, as in PyTorch. Here, as in Keras, there is one.",
    zh="你的 LSTM 有两个偏置向量，那是 PyTorch 的做法。本题和 Keras 一样，只有一个。",
)
def lstm_parameters(features, units):
    return 4 * ((features + units) * units + 2 * units)


@misconception(
    "lstm-gives-the-sequence",
    entry="",
    en="In your network the last LSTM gives its states at all times on. It gives the last one only.",
    zh="在你的网络里，最后一个 LSTM 输出了所有时刻的状态。它只输出最后一个。",
)
def another_lstm(layers):
    return True


@misconception(
    "padding-ignored",
    entry="V14",
    en='Your convolutions with padding "same" shrink the image like those without padding.',
    zh='padding 为 "same" 时，你的卷积仍然像不填充那样使图像缩小。',
)
def conv_size(n, k, stride, padding):
    return (n - k) // stride + 1


@misconception(
    "convolution-keeps-the-size",
    entry="V14",
    en='Your convolutions without padding keep the size of the image. Only "same" pads; "valid" loses k - 1 pixels.',
    zh='你的卷积不填充时也保持图像大小。只有 "same" 才填充，"valid" 会少掉 k - 1 个像素。',
)
def conv_size(n, k, stride, padding):
    return -(-n // stride)


@misconception(
    "stride-ignored",
    entry="V06",
    en="Your convolutions have as many outputs as with stride 1.",
    zh="你的卷积没有考虑步幅，输出大小与步幅为 1 时一样。",
)
def conv_size(n, k, stride, padding):
    return n if padding == "same" else n - k + 1


@misconception(
    "one-output-short",
    entry="V05",
    en="Your convolutions lose one row and one column too many: the + 1 is missing in the size of the output.",
    zh="你的卷积多丢了一行一列：输出大小的公式里漏了加 1。",
)
def conv_size(n, k, stride, padding):
    return -(-n // stride) if padding == "same" else (n - k) // stride


@misconception(
    "rounded-up-without-padding",
    entry="V05",
    en="Your convolutions without padding round the size of the output up. A window that does not fit is dropped.",
    zh='padding 为 "valid" 时，你把输出大小向上取整了。放不下的窗口应当舍去。',
)
def conv_size(n, k, stride, padding):
    return -(-n // stride) if padding == "same" else -(-(n - k) // stride) + 1


@misconception(
    "rounded-down-with-padding",
    entry="V14",
    en='Your convolutions with padding "same" round the size of the output down. It is rounded up.',
    zh='padding 为 "same" 时，你把输出大小向下取整了。应当向上取整。',
)
def conv_size(n, k, stride, padding):
    return n // stride if padding == "same" else (n - k) // stride + 1


@misconception(
    "pools-ignored",
    entry="",
    en="Pooling leaves your shape as it is. It has no parameters, but the dense layer behind it has fewer.",
    zh="你的池化没有改变形状。池化层没有参数，但它后面的全连接层会因此变小。",
)
def pool_size(n, k):
    return n


@misconception(
    "pools-rounded-up",
    entry="Q03",
    en="Your pools keep windows that do not fit into the image. They are dropped: round down.",
    zh="你的池化保留了放不下的窗口。这样的窗口应当舍去，即向下取整。",
)
def pool_size(n, k):
    return -(-n // k)


@misconception(
    "pools-of-stride-one",
    entry="Q03",
    en="Your pools move by one pixel. Their stride is their size.",
    zh="你的池化窗口每次只移动一个像素。它的步幅等于窗口大小。",
)
def pool_size(n, k):
    return n - k + 1


@misconception(
    "square-pools",
    entry="Q04",
    en="You take the pool's height for its width as well.",
    zh="你把池化窗口的高也当成了宽。",
)
def output_shape(shape, layer):
    if layer["type"] == "maxpool" and not isinstance(layer["size"], int):
        layer = {**layer, "size": layer["size"][0]}
    return right_shape(shape, layer)


@misconception(
    "dense-flattens",
    entry="",
    en="Your dense layers have a weight for every element of what they get. They act on the last axis; only "
    '"flatten" makes one axis of all.',
    zh='你的全连接层给输入的每个元素都算了权重。它只作用于最后一个轴，只有 "flatten" 才把所有轴合成一个。',
)
def parameters(shape, layer):
    return right_parameters((math.prod(shape),) if layer["type"] == "dense" else shape, layer)


@misconception(
    "flatten-ignored",
    entry="",
    en="Flattening leaves your shape as it is: the dense layer behind it has weights for the channels only.",
    zh="你的展平没有改变形状：它后面的全连接层只算了通道数那么多的输入。",
)
def output_shape(shape, layer):
    return shape if layer["type"] == "flatten" else right_shape(shape, layer)
