"""Hidden checks of classifier_gradients."""

import numpy as np

from grader.checks import check, close, entries, unpack

NAMES = ("W1", "b1", "W2", "b2")


def network(rng, n, d, h, k):
    """Inputs, labels that leave out the last class (of three or more), and parameters."""
    params = {
        "W1": rng.normal(size=(d, h)),
        "b1": rng.normal(size=h) + 0.3,
        "W2": rng.normal(size=(h, k)),
        "b2": rng.normal(size=k) + 0.5,
    }
    labels = rng.permutation(np.arange(n) % max(k - 1, 2))
    return rng.normal(size=(n, d)), labels, params


def gradients(submission, reference, arguments, **tolerance):
    """Two dicts, the submission's gradients and the reference's; the loss is compared first."""
    loss, grads = unpack(submission.classifier_gradients(*arguments), "loss", "grads")
    expected_loss, expected = reference.classifier.classifier_gradients(*arguments)
    close(loss, expected_loss, what="loss", **tolerance)
    return dict(zip(NAMES, entries(grads, *NAMES))), expected


def compare(submission, reference, arguments, names=("b2", "W2", "b1", "W1"), **tolerance):
    """The loss (with a tolerance, where given) and the gradients, the output layer first."""
    actual, expected = gradients(submission, reference, arguments, **tolerance)
    for name in names:
        close(actual[name], expected[name], what=f"d{name}")


@check(
    "computes the loss: ReLU hidden layer, softmax over the classes, mean cross-entropy of the batch",
    zh="损失正确：隐藏层用 ReLU，对类别做 softmax，交叉熵对批次取平均",
    points=2,
)
def test_loss(submission, reference, rng):
    for sizes in [(6, 3, 5, 4), (5, 4, 7, 3), (4, 2, 6, 8)]:
        arguments = network(rng, *sizes)
        loss, _ = unpack(submission.classifier_gradients(*arguments), "loss", "grads")
        close(loss, reference.classifier.classifier_loss(*arguments), what="loss")


@check("gives the gradients of the output layer, W2 and b2", zh="输出层 W2 和 b2 的梯度正确", points=3)
def test_output_layer(submission, reference, rng):
    for sizes in [(6, 3, 5, 4), (7, 2, 4, 3), (4, 3, 6, 5)]:
        compare(submission, reference, network(rng, *sizes), ("b2", "W2"))


@check(
    "carries the error back through W2 and the ReLU, whose slope is 0 at 0, to W1 and b1",
    zh="误差穿过 W2 和 ReLU（0 处斜率为 0）传回 W1 和 b1",
    points=4,
)
def test_hidden_layer(submission, reference, rng):
    for sizes in [(6, 3, 5, 4), (7, 2, 4, 3)]:
        compare(submission, reference, network(rng, *sizes), ("b1", "W1"))
    x, labels, params = network(rng, 5, 2, 6, 3)
    x[1:3] = 0
    params["b1"][:4] = [0, 0, -50, 50]  # two units exactly at the kink for some samples, one dead, one always on
    compare(submission, reference, (x, labels, params))


@check(
    "holds for a batch of one, one hidden unit, two classes, equal labels and strided arrays",
    zh="批次只有一个样本、一个隐藏单元、两个类别、标签全相同、内存不连续时都成立",
    points=2,
)
def test_single_sizes(submission, reference, rng):
    for sizes in [(1, 3, 5, 4), (6, 3, 1, 4), (5, 1, 4, 2)]:
        compare(submission, reference, network(rng, *sizes))
    x, labels, params = network(rng, 4, 6, 5, 3)
    params = {**params, "W1": np.asfortranarray(params["W1"][::2]), "W2": params["W2"][:, ::-1]}
    compare(submission, reference, (x[:, ::2], np.full_like(labels, 2), params))


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, labels, params = network(rng, 5, 3, 6, 4)
    whole = {name: np.rint(2 * p).astype(np.int64) for name, p in params.items()}
    compare(submission, reference, (np.rint(2 * x).astype(np.int64), labels, params))
    compare(submission, reference, (np.rint(2 * x).astype(np.int64), labels, whole))
    small = {name: rng.integers(-9, 10, size=p.shape, dtype=np.int8) for name, p in params.items()}
    compare(submission, reference, (rng.integers(-30, 30, size=x.shape, dtype=np.int8), labels, small))
    single = {name: p.astype(np.float32) for name, p in params.items()}
    # a Python float does not show its float32 origin
    compare(submission, reference, (x.astype(np.float32), labels, single), rtol=1e-5)


@check(
    "is exact for logits of ±1000, and for a loss of more than a thousand",
    zh="logits 达到 ±1000、损失超过一千时仍然准确",
    points=2,
)
def test_large_logits(submission, reference, rng):
    x, labels, params = network(rng, 5, 3, 6, 4)
    params["b2"] = np.array([1000.0, -500.0, 200.0, -1000.0])  # far apart: in float32 1000 - 998 is off by 1e-4
    compare(submission, reference, (x, labels, params))
    compare(submission, reference, (x, np.array([0, 2, 2, 0, 0]), params))
    params["b2"] = -params["b2"]
    compare(submission, reference, (x, np.array([0, 3, 1, 2, 3]), params))
    x[0] = 900 * np.abs(x[0])  # one sample with logits in the hundreds must not drown the others'
    params = {**params, "W1": np.abs(params["W1"]), "W2": np.abs(params["W2"]) / 4, "b2": np.zeros(4)}
    compare(submission, reference, (x, labels, params))
