"""The faults of S3 4.3 that stay in a repair, and those that come in with one."""

import keras
import tensorflow as tf
from keras import layers

from grader.checks import misconception


def generator_with(*end):
    return keras.Sequential(
        [
            keras.Input((100,)),
            layers.Dense(7 * 7 * 32, activation="leaky_relu"),
            layers.Reshape((7, 7, 32)),
            layers.Conv2DTranspose(16, 4, strides=2, padding="same", activation="leaky_relu"),
            *end,
        ]
    )


def last(filters=1, activation="tanh", strides=2):
    return layers.Conv2DTranspose(filters, 4, strides=strides, padding="same", activation=activation)


@misconception(
    "strided-convolutions",
    entry="",
    en="Your generator still convolves with stride 2, as printed, and its images shrink: 7, 4, 2. What enlarges "
    "is the transposed convolution.",
    zh="你的生成器和原文一样，仍用步幅为 2 的卷积，图像越来越小：7、4、2。能放大的是转置卷积。",
)
def build_generator():
    return keras.Sequential(
        [
            keras.Input((100,)),
            layers.Dense(7 * 7 * 32),
            layers.Reshape((7, 7, 32)),
            layers.Conv2D(32, 3, strides=2, padding="same", activation="leaky_relu"),
            layers.Conv2D(16, 3, strides=2, padding="same", activation="leaky_relu"),
            layers.Conv2D(1, 3, padding="same", activation="tanh"),
        ]
    )


@misconception(
    "doubled-three-times",
    entry="",
    en="You replaced all three strided convolutions: 7 is doubled three times, and the images are 56×56.",
    zh="你把三个带步幅的卷积全换成了转置卷积：7 被放大三次，图像成了 56×56。",
)
def build_generator():
    return generator_with(last(filters=8, activation="leaky_relu"), last())


@misconception(
    "three-channels",
    entry="X04",
    en="Your generator still makes images of three channels, as printed. The real ones have one.",
    zh="你的生成器和原文一样，仍输出三个通道。真实图像只有一个通道。",
)
def build_generator():
    return generator_with(last(filters=3))


@misconception(
    "leaky-relu-on-the-image",
    entry="",
    en="Your image still ends in a LeakyReLU: its pixels have no upper bound, and hardly get below 0.",
    zh="你的图像仍以 LeakyReLU 收尾：像素没有上界，又几乎不会小于 0。",
)
def build_generator():
    return generator_with(last(activation="leaky_relu"))


@misconception(
    "sigmoid-on-the-image",
    entry="",
    en="Your pixels lie between 0 and 1, the real ones between -1 and 1: the discriminator need look at nothing else.",
    zh="你的像素在 0 和 1 之间，真实图像却在 -1 和 1 之间：判别器只看这一点就够了。",
)
def build_generator():
    return generator_with(last(activation="sigmoid"))


@misconception(
    "image-without-activation",
    entry="",
    en="You removed the LeakyReLU from the image and put nothing in its place: the pixels have no bounds.",
    zh="你去掉了图像上的 LeakyReLU，却没有换上别的激活函数：像素没有上下界。",
)
def build_generator():
    return generator_with(last(activation=None))


@misconception(
    "ten-scores",
    entry="",
    en="Your discriminator has ten outputs, to fit the digits' labels. It is not asked which digit it sees, only "
    "whether the image is real: one output.",
    zh="你的判别器有十个输出，是照着数字标签来的。它要回答的不是“这是哪个数字”，而是“图像是不是真的”：一个输出就够了。",
)
def build_discriminator():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(512),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Dense(10),
        ]
    )


