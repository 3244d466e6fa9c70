"""The fault of S4 4 that stays in a repair, and those that come in with one."""

import keras
from keras import layers

from grader.checks import misconception


def network(*first, hidden="relu", units=10, out="softmax"):
    return keras.Sequential(
        [
            keras.Input((28, 28)),
            *first,
            layers.Flatten(),
            layers.Dense(128, activation=hidden),
            layers.Dense(128, activation=hidden),
            layers.Dense(units, activation=out),
        ]
    )


def compiled(model, loss="categorical_crossentropy"):
    model.compile(optimizer="adam", loss=loss)
    return model


@misconception(
    "as-printed",
    entry="",
    en="Your first layer still takes vectors of 784 numbers, as printed, while the images are 28×28.",
    zh="你的第一层和原文一样，仍然接收 784 维向量，而图像是 28×28 的。",
)
def build_model():
    model = keras.Sequential([keras.Input((784,)), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Dense(10, activation="softmax"))
    return compiled(model)


@misconception(
    "only-the-input-shape-changed",
    entry="",
    en="The error is gone, but each of the 28 rows of an image is now classified by itself: a Dense layer works on the "
    "last axis alone. The image must become a vector first.",
    zh="错误没有了，但图像的 28 行现在是各自单独分类的：Dense 层只作用于最后一个轴。应当先把图像变成向量。",
)
def build_model():
    model = keras.Sequential([keras.Input((28, 28)), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Dense(10, activation="softmax"))
    return compiled(model)


@misconception(
    "flatten-before-the-output",
    entry="",
    en="You flatten only before the output layer: the hidden layers see one row of 28 pixels at a time.",
    zh="你到输出层之前才展平：隐藏层每次只看到 28 个像素的一行。",
)
def build_model():
    model = keras.Sequential([keras.Input((28, 28)), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Flatten())
    model.add(layers.Dense(10, activation="softmax"))
    return compiled(model)


@misconception(
    "pooled-instead-of-flattened",
    entry="",
    en="You average over the rows of the image instead of flattening it: where something is drawn gets lost.",
    zh="你对图像的各行取了平均，而不是展平：笔画在什么位置这一信息就丢了。",
)
def build_model():
    model = keras.Sequential([keras.Input((28, 28)), layers.GlobalAveragePooling1D()])
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Dense(128, activation="relu"))
    model.add(layers.Dense(10, activation="softmax"))
    return compiled(model)


@misconception(
    "columns-first",
    entry="",
    en="Your vector holds the columns of the image one after the other: it was transposed before it was flattened.",
    zh="你的向量是按列展开的：展平之前图像被转置了。",
)
def build_model():
    return compiled(network(layers.Permute((2, 1))))


@misconception(
    "binary-as-the-text-says",
    entry="",
    en="You have one sigmoid output, for the binary classification that the source's text speaks of. There are ten "
    "digits: its code has ten outputs.",
    zh="你只用了一个 sigmoid 输出，大概是信了原文所说的“二分类”。数字有十个，原文代码的输出也是十个。",
)
def build_model():
    return compiled(network(units=1, out="sigmoid"), "binary_crossentropy")


@misconception(
    "ten-binary-questions",
    entry="",
    en="Your loss is the binary cross-entropy, which judges each of the ten outputs by itself and averages. "
    "One class out of ten needs the categorical one.",
    zh="你的损失是二元交叉熵：它把十个输出各自单独看待，再取平均。十选一应使用分类交叉熵。",
)
def build_model():
    return compiled(network(), "binary_crossentropy")


@misconception(
    "softmax-and-from-logits",
    entry="B07",
    en="Softmax is applied twice: by your last layer, and by the loss, which was told `from_logits=True`. Drop one.",
    zh="softmax 做了两次：最后一层做了一次，损失设了 `from_logits=True`，又做了一次。去掉其中之一。",
)
def build_model():
    return compiled(network(), keras.losses.CategoricalCrossentropy(from_logits=True))


@misconception(
    "logits-taken-for-probabilities",
    entry="B07",
    en="Your last layer gives logits, but the loss takes them for probabilities. Leave the softmax where it was, or "
    "tell the loss `from_logits=True`.",
    zh="最后一层输出的是 logits，损失却把它当作概率。保留原来的 softmax，或者给损失设置 `from_logits=True`。",
)
def build_model():
    return compiled(network(out=None))


@misconception(
    "sigmoid-output",
    entry="",
    en="Your outputs are sigmoids, so they do not sum to one. Exactly one of the ten digits is right: use softmax.",
    zh="你的输出用了 sigmoid，各类之和不等于 1。十个数字中只有一个是对的，应使用 softmax。",
)
def build_model():
    return compiled(network(out="sigmoid"))


@misconception(
    "scales-again",
    entry="",
    en="Your model divides by 255 once more. The data were scaled when they were loaded, and are nearly black now.",
    zh="你的模型里又除以了一次 255。数据载入时已经缩放过，现在几乎全黑了。",
)
def build_model():
    return compiled(network(layers.Rescaling(1 / 255)))


@misconception(
    "relu-lost",
    entry="",
    en="The activation of your hidden layers was lost in the repair: three linear layers in a row are one.",
    zh="修改时把隐藏层的激活函数弄丢了：三个线性层叠在一起仍然只相当于一个。",
)
def build_model():
    return compiled(network(hidden=None))


@misconception(
    "not-compiled",
    entry="",
    en="Your network is right, but it is returned without being compiled.",
    zh="网络是对的，但没有编译就返回了。",
)
def build_model():
    return network()


@misconception(
    "one-hidden-layer",
    entry="",
    en="One of the source's two hidden layers is gone from your network.",
    zh="原文有两个隐藏层，你的网络少了一个。",
)
def build_model():
    model = keras.Sequential([keras.Input((28, 28)), layers.Flatten(), layers.Dense(128, activation="relu")])
    model.add(layers.Dense(10, activation="softmax"))
    return compiled(model)
