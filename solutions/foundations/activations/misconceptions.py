"""Wrong answers to the activations that people really give."""

import math

import numpy as np

from grader.checks import misconception


@misconception(
    "sigmoid-overflows",
    entry="A01",
    en="Your sigmoid takes e^(-x), which overflows for large negative x. Use each of the two forms where its exponent "
    "is not positive.",
    zh="你的 sigmoid 计算 e^(-x)，x 为很大的负数时溢出。公式有两种写法，应各用在指数不为正的那一侧。",
)
def sigmoid(x):
    return 1 / (1 + np.exp(-to_float(x)))


@misconception(
    "sigmoid-overflows-on-the-right",
    entry="A01",
    en="Your sigmoid takes e^x, which overflows for large positive x, and inf/inf is NaN. Use each of the two forms "
    "where its exponent is not positive.",
    zh="你的 sigmoid 计算 e^x，x 为很大的正数时溢出，inf/inf 得 NaN。公式有两种写法，应各用在指数不为正的那一侧。",
)
def sigmoid(x):
    e = np.exp(to_float(x))
    return e / (1 + e)


@misconception(
    "sigmoid-computes-both-branches",
    entry="A01",
    en="Your sigmoid has both forms, but `np.where` computes each of them for all elements: they overflow "
    "before one is chosen.",
    zh="你的 sigmoid 两种写法都有，但 `np.where` 会先对所有元素把两种都算一遍，还没选就已经溢出了。",
)
def sigmoid(x):
    x = to_float(x)
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


@misconception(
    "sigmoid-exponent-sign",
    entry="",
    en="Your sigmoid falls where it should rise: the sign in the exponent is the wrong way round.",
    zh="你的 sigmoid 该升的时候在降：指数的符号反了。",
)
def sigmoid(x):
    return 0.5 * (1 - np.tanh(0.5 * to_float(x)))


@misconception(
    "sigmoid-half-scale",
    entry="",
    en="Your sigmoid is twice as steep as it should be: this is (1 + tanh x)/2, which is the sigmoid of 2x.",
    zh="你的 sigmoid 陡了一倍：(1 + tanh x)/2 其实是 2x 处的 sigmoid。",
)
def sigmoid(x):
    return 0.5 * (1 + np.tanh(to_float(x)))


@misconception(
    "math-on-arrays",
    entry="X12",
    en="`math.exp` takes one number, not an array, and raises an error. Use the NumPy function.",
    zh="`math.exp` 只能算一个数，传入数组会报错。请用 NumPy 的函数。",
)
def sigmoid(x):
    return 1 / (1 + math.exp(-x))


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your sigmoid negates unsigned integers, which wraps around: -1 becomes 255, and its exponential overflows. "
    "Convert to floating point first.",
    zh="你的 sigmoid 对无符号整数取负，结果回绕：-1 变成了 255，指数随之溢出。应先转换成浮点数。",
)
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


@misconception(
    "sigmoid-float32-lost",
    entry="X16",
    en="Your sigmoid returns float64 for float32: the result was collected in an array of the default dtype.",
    zh="输入是 float32 时，你的 sigmoid 返回了 float64：结果被放进了一个默认 dtype 的数组。",
)
def sigmoid(x):
    y = np.zeros(x.shape)
    y += 0.5 * (1 + np.tanh(0.5 * to_float(x)))
    return y


@misconception(
    "tanh-overflows",
    entry="A02",
    en="Your tanh divides one exponential by another, and both overflow at ±1000: inf/inf is NaN.",
    zh="你的 tanh 用指数相除，在 ±1000 处都溢出了：inf/inf 得 NaN。",
)
def tanh(x):
    x = to_float(x)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@misconception(
    "tanh-overflows-on-the-right",
    entry="A02",
    en="Your tanh takes e^(2x), which overflows for large positive x: inf/inf is NaN.",
    zh="你的 tanh 计算 e^(2x)，x 为很大的正数时溢出：inf/inf 得 NaN。",
)
def tanh(x):
    e = np.exp(2 * to_float(x))
    return (e - 1) / (e + 1)


@misconception(
    "tanh-half-scale",
    entry="",
    en="Your tanh is half as steep as it should be: 2σ(x) - 1 is tanh(x/2). The argument has to be doubled too.",
    zh="你的 tanh 平缓了一半：2σ(x) - 1 是 tanh(x/2)，自变量也要加倍。",
)
def tanh(x):
    return np.tanh(to_float(x) / 2)


@misconception(
    "tanh-is-sigmoid",
    entry="",
    en="Your tanh lies between 0 and 1: it is the sigmoid of 2x. The tangent goes from -1 to 1.",
    zh="你的 tanh 在 0 和 1 之间：那是 2x 处的 sigmoid。双曲正切的范围是 -1 到 1。",
)
def tanh(x):
    return 0.5 * (1 + np.tanh(to_float(x)))


@misconception(
    "tangent-of-the-circle",
    entry="",
    en="Your tanh is the tangent of an angle (`np.tan`), not the hyperbolic one.",
    zh="你的 tanh 算的是角的正切（`np.tan`），不是双曲正切。",
)
def tanh(x):
    return np.tan(to_float(x))


@misconception(
    "relu-takes-the-maximum-of-an-axis",
    entry="",
    en="`np.max(x, 0)` is the largest element along axis 0, not the larger of each element and 0.",
    zh="`np.max(x, 0)` 求的是沿轴 0 的最大值，而不是逐元素与 0 比大小。",
)
def relu(x):
    return np.max(to_float(x), 0)


@misconception(
    "relu-asks-an-array",
    entry="X12",
    en="Your relu asks `if x > 0` of a whole array, and NumPy raises an error: each element has an answer of its own.",
    zh="你的 relu 对整个数组写了 `if x > 0`，NumPy 会报错：每个元素各有各的真假。",
)
def relu(x):
    return to_float(x) if x > 0 else 0.0


