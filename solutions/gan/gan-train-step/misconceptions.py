"""Wrong answers to gan_step that people really give."""

import numpy as np

from grader.checks import misconception


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def unpacked(params):
    return params["a"], params["c"], params["w"], params["b"]


def critic_gradient(real, fake, w, b):
    """Derivatives of the discriminator's loss in w and b."""
    dreal, dfake = -sigmoid(-(w * real + b)) / real.size, sigmoid(w * fake + b) / fake.size
    return np.sum(dreal * real) + np.sum(dfake * fake), np.sum(dreal) + np.sum(dfake)


def sample_gradient(fake, w, b):
    """Derivative of the generator's loss in its samples."""
    return -sigmoid(-(w * fake + b)) / fake.size * w


def finish(a, c, w, b, dx, z, lr):
    """The generator's step, and all parameters."""
    return {"a": a - lr * np.sum(dx * z), "c": c - lr * np.sum(dx), "w": w, "b": b}


@misconception(
    "old-discriminator",
    entry="",
    en="Your generator's step was taken against the old w and b. The discriminator moves first, and the generator "
    "meets the new one.",
    zh="你的生成器那一步用的是旧的 w 和 b。判别器先更新，生成器面对的是更新后的判别器。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    return finish(a, c, w - lr * dw, b - lr * db, sample_gradient(fake, w, b), z, lr)


@misconception(
    "generator-first",
    entry="",
    en="Your generator moved first, and the discriminator saw the samples of the new one. It is the other way round.",
    zh="你让生成器先走，判别器看到的是新生成器的样本。次序应当相反。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    dx = sample_gradient(a * z + c, w, b)
    a, c = a - lr * np.sum(dx * z), c - lr * np.sum(dx)
    dw, db = critic_gradient(real, a * z + c, w, b)
    return {"a": a, "c": c, "w": w - lr * dw, "b": b - lr * db}


@misconception(
    "bias-after-weight",
    entry="N07",
    en="Your gradient in b was taken after w had changed already. Both derivatives belong to the old w and b.",
    zh="你在 w 已经改变之后才求 b 的梯度。两个导数都应在旧的 w、b 处求。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    w = w - lr * critic_gradient(real, fake, w, b)[0]
    b = b - lr * critic_gradient(real, fake, w, b)[1]
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "shift-after-slope",
    entry="N07",
    en="Your gradient in c was taken after a had changed already. Both derivatives belong to the old a and c.",
    zh="你在 a 已经改变之后才求 c 的梯度。两个导数都应在旧的 a、c 处求。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    dw, db = critic_gradient(real, a * z + c, w, b)
    w, b = w - lr * dw, b - lr * db
    a = a - lr * np.sum(sample_gradient(a * z + c, w, b) * z)
    c = c - lr * np.sum(sample_gradient(a * z + c, w, b))
    return {"a": a, "c": c, "w": w, "b": b}


@misconception(
    "generator-moves-discriminator",
    entry="GA6",
    en="Your generator's step changed w and b too: it lowers its loss by making the discriminator worse. In the second "
    "step only a and c may move.",
    zh="你的生成器那一步把 w、b 也改了：它靠弄坏判别器来降低自己的损失。第二步只能改 a 和 c。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw, b - lr * db
    dlogit = -sigmoid(-(w * fake + b)) / fake.size
    return finish(a, c, w - lr * np.sum(dlogit * fake), b - lr * np.sum(dlogit), dlogit * w, z, lr)


@misconception(
    "discriminator-moves-generator",
    entry="GA6",
    en="Your discriminator's step changed a and c too, down its own loss: the generator was made to give itself away. "
    "In the first step only w and b may move.",
    zh="你的判别器那一步沿着自己的损失把 a、c 也改了：等于逼生成器露馅。第一步只能改 w 和 b。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    given_away = sigmoid(w * fake + b) / fake.size * w
    w, b = w - lr * dw, b - lr * db
    a, c = a - lr * np.sum(given_away * z), c - lr * np.sum(given_away)
    return finish(a, c, w, b, sample_gradient(a * z + c, w, b), z, lr)


@misconception(
    "saturating-generator",
    entry="GA1",
    en="Your generator follows log(1 - D(G(z))): where the discriminator is sure it stands still. The non-saturating "
    "loss is asked for.",
    zh="你的生成器降低的是 log(1 - D(G(z)))：判别器很有把握时它就不动了。本题要求非饱和损失。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, -sigmoid(w * fake + b) / fake.size * w, z, lr)


@misconception(
    "generator-uphill",
    entry="GA1",
    en="Your generator moves the wrong way: after its step the discriminator is surer that its samples are generated.",
    zh="你的生成器走反了方向：走完这一步，判别器更加确信它的样本是假的。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, -sample_gradient(fake, w, b), z, lr)


@misconception(
    "discriminator-uphill",
    entry="G04",
    en="Your discriminator climbs its loss: the gradient was added. Losses are lowered; the minimax value is raised.",
    zh="你的判别器在沿损失往上走：梯度被加上去了。损失要往下降，要升高的只是极小极大值。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w + lr * dw, b + lr * db
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "labels-swapped",
    entry="GA2",
    en="Your discriminator learns to call real samples generated and generated ones real: the labels are exchanged.",
    zh="你的判别器学着把真样本判为假、把生成样本判为真：标签对调了。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(fake, real, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "half-of-the-discriminator-loss",
    entry="GA5",
    en="Your discriminator's step is half as long as it should be: the two means of its loss are added, not averaged.",
    zh="你的判别器步长只有应有的一半：损失是两个平均值相加，而不是再取平均。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw / 2, b - lr * db / 2
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "one-mean-for-all",
    entry="GA5",
    en="Your discriminator's step follows one mean over real and generated samples together. Each batch has its own "
    "mean; the two are added.",
    zh="你的判别器把真假样本放在一起求了一个平均。两批应各自求平均，再相加。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    both, labels = np.concatenate([real, fake]), np.repeat([1, 0], [real.size, fake.size])
    error = sigmoid(w * both + b) - labels
    w, b = w - lr * np.mean(error * both), b - lr * np.mean(error)
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "sums-not-means",
    entry="C04",
    en="Your gradients are sums over the samples. Both losses are means.",
    zh="你的梯度是对样本求和的结果。两个损失都是平均值。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dreal, dfake = -sigmoid(-(w * real + b)), sigmoid(w * fake + b)
    w, b = w - lr * (np.sum(dreal * real) + np.sum(dfake * fake)), b - lr * (np.sum(dreal) + np.sum(dfake))
    return finish(a, c, w, b, sample_gradient(fake, w, b) * fake.size, z, lr)


@misconception(
    "noise-for-samples",
    entry="",
    en="Your discriminator was shown the noise z in place of the generated samples, as in the source. They are G(z).",
    zh="你给判别器看的是噪声 z，而不是生成样本，原文就犯了这个错误。生成样本是 G(z)。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    dw, db = critic_gradient(real, z, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, sample_gradient(a * z + c, w, b), z, lr)


@misconception(
    "noise-in-dw",
    entry="",
    en="In your gradient in w the generated part is multiplied by z. The discriminator's input is G(z), and it is that "
    "which w multiplies.",
    zh="在你的 w 梯度中，生成样本那一部分乘的是 z。判别器的输入是 G(z)，与 w 相乘的是它。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dreal, dfake = -sigmoid(-(w * real + b)) / real.size, sigmoid(w * fake + b) / fake.size
    w, b = w - lr * (np.sum(dreal * real) + np.sum(dfake * z)), b - lr * (np.sum(dreal) + np.sum(dfake))
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "real-samples-only",
    entry="",
    en="Your discriminator learned from the real samples alone: it will call everything real. Generated ones belong to "
    "its loss too.",
    zh="你的判别器只从真样本学习，最后会把一切都判为真。生成样本也是它损失的一部分。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dreal = -sigmoid(-(w * real + b)) / real.size
    w, b = w - lr * np.sum(dreal * real), b - lr * np.sum(dreal)
    return finish(a, c, w, b, sample_gradient(fake, w, b), z, lr)


@misconception(
    "around-the-discriminator",
    entry="",
    en="Your generator's gradient stops at the logits: the factor w, the way through the discriminator, is missing.",
    zh="你的生成器梯度停在了 logit 上：少了因子 w，也就是穿过判别器的那一段。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, -sigmoid(-(w * fake + b)) / fake.size, z, lr)


@misconception(
    "through-the-old-weight",
    entry="",
    en="Your generator's gradient goes back through the old w, though its logits come from the new discriminator.",
    zh="你的生成器用新判别器算 logit，梯度却是经旧的 w 传回来的。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    dx = -sigmoid(-((w - lr * dw) * fake + b - lr * db)) / fake.size * w
    return finish(a, c, w - lr * dw, b - lr * db, dx, z, lr)


@misconception(
    "samples-in-da",
    entry="",
    en="In your gradient in a you multiplied by the generated samples. It is the noise z that a multiplies.",
    zh="在你的 a 梯度中乘的是生成样本。与 a 相乘的是噪声 z。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    fake = a * z + c
    dw, db = critic_gradient(real, fake, w, b)
    w, b = w - lr * dw, b - lr * db
    return finish(a, c, w, b, sample_gradient(fake, w, b), fake, lr)


@misconception(
    "discriminator-only",
    entry="",
    en="Your a and c are the old ones: the generator never made its step.",
    zh="你返回的 a、c 没有变：生成器没有走它那一步。",
)
def gan_step(params, real, z, lr):
    a, c, w, b = unpacked(params)
    dw, db = critic_gradient(real, a * z + c, w, b)
    return {"a": a, "c": c, "w": w - lr * dw, "b": b - lr * db}


@misconception(
    "sigmoid-overflows",
    entry="A01",
    en="Your sigmoid takes exp of a large positive number, which overflows. Another form of it has none.",
    zh="你的 sigmoid 对很大的正数取了 exp，导致溢出。换一种等价的写法就不会出现这样的指数。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "changes-the-dict",
    entry="X02",
    en="You wrote the new values into the caller's dict. A new one is asked for.",
    zh="你把新值写进了调用者的字典。要求返回一个新字典。",
)
def gan_step(params, real, z, lr):
    fake = params["a"] * z + params["c"]
    dw, db = critic_gradient(real, fake, params["w"], params["b"])
    params["w"] -= lr * dw
    params["b"] -= lr * db
    dx = sample_gradient(fake, params["w"], params["b"])
    params["a"] -= lr * np.sum(dx * z)
    params["c"] -= lr * np.sum(dx)
    return params
