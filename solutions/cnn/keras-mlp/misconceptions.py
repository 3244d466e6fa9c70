"""Wrong answers to keras-mlp that people really give."""

import keras
from keras import layers

from grader.checks import misconception


def network(n_classes, *first, hidden="relu", units=128, out="softmax"):
    return keras.Sequential(
        [
            keras.Input((28, 28)),
            *first,
            layers.Flatten(),
            layers.Dense(units, activation=hidden),
            layers.Dense(n_classes, activation=out),
        ]
    )


def compiled(model, loss="sparse_categorical_crossentropy"):
    model.compile(optimizer="adam", loss=loss)
    return model


@misconception(
    "vectors-of-784",
    entry="",
    en="Your model takes vectors of 784 numbers, as S4's does, but the images come as 28×28 and nobody flattens them.",
    zh="你的模型接收 784 维向量，和 S4 一样；可图像是 28×28 的，没有人把它展平。",
)
def build_mlp(n_classes):
    model = keras.Sequential([keras.Input((784,)), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(n_classes, activation="softmax"))
    return compiled(model)


@misconception(
    "flatten-missing",
    entry="",
    en="Your network never flattens: a Dense layer works on the last axis alone, so that each of the 28 rows of an "
    "image is classified by itself.",
    zh="你的网络没有展平：Dense 层只作用于最后一个轴，结果图像的 28 行被各自单独分类了。",
)
def build_mlp(n_classes):
    model = keras.Sequential([keras.Input((28, 28)), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(n_classes, activation="softmax"))
    return compiled(model)


@misconception(
    "flatten-too-late",
    entry="",
    en="Your hidden layer stands before Flatten and sees one row of 28 pixels at a time. The whole image must be "
    "flattened before the first dense layer.",
    zh="你的隐藏层放在 Flatten 之前，每次只看到 28 个像素的一行。应当先展平整张图像，再进入第一个全连接层。",
)
def build_mlp(n_classes):
    model = keras.Sequential([keras.Input((28, 28)), layers.Dense(128, activation="relu")])
    model.add(layers.Flatten())
    model.add(layers.Dense(n_classes, activation="softmax"))
    return compiled(model)


@misconception(
    "softmax-and-from-logits",
    entry="B07",
    en="Softmax is applied twice: by your last layer, and by the loss, which was told `from_logits=True`. Drop one.",
    zh="softmax 做了两次：最后一层做了一次，损失设了 `from_logits=True`，又做了一次。去掉其中之一。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes), keras.losses.SparseCategoricalCrossentropy(from_logits=True))


@misconception(
    "logits-taken-for-probabilities",
    entry="B07",
    en="Your last layer gives logits, but the loss takes them for probabilities. Add softmax, or tell the "
    "loss `from_logits=True`.",
    zh="最后一层输出的是 logits，损失却把它当作概率。加上 softmax，或者给损失设置 `from_logits=True`。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes, out=None))


@misconception(
    "sigmoid-output",
    entry="",
    en="Your outputs are sigmoids, so they do not sum to one. Exactly one class is right: use softmax.",
    zh="你的输出用了 sigmoid，各类之和不等于 1。每张图像只属于一类，应使用 softmax。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes, out="sigmoid"))


@misconception(
    "relu-output",
    entry="",
    en="Your last layer ends in ReLU, like the hidden one: negative scores are lost, and they are no probabilities.",
    zh="你的最后一层也用了 ReLU：负的分数都被截掉了，得到的也不是概率。",
)
def build_mlp(n_classes):
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled(network(n_classes, out="relu"), loss)


@misconception(
    "ten-classes",
    entry="X04",
    en="Your model always has ten outputs. Their number is the argument `n_classes`.",
    zh="你的模型总是十个输出，输出个数应由参数 `n_classes` 决定。",
)
def build_mlp(n_classes):
    return compiled(network(10))


@misconception(
    "hidden-layer-without-relu",
    entry="",
    en="Your hidden layer has no activation: two linear layers in a row are one.",
    zh="你的隐藏层没有激活函数：两个线性层叠在一起仍然只相当于一个。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes, hidden=None))


@misconception(
    "no-hidden-layer",
    entry="",
    en="Your network has no hidden layer: it is a softmax regression on the pixels.",
    zh="你的网络没有隐藏层，只是在像素上做 softmax 回归。",
)
def build_mlp(n_classes):
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten()])
    model.add(layers.Dense(n_classes, activation="softmax"))
    return compiled(model)


@misconception(
    "scales-again",
    entry="",
    en="Your model divides by 255, but the images are in [0, 1] already: what the dense layers see is nearly black.",
    zh="你的模型里又除以了 255，而图像已经在 [0, 1] 之间：全连接层看到的几乎全黑。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes, layers.Rescaling(1 / 255)))


@misconception(
    "wrong-width",
    entry="",
    en="Your hidden layer has another width than the sources' 128 units.",
    zh="你的隐藏层宽度不对，原文是 128 个单元。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes, units=64))


@misconception(
    "not-compiled",
    entry="",
    en="Your network is right, but it was never compiled.",
    zh="网络是对的，但没有编译。",
)
def build_mlp(n_classes):
    return network(n_classes)


@misconception(
    "squared-error",
    entry="",
    en="You compiled with the mean squared error. A classifier needs a cross-entropy: with softmax the "
    "squared error hardly learns from confident mistakes.",
    zh="你编译时用了均方误差。分类器应使用交叉熵：配合 softmax 时，均方误差几乎无法从“很有把握的错误”中学习。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes), "mean_squared_error")


@misconception(
    "binary-cross-entropy",
    entry="",
    en="You compiled with the binary cross-entropy, which judges each class by itself and averages over the classes. "
    "One class out of several needs the categorical one.",
    zh="你编译时用了二元交叉熵：它把每个类别单独看待，再对类别取平均。多选一应使用分类交叉熵。",
)
def build_mlp(n_classes):
    return compiled(network(n_classes), "binary_crossentropy")
