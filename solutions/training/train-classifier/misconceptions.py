"""Wrong answers to train_classifier and predict that people really give."""

import numpy as np

from grader.checks import misconception


def fit(x, labels, n_classes, seed, epochs=EPOCHS, rate=RATE, momentum=MOMENTUM, mixed=True, update=-1, total=None):
    """The right answer, unless one of its steps is replaced."""
    rng = np.random.default_rng(seed)
    fixed = scaling(x)
    x = scaled(fixed, x)
    params = initial(rng, x.shape[1], n_classes)
    velocity = {name: np.zeros_like(value) for name, value in params.items()}
    for _ in range(epochs):
        order = rng.permutation(len(x)) if mixed else np.arange(len(x))
        for start in range(0, total or len(x), BATCH):
            batch = order[start : start + BATCH]
            for name, gradient in gradients(params, x[batch], labels[batch]).items():
                velocity[name] = momentum * velocity[name] + update * rate * gradient
                params[name] = params[name] + velocity[name]
    return params | fixed


def backward(params, x, labels, probabilities, share=True):
    """Gradients from the probabilities of the classes."""
    hidden, _ = forward(params, x)
    d_logits = probabilities - np.eye(probabilities.shape[1])[labels]
    d_logits = d_logits / len(x) if share else d_logits
    d_hidden = (d_logits @ params["W2"].T) * (hidden > 0)
    return {
        "W1": x.T @ d_hidden,
        "b1": d_hidden.sum(axis=0),
        "W2": hidden.T @ d_logits,
        "b2": d_logits.sum(axis=0),
    }


@misconception(
    "zero-initialisation",
    entry="N09",
    en="All your weights start at 0. Then every hidden unit is 0, and so is every gradient but that of the last "
    "biases: the network only learns which class is the most frequent.",
    zh="你的权重初值全是 0。这样所有隐藏单元都是 0，除了最后一层偏置，所有梯度也都是 0：网络只学会了哪一类最多。",
)
def initial(rng, d, n_classes):
    return {
        "W1": np.zeros((d, HIDDEN)),
        "b1": np.zeros(HIDDEN),
        "W2": np.zeros((HIDDEN, n_classes)),
        "b2": np.zeros(n_classes),
    }


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your training goes uphill: the gradient is added to the parameters.",
    zh="你的训练走的是上坡：参数加上了梯度。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, n_classes, seed, rate=1e-3, update=1)


@misconception(
    "softmax-over-the-batch",
    entry="X05",
    en="Your softmax makes the probabilities of each class add up to 1 over the batch. They add up to 1 for each "
    "sample.",
    zh="你的 softmax 让每一类的概率在整个批次上加起来等于 1。应当是每个样本的概率之和为 1。",
)
def softmax(logits):
    e = np.exp(logits - logits.max(axis=0))
    return e / e.sum(axis=0)


@misconception(
    "argmax-over-the-batch",
    entry="X05",
    en="Your predict names for each class the sample that fits it best: the maximum was taken along the batch axis.",
    zh="你的 predict 给出的是对每一类来说最像它的样本：最大值是沿批次轴取的。",
)
def predict(params, x):
    return forward(params, scaled(params, x))[1].argmax(axis=0)


@misconception(
    "probabilities-not-classes",
    entry="",
    en="Your predict returns the probabilities of all classes. The number of the most probable one is asked for.",
    zh="你的 predict 返回的是各类的概率。这里要的是概率最大的那一类的编号。",
)
def predict(params, x):
    return softmax(forward(params, scaled(params, x))[1])


@misconception(
    "counted-from-one",
    entry="",
    en="Your classes are one too large: they are counted from 0.",
    zh="你预测的类别都大了 1：类别从 0 数起。",
)
def predict(params, x):
    return forward(params, scaled(params, x))[1].argmax(axis=1) + 1


@misconception(
    "least-probable",
    entry="",
    en="Your predict names the class with the smallest logit. It is the largest that counts.",
    zh="你的 predict 给出的是 logit 最小的类别，应当取最大的。",
)
def predict(params, x):
    return forward(params, scaled(params, x))[1].argmin(axis=1)


@misconception(
    "not-scaled",
    entry="",
    en="Your inputs go in unscaled, up to 16: the first steps are so large that the network does not recover. Scale "
    "them, in training and in predict alike.",
    zh="你的输入没有缩放，最大到 16：最初几步迈得太大，网络再也恢复不过来。应当缩放，训练和预测时都一样。",
)
def scaling(x):
    return {"mean": np.zeros(x.shape[1]), "spread": np.ones(x.shape[1])}


@misconception(
    "divided-by-255",
    entry="X04",
    en="Your inputs were divided by 255, as for MNIST. These go up to 16 only; what is left is so small that too "
    "little is learnt in the given number of steps.",
    zh="你像 MNIST 那样除以了 255。这里的输入最大只有 16，除完就太小了，走完这么多步，学到的还远远不够。",
)
def scaling(x):
    return {"mean": np.zeros(x.shape[1]), "spread": np.full(x.shape[1], 255.0)}


