"""Wrong answers to keras-gan that people really give; several are those of S3 4.3."""

import keras
from keras import layers

from grader.checks import misconception


def generator(latent_dim, *end, hidden="leaky_relu", side=7, padding="same"):
    start = [
        keras.Input((latent_dim,)),
        layers.Dense(side * side * 128, activation=hidden),
        layers.Reshape((side, side, 128)),
        layers.Conv2DTranspose(64, 4, strides=28 // side // 2, padding=padding, activation=hidden),
    ]
    return keras.Sequential([*start, *end])


def last(filters=1, activation="tanh", strides=2, padding="same"):
    return layers.Conv2DTranspose(filters, 4, strides=strides, padding=padding, activation=activation)


def discriminator(units=1, activation=None, hidden="leaky_relu"):
    start = [keras.Input((28, 28, 1)), layers.Flatten()]
    start += [layers.Dense(512, activation=hidden), layers.Dense(256, activation=hidden)]
    return keras.Sequential([*start, layers.Dense(units, activation=activation)])


@misconception(
    "strided-convolutions",
    entry="",
    en="Your generator convolves with stride 2, as printed, and that makes images smaller: 7, 4, 2. The transposed "
    "convolution is the one that enlarges.",
    zh="你的生成器和原文一样用步幅为 2 的普通卷积，图像越变越小：7、4、2。能放大的是转置卷积。",
)
def build_generator(latent_dim=100):
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            layers.Dense(7 * 7 * 128, activation="leaky_relu"),
            layers.Reshape((7, 7, 128)),
            layers.Conv2D(64, 4, strides=2, padding="same", activation="leaky_relu"),
            layers.Conv2D(1, 4, strides=2, padding="same", activation="tanh"),
        ]
    )


