"""Wrong answers to keras-cnn that people really give."""

import keras
from keras import layers

from grader.checks import misconception


def network(
    input_shape, n_classes, conv="relu", padding="valid", pool=layers.MaxPooling2D, hidden="relu", out="softmax"
):
    return keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Conv2D(32, 3, activation=conv, padding=padding),
            pool(2),
            layers.Conv2D(64, 3, activation=conv, padding=padding),
            pool(2),
            layers.Flatten(),
            layers.Dense(64, activation=hidden),
            layers.Dense(n_classes, activation=out),
        ]
    )


def compiled(model, loss="sparse_categorical_crossentropy"):
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model


@misconception(
    "softmax-and-from-logits",
    entry="B07",
    en="Softmax is applied twice: by your last layer, and by the loss, which was told `from_logits=True`. Drop one.",
    zh="softmax 做了两次：最后一层做了一次，损失设了 `from_logits=True`，又做了一次。去掉其中之一。",
)
def build_cnn(input_shape, n_classes):
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled(network(input_shape, n_classes), loss)


@misconception(
    "logits-taken-for-probabilities",
    entry="B07",
    en="Your last layer gives logits, but the loss takes them for probabilities. Add softmax, or tell the "
    "loss `from_logits=True`.",
    zh="最后一层输出的是 logits，损失却把它当作概率。加上 softmax，或者给损失设置 `from_logits=True`。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, out=None))


@misconception(
    "sigmoid-output",
    entry="",
    en="Your outputs are sigmoids, so they do not sum to one. Exactly one class is right: use softmax.",
    zh="你的输出用了 sigmoid，各类之和不等于 1。每张图像只属于一类，应使用 softmax。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, out="sigmoid"))


@misconception(
    "ten-classes",
    entry="X04",
    en="Your model always has ten outputs. Their number is the argument `n_classes`.",
    zh="你的模型总是十个输出，输出个数应由参数 `n_classes` 决定。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, 10))


@misconception(
    "mnist-images-only",
    entry="X04",
    en="Your model takes 28×28×1 images whatever `input_shape` says.",
    zh="无论 `input_shape` 是什么，你的模型都只接收 28×28×1 的图像。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network((28, 28, 1), n_classes))


@misconception(
    "convolution-without-relu",
    entry="",
    en="Your convolution layers have no activation; a `Conv2D` layer has none unless it is given one.",
    zh="你的卷积层没有激活函数：`Conv2D` 默认不带激活函数，需要自己指定。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, conv=None))


@misconception(
    "hidden-layer-without-relu",
    entry="",
    en="Your hidden dense layer has no activation: two linear layers in a row are one.",
    zh="你的隐藏全连接层没有激活函数：两个线性层叠在一起仍然只相当于一个。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, hidden=None))


@misconception(
    "same-padding",
    entry="",
    en='Your convolutions pad the image (padding="same"), so that the flattened vector is longer than it '
    "should be. The source's layers do not pad.",
    zh='你的卷积层做了填充（padding="same"），展平后的向量因此过长。原文的卷积层不填充。',
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, padding="same"))


@misconception(
    "average-pooling",
    entry="",
    en="Your pooling layers take the average of each window instead of the maximum.",
    zh="你的池化层取的是窗口的平均值，而不是最大值。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, pool=layers.AveragePooling2D))


@misconception(
    "no-pooling",
    entry="",
    en="Your network has no pooling: each convolution must be followed by a 2×2 maximum.",
    zh="你的网络没有池化：每个卷积层之后都要接 2×2 的最大池化。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, pool=lambda _: layers.Activation("linear")))


@misconception(
    "pooling-moves-by-one",
    entry="Q03",
    en="Your pooling windows move by one pixel, so that they overlap and nothing is halved. Their stride "
    "is their size.",
    zh="你的池化窗口每次只移动一个像素，窗口相互重叠，尺寸没有减半。步幅应等于窗口大小。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes, pool=lambda size: layers.MaxPooling2D(size, strides=1)))


@misconception(
    "one-convolution",
    entry="",
    en="The second convolution with its pooling is missing from your network.",
    zh="你的网络缺少第二个卷积层及其池化。",
)
def build_cnn(input_shape, n_classes):
    model = keras.Sequential([keras.Input(input_shape), layers.Conv2D(32, 3, activation="relu")])
    model.add(layers.MaxPooling2D(2))
    model.add(layers.Flatten())
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dense(n_classes, activation="softmax"))
    return compiled(model)


@misconception(
    "not-compiled",
    entry="",
    en="Your network is right, but it was never compiled.",
    zh="网络是对的，但没有编译。",
)
def build_cnn(input_shape, n_classes):
    return network(input_shape, n_classes)


@misconception(
    "squared-error",
    entry="",
    en="You compiled with the mean squared error. A classifier needs a cross-entropy: with softmax the "
    "squared error hardly learns from confident mistakes.",
    zh="你编译时用了均方误差。分类器应使用交叉熵：配合 softmax 时，均方误差几乎无法从“很有把握的错误”中学习。",
)
def build_cnn(input_shape, n_classes):
    return compiled(network(input_shape, n_classes), "mean_squared_error")