@misconception(
    "never-compiled",
    entry="",
    en="You call train_on_batch, as printed, on networks that were never compiled.",
    zh="你和原文一样调用 train_on_batch，可两个网络从未编译。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    g_loss = generator.train_on_batch(z, real)
    d_loss = discriminator.train_on_batch(real, tf.ones((len(real), 1)))
    return d_loss, g_loss


@misconception(
    "noise-as-images",
    entry="",
    en="Your discriminator is shown the noise z, as printed, instead of what the generator makes of it.",
    zh="你的判别器看到的和原文一样，是噪声 z，而不是生成器由噪声生成的图像。",
)
def train_step(real, z):
    discriminator = pair["discriminator"]
    d_loss = discriminator_loss(discriminator(real), discriminator(z))
    return d_loss, generator_loss(discriminator(z))


@misconception(
    "generator-copies-real-images",
    entry="",
    en="Your generator is fitted to the real images, pixel by pixel, and never asks the discriminator: that is no "
    "adversarial training, and its loss is no cross-entropy.",
    zh="你的生成器是在逐像素地拟合真实图像，从来没有问过判别器：这不是对抗训练，它的损失也不是交叉熵。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = generator(z, training=True)
        d_loss = discriminator_loss(discriminator(real, training=True), discriminator(fake, training=True))
    descend(pair["d_optimizer"], discriminator, tape, d_loss)
    with tf.GradientTape() as tape:
        g_loss = tf.reduce_mean((generator(z, training=True) - real) ** 2)
    descend(pair["g_optimizer"], generator, tape, g_loss)
    return d_loss, g_loss


@misconception(
    "labels-swapped",
    entry="GA2",
    en="Your labels are the wrong way round: the discriminator learns to call generated images real.",
    zh="你的标签反了：判别器学成了把生成的图像判为真。",
)
def discriminator_loss(real_output, fake_output):
    return cross_entropy(0.0, real_output) + cross_entropy(1.0, fake_output)


@misconception(
    "real-images-only",
    entry="",
    en="Your discriminator's loss covers the real images alone: calling everything real costs it nothing.",
    zh="你的判别器损失只算了真实图像：把所有图像都判为真，损失也是 0。",
)
def discriminator_loss(real_output, fake_output):
    return cross_entropy(1.0, real_output)


@misconception(
    "generated-images-only",
    entry="",
    en="Your discriminator's loss covers the generated images alone: rejecting everything costs it nothing.",
    zh="你的判别器损失只算了生成的图像：把所有图像都判为假，损失也是 0。",
)
def discriminator_loss(real_output, fake_output):
    return cross_entropy(0.0, fake_output)


@misconception(
    "logits-taken-for-probabilities",
    entry="GA3",
    en="Your discriminator ends without sigmoid, but the loss takes its logits for probabilities. Add the sigmoid, or "
    "tell the loss `from_logits=True`.",
    zh="你的判别器末端没有 sigmoid，损失却把 logits 当作概率。加上 sigmoid，或者给损失设置 `from_logits=True`。",
)
def cross_entropy(label, output):
    losses = keras.losses.binary_crossentropy(tf.fill(tf.shape(output), label), output)
    return tf.reduce_mean(losses)


@misconception(
    "sigmoid-twice",
    entry="GA3",
    en="The sigmoid is applied twice: at the end of the discriminator, and by the loss, which was told "
    "`from_logits=True`. However sure the discriminator is, its loss stays large.",
    zh="sigmoid 做了两次：判别器末端一次，损失设了 `from_logits=True` 又一次。判别器再有把握，损失也降不下来。",
)
def cross_entropy(label, output):
    losses = keras.losses.binary_crossentropy(tf.fill(tf.shape(output), label), tf.sigmoid(output), from_logits=True)
    return tf.reduce_mean(losses)


@misconception(
    "saturating-generator-loss",
    entry="GA1",
    en="Your generator lowers log(1 - D(G(z))), the term of the minimax value: where the discriminator is sure, it is "
    "near 0 and teaches next to nothing.",
    zh="你的生成器最小化的是极小极大值里的 log(1 - D(G(z)))：判别器很有把握时，它接近 0，几乎什么也学不到。",
)
def generator_loss(fake_output):
    return -cross_entropy(0.0, fake_output)


@misconception(
    "generator-helps-the-discriminator",
    entry="GA1",
    en="Your generator learns to be found out: its images should be labelled 1, real, in its own loss.",
    zh="你的生成器学的是如何被识破：在它自己的损失里，生成图像的标签应当是 1（真）。",
)
def generator_loss(fake_output):
    return cross_entropy(0.0, fake_output)


@misconception(
    "discriminator-not-frozen",
    entry="GA6",
    en="Your generator's step moves the discriminator too, and teaches it to take generated images for real. Only the "
    "generator's weights may be updated in it.",
    zh="你训练生成器的那一步也改动了判别器，教它把生成的图像当作真的。这一步只应更新生成器的权重。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = generator(z, training=True)
        d_loss = discriminator_loss(discriminator(real, training=True), discriminator(fake, training=True))
    descend(pair["d_optimizer"], discriminator, tape, d_loss)
    both = keras.Sequential([generator, discriminator])
    with tf.GradientTape() as tape:
        g_loss = generator_loss(both(z, training=True))
    descend(pair["g_optimizer"], both, tape, g_loss)
    return d_loss, g_loss


@misconception(
    "generator-never-updated",
    entry="",
    en="Your train_step computes the generator's loss, but the generator never changes.",
    zh="你的 train_step 算了生成器的损失，生成器却从未更新。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = generator(z, training=True)
        d_loss = discriminator_loss(discriminator(real, training=True), discriminator(fake, training=True))
    descend(pair["d_optimizer"], discriminator, tape, d_loss)
    return d_loss, generator_loss(discriminator(fake))


@misconception(
    "discriminator-never-updated",
    entry="",
    en="Your discriminator never changes: on fixed data its loss does not fall.",
    zh="你的判别器从未更新：数据固定时，它的损失并不下降。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = discriminator(generator(z, training=True), training=True)
        g_loss = generator_loss(fake)
    descend(pair["g_optimizer"], generator, tape, g_loss)
    return discriminator_loss(discriminator(real), fake), g_loss


@misconception(
    "losses-swapped",
    entry="",
    en="You return the two losses in the wrong order: the discriminator's comes first.",
    zh="你返回的两个损失顺序反了：判别器的损失在前。",
)
def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = generator(z, training=True)
        d_loss = discriminator_loss(discriminator(real, training=True), discriminator(fake, training=True))
    descend(pair["d_optimizer"], discriminator, tape, d_loss)
    with tf.GradientTape() as tape:
        g_loss = generator_loss(discriminator(generator(z, training=True), training=True))
    descend(pair["g_optimizer"], generator, tape, g_loss)
    return g_loss, d_loss