@misconception(
    "three-channels",
    entry="X04",
    en="Your generator makes colour images of three channels, as printed. Here the images are grey: one channel.",
    zh="你的生成器和原文一样输出三通道的彩色图像。这里的图像是灰度的，只有一个通道。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(filters=3))


@misconception(
    "leaky-relu-on-the-image",
    entry="",
    en="Your image ends in a LeakyReLU, as printed: its pixels have no upper bound and hardly get below 0. "
    "They should lie between -1 and 1.",
    zh="你的图像和原文一样以 LeakyReLU 收尾：像素没有上界，又几乎不会小于 0。像素应当在 -1 和 1 之间。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(activation="leaky_relu"))


@misconception(
    "sigmoid-on-the-image",
    entry="",
    en="Your pixels lie between 0 and 1: a sigmoid was used where the images range from -1 to 1.",
    zh="你的像素在 0 和 1 之间：图像的范围是 -1 到 1，这里却用了 sigmoid。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(activation="sigmoid"))


@misconception(
    "image-without-activation",
    entry="",
    en="Nothing bounds your pixels: the last layer of the generator has no activation.",
    zh="你的像素没有受到任何限制：生成器的最后一层没有激活函数。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(activation=None))


@misconception(
    "tanh-before-the-last-layer",
    entry="",
    en="Your tanh stands before the last convolution, which takes the pixels out of the range again.",
    zh="你的 tanh 放在最后一个卷积之前，像素经过卷积又超出了范围。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, layers.Activation("tanh"), last(activation=None))


@misconception(
    "upsampling-and-convolution",
    entry="",
    en="Your generator repeats pixels (UpSampling2D) and convolves. That works as well, but this exercise asks for "
    "transposed convolutions, which learn how to enlarge.",
    zh="你的生成器先重复像素（UpSampling2D）再做卷积。这样也行得通，但本题要求用转置卷积，由它学习如何放大。",
)
def build_generator(latent_dim=100):
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            layers.Dense(7 * 7 * 128, activation="leaky_relu"),
            layers.Reshape((7, 7, 128)),
            layers.UpSampling2D(),
            layers.Conv2D(64, 4, padding="same", activation="leaky_relu"),
            layers.UpSampling2D(),
            layers.Conv2D(1, 4, padding="same", activation="tanh"),
        ]
    )


@misconception(
    "nothing-is-enlarged",
    entry="",
    en="Your dense layer makes the whole 28×28 image at once, and the transposed convolutions have stride 1: "
    "they enlarge nothing.",
    zh="你的全连接层一次就生成了 28×28 的图像，转置卷积的步幅是 1，并没有放大任何东西。",
)
def build_generator(latent_dim=100):
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            layers.Dense(28 * 28 * 4, activation="leaky_relu"),
            layers.Reshape((28, 28, 4)),
            layers.Conv2DTranspose(64, 4, padding="same", activation="leaky_relu"),
            layers.Conv2DTranspose(1, 4, padding="same", activation="tanh"),
        ]
    )


@misconception(
    "enlarged-once",
    entry="",
    en="Only one of your layers enlarges, so that your images are 14×14.",
    zh="你的网络只放大了一次，图像只有 14×14。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(strides=1))


@misconception(
    "valid-padding",
    entry="",
    en='Your transposed convolutions keep the border of the stamps (padding "valid"), so that your images are larger '
    "than 28×28.",
    zh='你的转置卷积没有裁去边缘（padding 为 "valid"），图像比 28×28 大。',
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(padding="valid"), padding="valid")


@misconception(
    "hundred-numbers-of-noise",
    entry="X04",
    en="Your generator takes 100 numbers of noise whatever `latent_dim` says.",
    zh="无论 `latent_dim` 是多少，你的生成器都只接收 100 维的噪声。",
)
def build_generator(latent_dim=100):
    return generator(100, last())


@misconception(
    "generator-without-activations",
    entry="",
    en="The hidden layers of your generator have no activation: up to the tanh it is one linear map.",
    zh="你的生成器隐藏层没有激活函数：在 tanh 之前，整个网络只是一个线性映射。",
)
def build_generator(latent_dim=100):
    return generator(latent_dim, last(), hidden=None)


@misconception(
    "sigmoid-on-the-logit",
    entry="GA3",
    en="Your discriminator gives probabilities: it ends in a sigmoid. A logit is the number before it, and the "
    "loss applies the sigmoid.",
    zh="你的判别器以 sigmoid 收尾，给出的是概率。logit 是 sigmoid 之前的那个数，sigmoid 由损失来做。",
)
def build_discriminator():
    return discriminator(activation="sigmoid")


@misconception(
    "tanh-on-the-logit",
    entry="",
    en="Your discriminator ends in a tanh, as the generator should: its logits never leave [-1, 1].",
    zh="你的判别器以 tanh 收尾，那是生成器该做的：这样 logit 永远出不了 [-1, 1]。",
)
def build_discriminator():
    return discriminator(activation="tanh")


@misconception(
    "leaky-relu-on-the-logit",
    entry="",
    en="Your discriminator ends in a LeakyReLU, which shrinks its negative logits: fakes are hard to reject.",
    zh="你的判别器以 LeakyReLU 收尾，负的 logit 被缩小了：很难判定为假。",
)
def build_discriminator():
    return discriminator(activation="leaky_relu")


@misconception(
    "two-outputs",
    entry="",
    en="Your discriminator has two outputs, one for real and one for generated. One logit says it all.",
    zh="你的判别器有两个输出，分别对应真和假。一个 logit 就足够了。",
)
def build_discriminator():
    return discriminator(units=2)


@misconception(
    "logit-for-each-place",
    entry="",
    en="Your discriminator gives a logit for each place of the image instead of one for the whole: nothing flattens "
    "or averages.",
    zh="你的判别器给图像的每个位置都打了一个分，而不是整张图像一个：缺少展平或平均。",
)
def build_discriminator():
    model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(64, 3, strides=2, activation="leaky_relu")])
    model.add(layers.Dense(1))
    return model


@misconception(
    "discriminator-without-activations",
    entry="",
    en="The hidden layers of your discriminator have no activation: it is a logistic regression on the pixels.",
    zh="你的判别器隐藏层没有激活函数：它只是像素上的逻辑回归。",
)
def build_discriminator():
    return discriminator(hidden=None)
