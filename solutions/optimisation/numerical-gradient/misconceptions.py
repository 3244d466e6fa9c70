"""Wrong answers to numerical_gradient that people really give."""

import numpy as np

from grader.checks import misconception


def slopes(x, slope):
    """An array of x's shape that holds slope(copy of x, index) for each index."""
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        gradient[index] = slope(np.array(x, dtype=float), index)
    return gradient


@misconception(
    "one-sided",
    entry="P09",
    en="Your result is the one-sided difference: it compares f at x + h with f at x itself. "
    "The central difference looks h to both sides.",
    zh="你的结果是单侧差分：比较的是 x + h 与 x 本身处的函数值。中心差分要向两侧各移动 h。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        moved[index] += h
        return (f(moved) - f(x)) / h

    return slopes(x, slope)


@misconception(
    "divides-by-h",
    entry="P09",
    en="Your result is twice the gradient: the two points are 2h apart, and you divided by h.",
    zh="你的结果是梯度的两倍：两点相距 2h，而你只除以了 h。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        centre = moved[index]
        moved[index] = centre + h
        above = f(moved)
        moved[index] = centre - h
        return (above - f(moved)) / h

    return slopes(x, slope)


@misconception(
    "not-divided",
    entry="",
    en="Your result is the change of f, not its slope: it was not divided by the distance of the two points.",
    zh="你的结果是 f 的变化量，不是斜率：没有除以两点之间的距离。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        centre = moved[index]
        moved[index] = centre + h
        above = f(moved)
        moved[index] = centre - h
        return above - f(moved)

    return slopes(x, slope)


@misconception(
    "negated",
    entry="G04",
    en="Your gradient has the wrong sign: you subtracted the value at x + h from the value at x - h.",
    zh="你的梯度符号反了：你用 x - h 处的函数值减去了 x + h 处的函数值。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        centre = moved[index]
        moved[index] = centre + h
        above = f(moved)
        moved[index] = centre - h
        return (f(moved) - above) / (2 * h)

    return slopes(x, slope)


@misconception(
    "fixed-step",
    entry="X04",
    en="Your differences are taken 1e-5 to either side whatever `h` is.",
    zh="不论 `h` 是多少，你总是向两侧移动 1e-5。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        centre = moved[index]
        moved[index] = centre + 1e-5
        above = f(moved)
        moved[index] = centre - 1e-5
        return (above - f(moved)) / 2e-5

    return slopes(x, slope)


@misconception(
    "f-never-changes",
    entry="P10",
    en="Your gradient is zero everywhere: you moved an element of a copy, but called f with the array "
    "that did not move.",
    zh="你的梯度处处为零：你移动的是副本里的元素，传给 f 的却是没有动过的数组。",
)
def numerical_gradient(f, x, h=1e-5):
    def slope(moved, index):
        moved[index] += h
        above = f(x)
        moved[index] -= 2 * h
        return (above - f(x)) / (2 * h)

    return slopes(x, slope)


@misconception(
    "leaves-x-moved",
    entry="P10",
    en="You moved the elements of the caller's x and did not put them back: x is changed after the call, "
    "and every later element is measured at the wrong point.",
    zh="你移动了调用者的 x 而没有复原：调用之后 x 变了，后面的元素也都是在错误的位置上求的。",
)
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
    return gradient


@misconception(
    "steps-pile-up",
    entry="P10",
    en="Your copy of x is not put back after an element: the elements before it are still moved "
    "when the next one is measured.",
    zh="处理完一个元素后，你没有把副本复原：求下一个元素时，前面的元素还停在移动后的位置。",
)
def numerical_gradient(f, x, h=1e-5):
    moved, gradient = np.array(x, dtype=float), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved[index] += h
        above = f(moved)
        moved[index] -= 2 * h
        gradient[index] = (above - f(moved)) / (2 * h)
    return gradient


@misconception(
    "moves-all-at-once",
    entry="",
    en="You moved all elements together and got one number: the slope along the diagonal. "
    "The gradient has one number for each element, with the others at rest.",
    zh="你把所有元素一起移动，只得到一个数，即沿对角线方向的斜率。梯度的每个分量只移动一个元素，其他元素不动。",
)
def numerical_gradient(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@misconception(
    "moves-whole-rows",
    entry="X04",
    en="You moved whole rows: one index into an array with several axes takes everything behind it. "
    "Go through every element.",
    zh="你移动的是整行：对多维数组只用一个下标，取到的是一整行。要遍历每一个元素。",
)
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        above, below = np.array(x, dtype=float), np.array(x, dtype=float)
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


@misconception(
    "element-alone",
    entry="",
    en="You called f with a single element. f is a function of the whole array: "
    "give it all of x, with one element moved.",
    zh="你只把单个元素传给了 f。f 是整个数组的函数：应传入整个 x，只是其中一个元素移动过。",
)
def numerical_gradient(f, x, h=1e-5):
    return slopes(x, lambda moved, index: (f(moved[index] + h) - f(moved[index] - h)) / (2 * h))


@misconception(
    "flat-result",
    entry="X06",
    en="Your gradient is one long vector. It has the shape of x.",
    zh="你的梯度是一个长向量。梯度应与 x 形状相同。",
)
def numerical_gradient(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your moved array has the integer dtype of x, so that x + h is cut off to an integer again. "
    "Move a floating-point copy.",
    zh="你移动的数组沿用了 x 的整数 dtype，x + h 又被截断成整数。应在浮点副本上移动。",
)
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += h
        below[index] -= h
        gradient[index] = (f(above) - f(below)) / (2 * h)
    return gradient


@misconception(
    "ravel-of-columns",
    entry="P10",
    en="You moved elements through `ravel()`. For an array stored by columns that is a copy, not a view, "
    "so that f never sees the move.",
    zh="你通过 `ravel()` 移动元素。对按列存储的数组，它返回的是副本而不是视图，f 看不到移动。",
)
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat, gradient = x.ravel(), np.zeros(x.size)
    for i, centre in enumerate(flat.copy()):
        flat[i] = centre + h
        above = f(x)
        flat[i] = centre - h
        gradient[i] = (above - f(x)) / (2 * h)
        flat[i] = centre
    return gradient.reshape(x.shape)