@misconception(
    "relu-absolute-value",
    entry="",
    en="Your relu turns negative numbers positive. They become 0.",
    zh="你的 relu 把负数变成了正数。负数应变成 0。",
)
def relu(x):
    return np.abs(to_float(x))


@misconception(
    "relu-step",
    entry="",
    en="Your relu is 1 on the positive side: that is its derivative. Positive numbers stay what they are.",
    zh="你的 relu 在正半轴恒为 1：那是它的导数。正数应保持原值。",
)
def relu(x):
    return np.asarray(x > 0).astype(to_float(x).dtype)


@misconception(
    "relu-changes-its-argument",
    entry="X02",
    en="Your relu writes zeros into the caller's array. Work on a new one.",
    zh="你的 relu 把零写进了调用者的数组。应写到新数组里。",
)
def relu(x):
    x[x < 0] = 0
    return to_float(x)


@misconception(
    "relu-integers-stay",
    entry="X03",
    en="Your relu returns integers for integers. The result is floating point, like that of the other three.",
    zh="输入整数时，你的 relu 返回的也是整数。应当像另外三个函数一样返回浮点数。",
)
def relu(x):
    return np.maximum(x, 0)


@misconception(
    "leaky-slope-of-pytorch",
    entry="A07",
    en="Your slope is 0.01 where none is given. That is PyTorch's default; here it is 0.2.",
    zh="不给 alpha 时，你用的斜率是 0.01，那是 PyTorch 的默认值，本题是 0.2。",
)
def leaky_relu(x, alpha=0.01):
    x = to_float(x)
    return np.where(x > 0, x, alpha * x)


@misconception(
    "leaky-slope-of-the-keras-layer",
    entry="A07",
    en="Your slope is 0.3 where none is given. That is the default of the Keras layer; here it is 0.2.",
    zh="不给 alpha 时，你用的斜率是 0.3，那是 Keras 中 LeakyReLU 层的默认值，本题是 0.2。",
)
def leaky_relu(x, alpha=0.3):
    x = to_float(x)
    return np.where(x > 0, x, alpha * x)


@misconception(
    "leaky-slope-fixed",
    entry="X04",
    en="Your slope is always 0.2: the alpha that is passed in has no part in the result.",
    zh="你的斜率总是 0.2：传入的 alpha 没有起作用。",
)
def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.where(x > 0, x, 0.2 * x)


@misconception(
    "leaky-slope-on-the-positive-side",
    entry="A07",
    en="Your slope is applied to positive numbers. It belongs to the negative side.",
    zh="你把斜率用在了正数上。它应当用在负半轴。",
)
def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.where(x > 0, alpha * x, x)


@misconception(
    "leaky-slope-everywhere",
    entry="A07",
    en="Your leaky ReLU multiplies all numbers by alpha. Positive ones stay what they are.",
    zh="你的 Leaky ReLU 把所有数都乘了 alpha。正数应保持原值。",
)
def leaky_relu(x, alpha=0.2):
    return alpha * to_float(x)


@misconception(
    "leaky-maximum",
    entry="A07",
    en="Your leaky ReLU is the larger of x and alpha·x. That is the same only for slopes up to 1.",
    zh="你的 Leaky ReLU 取了 x 与 alpha·x 中较大的一个，只有斜率不超过 1 时两者才相同。",
)
def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.maximum(x, alpha * x)


@misconception(
    "leaky-sign",
    entry="",
    en="Your leaky ReLU turns negative numbers positive: its negative side has the slope -alpha.",
    zh="你的 Leaky ReLU 把负数变成了正数：负半轴的斜率成了 -alpha。",
)
def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.where(x > 0, x, -alpha * x)


@misconception(
    "leaky-constant",
    entry="",
    en="Your leaky ReLU has the constant alpha on the negative side, not alpha times x.",
    zh="你的 Leaky ReLU 在负半轴是常数 alpha，而不是 alpha 乘 x。",
)
def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.where(x > 0, x, np.asarray(alpha, x.dtype))


@misconception(
    "leaky-not-at-all",
    entry="",
    en="Your leaky ReLU is 0 on the negative side, as the plain one is: alpha has no part in it.",
    zh="你的 Leaky ReLU 在负半轴为 0，和普通 ReLU 一样：alpha 没有起作用。",
)
def leaky_relu(x, alpha=0.2):
    return np.maximum(to_float(x), 0)


@misconception(
    "leaky-changes-its-argument",
    entry="X02",
    en="Your leaky ReLU multiplies within the caller's array. Work on a new one.",
    zh="你的 Leaky ReLU 在调用者的数组里做乘法。应写到新数组里。",
)
def leaky_relu(x, alpha=0.2):
    x[x < 0] *= alpha
    return x


@misconception(
    "leaky-integers-truncate",
    entry="X03",
    en="Your leaky ReLU puts its result into an array of integers where x holds integers: the fractions were cut off.",
    zh="x 为整数时，你的 Leaky ReLU 把结果放进了整数数组，小数部分被截掉了。",
)
def leaky_relu(x, alpha=0.2):
    y = np.zeros_like(x)
    y[...] = np.where(x > 0, x, alpha * x)
    return y


@misconception(
    "leaky-integers-raise",
    entry="X03",
    en="You copied x and multiplied in place. An array of integers cannot take fractions in place, so NumPy raises an "
    "error.",
    zh="你先复制 x 再原地相乘。整数数组不能原地乘小数，NumPy 会报错。",
)
def leaky_relu(x, alpha=0.2):
    y = x.copy()
    y[y < 0] *= alpha
    return y
