"""Wrong answers to relative_error and gradient_check that people really give."""

import numpy as np

from grader.checks import misconception


def floats(a, b):
    """Both as float64 arrays."""
    return np.asarray(a, dtype=float), np.asarray(b, dtype=float)


def guarded_ratio(above, below):
    """above / below, or 0.0 where below is 0."""
    return 0.0 if below == 0 else float(above / below)


def differences(f, x, slope):
    """slope(x as it would be moved by t at one element) for each element, of a float64 copy."""
    x = np.array(x, dtype=float)
    gradient = np.empty_like(x)

    for index in np.ndindex(x.shape):

        def moved(t, index=index):
            there = x.copy()
            there[index] += t
            return f(there)

        gradient[index] = slope(moved)
    return gradient


@misconception(
    "absolute-error",
    entry="",
    en="Your error is the length of the difference itself. It is not relative to the size of the arrays, so that small "
    "gradients always pass and large ones never do.",
    zh="你的误差是差的长度本身，没有除以数组的大小：梯度很小时总能通过，很大时总通不过。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return float(np.linalg.norm(a - b))


@misconception(
    "largest-element",
    entry="",
    en="Your error is that of the worst element. The norms are over the whole array: an element that is small beside "
    "the others may be off.",
    zh="你的误差是最差那个元素的相对误差。范数要对整个数组计算：与其他元素相比很小的元素，允许有偏差。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    size = np.abs(a) + np.abs(b)
    return float(np.max(np.abs(a - b) / np.where(size == 0, 1, size)))


@misconception(
    "mean-over-elements",
    entry="",
    en="Your error is the mean of the elements' relative errors. Take the lengths of the whole arrays first, then "
    "divide once.",
    zh="你的误差是各元素相对误差的平均。应先求整个数组的长度，再只除一次。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    size = np.abs(a) + np.abs(b)
    return float(np.mean(np.abs(a - b) / np.where(size == 0, 1, size)))


@misconception(
    "relative-to-one-array",
    entry="",
    en="Your error is relative to the second array alone. Then it changes when the two are exchanged; the sum of both "
    "lengths is the divisor.",
    zh="你只除以了第二个数组的长度，两个数组交换后结果就变了。除数应是两个长度之和。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return guarded_ratio(np.linalg.norm(a - b), np.linalg.norm(b) or np.linalg.norm(a))


@misconception(
    "relative-to-the-larger",
    entry="",
    en="You divide by the longer of the two arrays. The divisor is the sum of both lengths, so that the result stays "
    "below 1.",
    zh="你除以的是两个数组中较长的长度。除数应是两个长度之和，这样结果不会超过 1。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return guarded_ratio(np.linalg.norm(a - b), max(np.linalg.norm(a), np.linalg.norm(b)))


@misconception(
    "length-of-the-sum",
    entry="",
    en="You divide by the length of a + b. Arrays of opposite direction cancel there; add the two lengths instead.",
    zh="你除以的是 a + b 的长度，方向相反的数组会在那里抵消。应把两个长度相加。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    below = np.linalg.norm(a + b)
    return guarded_ratio(np.linalg.norm(a - b), below if below > 0 else np.linalg.norm(a))


@misconception(
    "mean-length-as-divisor",
    entry="",
    en="Your error is twice the right one: you divide by the mean of the two lengths, not by their sum.",
    zh="你的误差是正确值的两倍：你除以的是两个长度的平均，而不是它们的和。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return guarded_ratio(2 * np.linalg.norm(a - b), np.linalg.norm(a) + np.linalg.norm(b))


@misconception(
    "no-root",
    entry="",
    en="Your lengths are sums of squares: the root was not taken. A relative error of 1e-4 then looks like 1e-8.",
    zh="你的长度是平方和，没有开方。于是 1e-4 的相对误差看上去像 1e-8。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return guarded_ratio(np.sum((a - b) ** 2), np.sum(a**2) + np.sum(b**2))


@misconception(
    "sum-of-sizes",
    entry="",
    en="Your lengths are sums of absolute values. The norm here is the root of the sum of squares.",
    zh="你的长度是绝对值之和。这里的范数是平方和的平方根。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return guarded_ratio(np.sum(np.abs(a - b)), np.sum(np.abs(a)) + np.sum(np.abs(b)))


@misconception(
    "row-by-row",
    entry="",
    en="Your norms are taken along the last axis and the rows averaged afterwards. They are over the whole array.",
    zh="你沿最后一个轴求范数，再对各行取平均。范数应对整个数组计算。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    size = np.linalg.norm(a, axis=-1) + np.linalg.norm(b, axis=-1)
    return float(np.mean(np.linalg.norm(a - b, axis=-1) / np.where(size == 0, 1, size)))


@misconception(
    "zero-by-zero",
    entry="P12",
    en="Your error of two zero arrays is 0/0. Two gradients that are both zero agree.",
    zh="两个数组都为零时，你的误差成了 0/0。两个梯度都为零，说明它们一致。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


@misconception(
    "floor-in-the-divisor",
    entry="P12",
    en="Your divisor holds a small constant against 0/0. It makes the errors of very small gradients look smaller than "
    "they are.",
    zh="为防止 0/0，你在除数里加了一个小常数。梯度很小时，它会使误差显得比实际小。",
)
def relative_error(a, b):
    a, b = floats(a, b)
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-8))


@misconception(
    "integers-wrap",
    entry="T08",
    en="Your difference of unsigned integers wraps around. Convert to floating point first.",
    zh="无符号整数相减会回绕。应先转换成浮点数。",
)
def relative_error(a, b):
    return guarded_ratio(np.linalg.norm(a - b), np.linalg.norm(a) + np.linalg.norm(b))


@misconception(
    "nan-passes",
    entry="P12",
    en="Your check lets a gradient that holds NaN pass: every comparison with NaN is false, so the question has to be "
    "whether the error is small, not whether it is large.",
    zh="含有 NaN 的梯度通过了你的检验：与 NaN 的任何比较都为假，所以要问误差是否够小，而不是问误差是否太大。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    too_large = relative_error(grad_f(x), numerical_gradient(f, x)) > tol
    return not too_large


@misconception(
    "strictly-below-tol",
    entry="",
    en="Your check fails where the error equals tol exactly, as with an error of 0 and tol 0. It is passed up to and "
    "including tol.",
    zh="误差恰好等于 tol 时你的检验不通过（例如误差为 0、tol 也为 0）。等于 tol 也应通过。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    return relative_error(grad_f(x), numerical_gradient(f, x)) < tol


@misconception(
    "tol-ignored",
    entry="X04",
    en="Your check always compares with 1e-6, whatever tol is.",
    zh="不论 tol 是多少，你总是与 1e-6 比较。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    return relative_error(grad_f(x), numerical_gradient(f, x)) <= 1e-6


@misconception(
    "looser-default",
    entry="X04",
    en="Without tol your check lets errors pass that are larger than 1e-6, its default.",
    zh="不传 tol 时，你的检验放过了大于默认值 1e-6 的误差。",
)
def gradient_check(f, grad_f, x, tol=1e-4):
    return relative_error(grad_f(x), numerical_gradient(f, x)) <= tol


@misconception(
    "allclose",
    entry="",
    en="You compare with `np.allclose` and tol as the absolute tolerance: that judges each element by itself, and "
    "gradients below tol always pass.",
    zh="你用 `np.allclose`、以 tol 为绝对容差作比较：它逐个元素判断，而且小于 tol 的梯度总能通过。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    return bool(np.allclose(grad_f(x), numerical_gradient(f, x), rtol=0, atol=tol))


@misconception(
    "one-sided",
    entry="P09",
    en="You compare with the one-sided difference. Its own error is of the order of h, and at a kink it sees one side "
    "only: right gradients fail.",
    zh="你用来比较的是单侧差分。它自身的误差与 h 同阶，在尖点处又只看到一侧，正确的梯度也会通不过。",
)
def numerical_gradient(f, x, h=1e-5):
    return differences(f, x, lambda moved: (moved(h) - moved(0)) / h)


@misconception(
    "divides-by-h",
    entry="P09",
    en="Your central differences are twice the gradient: the two points are 2h apart. Every right gradient fails.",
    zh="你的中心差分是梯度的两倍：两点相距 2h。于是正确的梯度都通不过。",
)
def numerical_gradient(f, x, h=1e-5):
    return differences(f, x, lambda moved: (moved(h) - moved(-h)) / h)


@misconception(
    "moves-all-at-once",
    entry="",
    en="You moved all elements together and compared one slope with the whole gradient. Move one element at a time.",
    zh="你把所有元素一起移动，拿一个斜率与整个梯度比较。应每次只移动一个元素。",
)
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@misconception(
    "first-element-only",
    entry="",
    en="You checked the first element only. A gradient that is wrong elsewhere passes.",
    zh="你只检验了第一个元素，其他元素有错的梯度也会通过。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    return relative_error(np.ravel(grad_f(x))[:1], np.ravel(numerical_gradient(f, x))[:1]) <= tol


@misconception(
    "sums-compared",
    entry="",
    en="You compared the sums of both gradients. Errors of opposite sign cancel, and a wrong distribution passes.",
    zh="你比较的是两个梯度的总和：相反的误差会抵消，分布错了也能通过。",
)
def gradient_check(f, grad_f, x, tol=1e-6):
    return relative_error(np.sum(grad_f(x)), np.sum(numerical_gradient(f, x))) <= tol


@misconception(
    "single-precision",
    entry="X03",
    en="You moved a float32 array in float32. A step of 1e-5 drowns in its rounding, and right gradients fail.",
    zh="你在 float32 中移动 float32 的数组，1e-5 的步长被舍入误差淹没，正确的梯度也通不过。",
)
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=x.dtype if x.dtype.kind == "f" else float)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += h
        below[index] -= h
        gradient[index] = (f(above) - f(below)) / (2 * h)
    return gradient


@misconception(
    "integers-truncate",
    entry="X03",
    en="You moved an array of integers: x + h is cut off to an integer again, and the differences come out wrong.",
    zh="你移动的是整数数组：x + h 又被截断成整数，差分就错了。",
)
def numerical_gradient(f, x, h=1e-5):
    moved, gradient = np.array(x, dtype=float if x.dtype.kind == "f" else x.dtype), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above, below = moved.copy(), moved.copy()
        above[index] += h
        below[index] -= h
        gradient[index] = (f(above) - f(below)) / (2 * h)
    return gradient


@misconception(
    "leaves-x-moved",
    entry="P10",
    en="You moved the elements of the caller's x and did not put them back.",
    zh="你移动了调用者的 x 的元素，却没有复原。",
)
def numerical_gradient(f, x, h=1e-5):
    if x.dtype != np.float64:
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
    return gradient
