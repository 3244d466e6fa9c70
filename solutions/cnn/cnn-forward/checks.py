"""Hidden checks of cnn_forward."""

import numpy as np

from grader.checks import check, close


def network(rng, shape, first, second, hidden, classes):
    """Images and parameters of a network; `first` and `second` are (kh, kw, filters).

    The scales keep pre-activations near 1 and logits within a few units: no ReLU is idle, no probability vanishes.
    """
    _, *sides, channels = shape
    kernels = {"K1": (*first[:2], channels, first[2]), "K2": (*second[:2], first[2], second[2])}
    for kernel in kernels.values():
        sides = [(side - k + 1) // 2 for side, k in zip(sides, kernel)]
    shapes = {**kernels, "W1": (sides[0] * sides[1] * second[2], hidden), "W2": (hidden, classes)}
    params = {}
    for (name, size), bias in zip(shapes.items(), ("b1", "b2", "c1", "c2")):
        params[name] = rng.normal(size=size) / np.sqrt(np.prod(size[:-1]))
        params[bias] = 0.7 * rng.normal(size=size[-1])
    return rng.normal(size=shape), params


def ones(p):
    """An integer parameter: each output takes one input, with the sign of its largest weight; so numbers stay small."""
    if p.ndim == 1:
        return np.rint(2 * p).astype(np.int64)
    largest = np.abs(p) == np.abs(p).max(axis=tuple(range(p.ndim - 1)), keepdims=True)
    return (largest * np.sign(p)).astype(np.int64)


def compare(submission, reference, x, params):
    close(submission.cnn_forward(x, params), reference.cnn.cnn_forward(x, params))


@check(
    "chains the layers in the right order, with all biases, where the second pool leaves a single pixel",
    zh="各层顺序正确，偏置齐全（第二次池化后只剩一个像素）",
    points=3,
)
def test_single_pixel(submission, reference, rng):
    compare(submission, reference, *network(rng, (5, 8, 10, 2), (3, 3, 4), (2, 3, 6), 7, 3))
    compare(submission, reference, *network(rng, (4, 10, 8, 3), (3, 1, 5), (3, 2, 4), 6, 5))


@check(
    "holds for rectangular images and kernels of any size, odd rows and columns, and flattens as Keras does",
    zh="长方形图像、任意大小的卷积核、奇数行列都成立，展平顺序与 Keras 相同",
    points=5,
)
def test_rectangles(submission, reference, rng):
    compare(submission, reference, *network(rng, (3, 13, 18, 2), (3, 2, 4), (2, 3, 5), 7, 6))
    compare(submission, reference, *network(rng, (4, 17, 12, 3), (2, 4, 5), (3, 1, 4), 6, 3))
    compare(submission, reference, *network(rng, (2, 28, 28, 1), (3, 3, 4), (3, 3, 5), 6, 10))


@check(
    "has a ReLU after both convolutions and after the first dense layer, and none after the last",
    zh="两个卷积层和第一个全连接层之后有 ReLU，最后一层没有",
    points=3,
)
def test_relus(submission, reference, rng):
    x, params = network(rng, (4, 11, 14, 2), (2, 3, 4), (3, 2, 5), 8, 3)
    for shifted, below in [("b1", 1.5), ("b2", 1.5), ("c1", 1.0), ("c2", 2.0)]:
        compare(submission, reference, x, {**params, shifted: params[shifted] - below})


@check(
    "gives exact probabilities for logits of ±1000, also where one image has far larger ones than the others",
    zh="logits 达到 ±1000 时概率仍然正确，同一批次中只有一张图像的 logits 很大时也一样",
    points=2,
)
def test_large_logits(submission, reference, rng):
    x, params = network(rng, (3, 9, 11, 2), (2, 3, 4), (3, 2, 5), 8, 4)
    # far apart: in float32 a near tie among logits of 1000 is off by 1e-4
    for far in (np.array([400.0, 1000.0, -1000.0, -200.0]), np.array([-1000.0, -1900.0, -1300.0, -1200.0])):
        compare(submission, reference, x, {**params, "c2": far})
    params["W2"], params["c1"] = np.abs(params["W2"][:, :1]) * [1.0, 0.6, 0.3, 0.1], np.abs(params["c1"])
    for _ in range(2):  # the biases do not grow with the image: the second step makes up for them
        x[1] *= 1000 / reference.cnn.cnn_logits(x, params)[1].max()
    compare(submission, reference, x, params)


@check(
    "computes bytes and integers as float64, as they are, and keeps float32",
    zh="字节和整数按原值以 float64 计算，float32 保持不变",
    points=2,
)
def test_dtypes(submission, reference, rng):
    x, params = network(rng, (3, 9, 11, 2), (2, 3, 4), (3, 2, 5), 8, 4)
    single = {name: p.astype(np.float32) for name, p in params.items()}
    compare(submission, reference, x.astype(np.float32), single)
    dim = {**params, "K1": params["K1"] / 100}
    compare(submission, reference, rng.integers(0, 256, size=x.shape).astype(np.uint8), dim)
    whole = {name: ones(p) for name, p in params.items()}
    compare(submission, reference, rng.integers(-1, 2, size=x.shape), whole)
    quantised = {**whole, "K1": 2 * np.abs(whole["K1"]), "b1": 0 * whole["b1"], "K2": np.abs(whole["K2"])}
    quantised = {name: p.astype(np.int8) for name, p in {**quantised, "b2": 0 * whole["b2"] - 127}.items()}
    quantised["W1"] = np.abs(quantised["W1"])  # the first stage gives 128 to 142, more than a byte holds with its sign
    compare(submission, reference, rng.integers(64, 72, size=x.shape).astype(np.int8), quantised)


@check(
    "holds for one image, 1×1 kernels, kernels as large as possible, single channels and units, strided arrays",
    zh="一张图像、1×1 卷积核、尽可能大的卷积核、通道数和单元数为 1、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    compare(submission, reference, *network(rng, (1, 4, 7, 1), (1, 1, 3), (1, 1, 1), 1, 2))
    compare(submission, reference, *network(rng, (2, 11, 9, 3), (4, 4, 1), (3, 2, 4), 5, 3))
    compare(submission, reference, *network(rng, (2, 7, 8, 3), (2, 3, 4), (2, 2, 3), 4, 1))
    x, params = network(rng, (3, 10, 26, 2), (3, 2, 4), (2, 3, 5), 6, 4)
    x, params["W1"] = np.asfortranarray(x)[:, :, ::2], params["W1"][: 2 * 5]
    params["K1"], params["W2"] = params["K1"][::-1], np.asfortranarray(params["W2"])[:, ::-1]
    compare(submission, reference, x, params)