@misconception(
    "constant-feature-divides-by-zero",
    entry="T01",
    en="Some features never change, and you divided them by their spread of 0: 0/0 is NaN, and NaN spreads to "
    "everything.",
    zh="有些特征恒定不变，你除以了它们为 0 的标准差：0/0 得 NaN，并扩散到所有结果。",
)
def scaling(x):
    return {"mean": x.mean(axis=0), "spread": x.std(axis=0)}


@misconception(
    "scaled-by-the-batch",
    entry="T04",
    en="Your predict scales with the mean and spread of the samples it is given. They have to come from training: a "
    "single sample has no spread, and the others must not matter.",
    zh="你的 predict 用传入样本自己的均值和标准差来缩放。它们必须来自训练：单个样本没有标准差可言，"
    "其他样本也不该有影响。",
)
def predict(params, x):
    return forward(params, scaled(scaling(x), x))[1].argmax(axis=1)


@misconception(
    "predicts-unscaled",
    entry="",
    en="You scaled the inputs in training, but predict takes them as they come.",
    zh="训练时你缩放了输入，predict 却直接用了原来的值。",
)
def predict(params, x):
    return forward(params, x)[1].argmax(axis=1)


@misconception(
    "one-epoch",
    entry="",
    en="Your training ends after one small pass over the data: the loss is still falling fast.",
    zh="你只用很小的步子把数据过了一遍就停了：损失还在快速下降。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, n_classes, seed, epochs=1, rate=0.01, momentum=0.0)


@misconception(
    "first-batch-only",
    entry="",
    en="You return after the first batch of the first epoch: look at the indentation of `return`.",
    zh="你在第一轮的第一批之后就返回了，请检查 `return` 的缩进。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, n_classes, seed, epochs=1, total=1)


@misconception(
    "not-shuffled",
    entry="G09",
    en="Your batches are taken as the samples lie. Where they are sorted by class, each batch holds one class, and the "
    "network forgets all the others.",
    zh="你按样本原来的次序取批次。样本按类别排好序时，每批只有一个类别，网络会把其他类别全忘掉。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, n_classes, seed, mixed=False)


@misconception(
    "labels-not-shuffled",
    entry="G08",
    en="You shuffled the inputs, but not the labels: every sample comes with the class of another one.",
    zh="你打乱了输入，却没有打乱标签：每个样本配上的是别的样本的类别。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x[np.random.default_rng(seed).permutation(len(x))], labels, n_classes, seed)


@misconception(
    "gradients-summed",
    entry="G05",
    en="Your gradients are sums over the batch, so that your steps are as many times too large as a batch has samples.",
    zh="你的梯度是对批次求和，没有取平均，所以每一步都大了“批次大小”倍。",
)
def gradients(params, x, labels):
    return backward(params, x, labels, softmax(forward(params, x)[1]), share=False)


@misconception(
    "biases-missing",
    entry="",
    en="Your network has no biases. Then doubling an input doubles all logits, and a class that lies behind another, "
    "seen from the origin, cannot be told from it.",
    zh="你的网络没有偏置。这样输入加倍，所有 logit 也加倍；从原点看去，在另一类背后的类别就分不出来。",
)
def gradients(params, x, labels):
    found = backward(params, x, labels, softmax(forward(params, x)[1]))
    return found | {"b1": 0 * found["b1"], "b2": 0 * found["b2"]}


@misconception("biases-missing")
def scaling(x):
    return {"mean": np.zeros(x.shape[1]), "spread": np.full(x.shape[1], 4.0)}


@misconception(
    "ten-classes-always",
    entry="X04",
    en="Your last layer has ten outputs, whatever n_classes is.",
    zh="不论 n_classes 是多少，你的最后一层总是十个输出。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, 10, seed)


@misconception(
    "64-inputs-always",
    entry="X04",
    en="Your first layer expects 64 inputs, whatever x has.",
    zh="不论 x 有多少个特征，你的第一层总是按 64 个输入来建的。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x.reshape(-1, 64), labels, n_classes, seed)


@misconception(
    "classes-that-occur",
    entry="T06",
    en="You counted the classes that occur in labels. One may be missing; n_classes says how many there are.",
    zh="你数的是 labels 中出现了几类。可能缺少某一类，总数由 n_classes 给出。",
)
def train_classifier(x, labels, n_classes, seed):
    return fit(x, labels, len(np.unique(labels)), seed)


@misconception(
    "changes-in-place",
    entry="X02",
    en="You scaled the caller's x itself: `-=` and `/=` work in place.",
    zh="你把调用者的 x 本身缩放了：`-=` 和 `/=` 是原地运算。",
)
def train_classifier(x, labels, n_classes, seed):
    params = fit(x, labels, n_classes, seed)
    x -= params["mean"]
    return params
