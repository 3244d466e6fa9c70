"""Wrong answers to the derivatives of the activations that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "sigmoid-slope-of-the-argument",
    entry="A03",
    en="Your slope of the sigmoid is x(1 - x): the s of s(1 - s) is the activation, and x has to go through the "
    "sigmoid first.",
    zh="你的 sigmoid 导数是 x(1 - x)。s(1 - s) 中的 s 是激活值，要先对 x 算 sigmoid。",
)
def sigmoid_grad(x):
    x = to_float(x)
    return x * (1 - x)


@misconception(
    "sigmoid-applied-twice",
    entry="A03",
    en="Your slope of the sigmoid is taken at σ(x), not at x: the sigmoid was applied twice.",
    zh="你求的是 σ(x) 处的斜率，而不是 x 处的：sigmoid 被套了两次。",
)
def sigmoid_grad(x):
    s = sigmoid(sigmoid(to_float(x)))
    return s * (1 - s)


@misconception(
    "sigmoid-itself",
    entry="",
    en="Your slope of the sigmoid is the sigmoid itself: it was not differentiated.",
    zh="你返回的是 sigmoid 本身，没有求导。",
)
def sigmoid_grad(x):
    return sigmoid(to_float(x))


@misconception(
    "sigmoid-slope-sign",
    entry="",
    en="Your slope of the sigmoid is negative: the sigmoid rises everywhere. Look at the inner derivative of e^(-x).",
    zh="你的 sigmoid 导数是负的，可 sigmoid 处处递增。请检查 e^(-x) 的内层导数。",
)
def sigmoid_grad(x):
    s = sigmoid(to_float(x))
    return s * (s - 1)


@misconception(
    "sigmoid-with-the-slope-of-tanh",
    entry="Y04",
    en="Your slope of the sigmoid is 1 - s²: that formula belongs to tanh.",
    zh="你的 sigmoid 导数是 1 - s²，那是 tanh 的公式。",
)
def sigmoid_grad(x):
    return 1 - sigmoid(to_float(x)) ** 2


@misconception(
    "sigmoid-slope-overflows",
    entry="A01",
    en="Your slope of the sigmoid takes e^(-x), which overflows for large negative x. The slope is the same at x and "
    "at -x.",
    zh="你的 sigmoid 导数计算 e^(-x)，x 为很大的负数时溢出。想一想：x 与 -x 处的斜率相同。",
)
def sigmoid_grad(x):
    s = 1 / (1 + np.exp(-to_float(x)))
    return s * (1 - s)


@misconception(
    "sigmoid-slope-overflows-in-the-quotient",
    entry="A01",
    en="Your slope of the sigmoid is a quotient of exponentials of -x. For large negative x both overflow, and inf/inf "
    "is NaN.",
    zh="你的 sigmoid 导数用 e^(-x) 相除：x 为很大的负数时上下都溢出，inf/inf 得 NaN。",
)
def sigmoid_grad(x):
    e = np.exp(-to_float(x))
    return e / (1 + e) ** 2


@misconception(
    "sigmoid-float32-lost",
    entry="X16",
    en="Your slope of the sigmoid is float64 for float32: the result was collected in an array of the default dtype.",
    zh="输入是 float32 时，你的 sigmoid 导数成了 float64：结果被放进了一个默认 dtype 的数组。",
)
def sigmoid_grad(x):
    y = np.zeros(x.shape)
    y += sigmoid(to_float(x)) * sigmoid(-to_float(x))
    return y


@misconception(
    "tanh-slope-of-the-argument",
    entry="Y04",
    en="Your slope of tanh is 1 - x²: the formula holds for the activation, and x has to go through tanh first.",
    zh="你的 tanh 导数是 1 - x²。公式里平方的是激活值，要先对 x 算 tanh。",
)
def tanh_grad(x):
    return 1 - to_float(x) ** 2


@misconception(
    "tanh-applied-twice",
    entry="Y04",
    en="Your slope of tanh is taken at tanh(x), not at x: the tangent was applied twice.",
    zh="你求的是 tanh(x) 处的斜率，而不是 x 处的：tanh 被套了两次。",
)
def tanh_grad(x):
    return 1 - np.tanh(np.tanh(to_float(x))) ** 2


@misconception(
    "tanh-not-squared",
    entry="",
    en="Your slope of tanh is 1 - tanh(x): the square is missing.",
    zh="你的 tanh 导数是 1 - tanh(x)，漏了平方。",
)
def tanh_grad(x):
    return 1 - np.tanh(to_float(x))


@misconception(
    "tanh-with-the-slope-of-sigmoid",
    entry="Y04",
    en="Your slope of tanh is t(1 - t): that formula belongs to the sigmoid.",
    zh="你的 tanh 导数是 t(1 - t)，那是 sigmoid 的公式。",
)
def tanh_grad(x):
    t = np.tanh(to_float(x))
    return t * (1 - t)


@misconception(
    "tanh-slope-of-the-circle",
    entry="",
    en="Your slope of tanh is 1 + tanh²(x): plus belongs to the tangent of an angle, the hyperbolic one has minus.",
    zh="你的 tanh 导数是 1 + tanh²(x)：加号属于三角函数的正切，双曲正切是减号。",
)
def tanh_grad(x):
    return 1 + np.tanh(to_float(x)) ** 2


@misconception(
    "tanh-slope-overflows",
    entry="A02",
    en="Your slope of tanh divides by cosh²(x), which overflows at ±1000.",
    zh="你的 tanh 导数除以了 cosh²(x)，在 ±1000 处溢出。",
)
def tanh_grad(x):
    return 1 / np.cosh(to_float(x)) ** 2


@misconception(
    "relu-slope-one-at-zero",
    entry="A04",
    en="Your slope of the ReLU is 1 at x = 0. By convention it is 0 there: zero belongs to the negative side.",
    zh="你的 ReLU 导数在 x = 0 处为 1。按约定应为 0：零点算在负的一侧。",
)
def relu_grad(x):
    return np.asarray(x >= 0).astype(to_float(x).dtype)


@misconception(
    "relu-slope-half-at-zero",
    entry="A04",
    en="Your slope of the ReLU is 1/2 at x = 0, halfway between the two sides. By convention it is 0 there.",
    zh="你的 ReLU 导数在 x = 0 处取了两侧的中间值 1/2。按约定应为 0。",
)
def relu_grad(x):
    return 0.5 * (1 + np.sign(to_float(x)))


@misconception(
    "relu-itself",
    entry="",
    en="Your slope of the ReLU is the ReLU itself: on the positive side it is x, where 1 is due.",
    zh="你返回的是 ReLU 本身：正半轴给出的是 x，应为 1。",
)
def relu_grad(x):
    return np.maximum(to_float(x), 0)


@misconception(
    "relu-slope-minus-one",
    entry="",
    en="Your slope of the ReLU is -1 on the negative side: that is the derivative of |x|.",
    zh="你的 ReLU 导数在负半轴为 -1：那是 |x| 的导数。",
)
def relu_grad(x):
    return np.sign(to_float(x))


@misconception(
    "relu-slope-is-boolean",
    entry="",
    en="Your slope of the ReLU holds True and False. Slopes are floating-point numbers.",
    zh="你的 ReLU 导数是 True 和 False。斜率应为浮点数。",
)
def relu_grad(x):
    return x > 0


@misconception(
    "relu-slope-is-integer",
    entry="X03",
    en="Your slope of the ReLU holds integers, also where x is floating point.",
    zh="你的 ReLU 导数是整数，即使 x 是浮点数也一样。",
)
def relu_grad(x):
    return np.where(x > 0, 1, 0)


@misconception(
    "relu-slope-float32-lost",
    entry="X16",
    en="Your slope of the ReLU is float64 whatever the dtype of x: two Python numbers in `np.where` do not know it.",
    zh="无论 x 是什么 dtype，你的 ReLU 导数总是 float64：`np.where` 只看到两个 Python 数，不知道 x 的 dtype。",
)
def relu_grad(x):
    return np.where(x > 0, 1.0, 0.0)


@misconception(
    "relu-slope-changes-its-argument",
    entry="X02",
    en="Your slope of the ReLU is written into the caller's array. Work on a new one.",
    zh="你把 ReLU 的导数写进了调用者的数组。应写到新数组里。",
)
def relu_grad(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x


@misconception(
    "leaky-slope-one-at-zero",
    entry="A04",
    en="Your slope of the leaky ReLU is 1 at x = 0. By convention it is alpha there, as on the left.",
    zh="你的 Leaky ReLU 导数在 x = 0 处为 1。按约定应为 alpha：零点算在负的一侧。",
)
def leaky_relu_grad(x, alpha=0.2):
    return np.where(x >= 0, 1.0, alpha).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-zero-at-zero",
    entry="A04",
    en="Your slope of the leaky ReLU is 0 at x = 0. By convention it is alpha there.",
    zh="你的 Leaky ReLU 导数在 x = 0 处为 0。按约定应为 alpha。",
)
def leaky_relu_grad(x, alpha=0.2):
    return ((x > 0) + alpha * (x < 0)).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-of-the-plain-relu",
    entry="",
    en="Your slope of the leaky ReLU is 0 on the negative side: alpha has no part in it.",
    zh="你的 Leaky ReLU 导数在负半轴为 0：alpha 没有起作用。",
)
def leaky_relu_grad(x, alpha=0.2):
    return np.asarray(x > 0).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-of-pytorch",
    entry="A07",
    en="Your slope is 0.01 where no alpha is given. That is PyTorch's default; here it is 0.2.",
    zh="不给 alpha 时，你用的斜率是 0.01，那是 PyTorch 的默认值，本题是 0.2。",
)
def leaky_relu_grad(x, alpha=0.01):
    return np.where(x > 0, 1.0, alpha).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-fixed",
    entry="X04",
    en="Your slope is always 0.2: the alpha that is passed in has no part in the result.",
    zh="你的斜率总是 0.2：传入的 alpha 没有起作用。",
)
def leaky_relu_grad(x, alpha=0.2):
    return np.where(x > 0, 1.0, 0.2).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-times-x",
    entry="",
    en="Your slope of the leaky ReLU is alpha·x on the negative side: that is the function, not its derivative.",
    zh="你的 Leaky ReLU 导数在负半轴是 alpha·x：那是函数值，不是导数。",
)
def leaky_relu_grad(x, alpha=0.2):
    return np.where(x > 0, 1.0, alpha * to_float(x)).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-sides-swapped",
    entry="A07",
    en="Your slope is alpha on the positive side and 1 on the negative one: they are exchanged.",
    zh="你的斜率在正半轴是 alpha、负半轴是 1：两侧弄反了。",
)
def leaky_relu_grad(x, alpha=0.2):
    return np.where(x > 0, alpha, 1.0).astype(to_float(x).dtype)


@misconception(
    "leaky-slope-integers-truncate",
    entry="X03",
    en="Your slope is put into an array like x: where x holds integers, alpha was cut off to 0.",
    zh="你把斜率放进了仿照 x 建立的数组：x 为整数时，alpha 被截成了 0。",
)
def leaky_relu_grad(x, alpha=0.2):
    slope = np.ones_like(x)
    slope[x <= 0] = alpha
    return slope
