"""Wrong answers to saliency and integrated_gradients that people really give."""

import numpy as np

from grader.checks import misconception


def floating(x, baseline):
    """Both as floats."""
    dtype = np.result_type(x, baseline)
    dtype = dtype if dtype.kind == "f" else np.float64
    return x.astype(dtype), baseline.astype(dtype)


def mean_gradient(grad_fn, start, way, times, weights=None):
    """The weighted mean of the gradients at these shares of the way."""
    weights = weights or [1 / len(times)] * len(times)
    return sum(weight * grad_fn(start + t * way) for t, weight in zip(times, weights))


def middles(steps):
    """The shares of the way at which the midpoint rule looks."""
    return [(k + 0.5) / steps for k in range(steps)]


@misconception(
    "no-absolute-value",
    entry="SA2",
    en="Your saliency is the gradient itself, with its sign. The absolute value is asked for: how much, not in which "
    "direction.",
    zh="你的显著图是带符号的梯度本身。应取绝对值：问的是影响多大，不是往哪个方向。",
)
def saliency(grad_fn, x):
    return np.asarray(grad_fn(x))


@misconception(
    "positive-part-only",
    entry="",
    en="Your saliency is 0 where the gradient is negative. Elements that lower the output matter as much as those that "
    "raise it.",
    zh="梯度为负的地方，你的显著图是 0。降低输出的元素和提高输出的元素同样重要。",
)
def saliency(grad_fn, x):
    return np.maximum(grad_fn(x), 0)


@misconception(
    "squared-gradient",
    entry="",
    en="Your saliency is the square of the gradient. The absolute value is asked for.",
    zh="你的显著图是梯度的平方。题目要的是绝对值。",
)
def saliency(grad_fn, x):
    return np.square(grad_fn(x))


@misconception(
    "gradient-times-input",
    entry="",
    en="Your saliency is the absolute gradient times the input. That is another method; here the gradient stands "
    "alone.",
    zh="你的显著图是梯度绝对值乘输入，那是另一种方法。本题只用梯度。",
)
def saliency(grad_fn, x):
    gradient = grad_fn(x)
    return np.abs(gradient * x.astype(gradient.dtype))


@misconception(
    "scaled-to-one",
    entry="",
    en="Your saliency is divided by its maximum, as one does for drawing. Return it as it is.",
    zh="你的显著图除以了最大值，那是画图时才做的。应原样返回。",
)
def saliency(grad_fn, x):
    gradient = np.abs(grad_fn(x))
    return gradient / gradient.max()


@misconception(
    "largest-channel",
    entry="SA2",
    en="Your saliency keeps only the largest value along the last axis, as for the colour channels of an image. Here "
    "the result has the shape of x.",
    zh="你的显著图沿最后一个轴只保留了最大值，就像合并图像的颜色通道。本题的结果与 x 形状相同。",
)
def saliency(grad_fn, x):
    return np.abs(grad_fn(x)).max(axis=-1)


@misconception(
    "sum-over-channels",
    entry="SA2",
    en="Your saliency is summed along the last axis. Here the result has the shape of x.",
    zh="你的显著图沿最后一个轴求了和。本题的结果与 x 形状相同。",
)
def saliency(grad_fn, x):
    return np.abs(grad_fn(x)).sum(axis=-1)


@misconception(
    "mean-gradient-alone",
    entry="SA4",
    en="Your integrated gradients are the mean gradient on the way. It has to be multiplied by x - baseline: without "
    "that it does not add up to the change of the output.",
    zh="你的积分梯度只是路上的平均梯度，还要乘 x - baseline；否则加起来不等于输出的变化。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return mean_gradient(grad_fn, baseline, x - baseline, middles(steps))


@misconception(
    "times-x",
    entry="SA4",
    en="You multiply the mean gradient by x. The factor is x - baseline; both are the same only for a baseline of "
    "zeros.",
    zh="你用平均梯度乘的是 x。应乘 x - baseline，只有基线全为零时两者才一样。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return x * mean_gradient(grad_fn, baseline, x - baseline, middles(steps))


@misconception(
    "path-from-zero",
    entry="SA4",
    en="Your points lie on the way from zero to x. The way starts at the baseline.",
    zh="你取的点在从零到 x 的路上。这条路应从基线出发。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, np.zeros_like(x), x, middles(steps))


@misconception(
    "baseline-ignored",
    entry="",
    en="Your result is that for a baseline of zeros, whatever the baseline is.",
    zh="不论基线是什么，你都按全零的基线来算。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, _ = floating(x, baseline)
    return x * mean_gradient(grad_fn, np.zeros_like(x), x, middles(steps))


@misconception(
    "path-beyond-x",
    entry="",
    en="Your points are baseline + t·x. The last of them would be baseline + x, not x: it is x - baseline that is "
    "scaled.",
    zh="你取的点是 baseline + t·x，终点成了 baseline + x 而不是 x。要按比例缩放的是 x - baseline。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x, middles(steps))


@misconception(
    "left-ends",
    entry="SA4",
    en="You look at the left end of each piece: at the baseline, but never near x. The midpoint rule takes the "
    "middles.",
    zh="你取的是每一段的左端点：用到了基线，却没有用到 x 附近。中点法取每段的中点。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, [k / steps for k in range(steps)])


@misconception(
    "right-ends",
    entry="SA4",
    en="You look at the right end of each piece, as the paper does. The midpoint rule takes the middles.",
    zh="你取的是每一段的右端点（论文里就是这样）。中点法取每段的中点。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, [(k + 1) / steps for k in range(steps)])


@misconception(
    "trapezoids",
    entry="SA4",
    en="You integrate with trapezoids, from the gradients at the ends of the pieces. The midpoint rule is asked for: "
    "one gradient in the middle of each.",
    zh="你用的是梯形法，取各段端点处的梯度。题目要用中点法：每段只取中点处的一个梯度。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    weights = [0.5 / steps, *[1 / steps] * (steps - 1), 0.5 / steps]
    times = [k / steps for k in range(steps + 1)]
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, times, weights)


@misconception(
    "both-ends-included",
    entry="SA4",
    en="You average steps points that include both ends (`np.linspace(0, 1, steps)`). The midpoint rule uses neither "
    "end.",
    zh="你对包含两个端点的 steps 个点取了平均（`np.linspace(0, 1, steps)`）。中点法不用端点。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, np.linspace(0, 1, steps).tolist())


@misconception(
    "one-point-too-many",
    entry="SA4",
    en="You average steps + 1 points, both ends included (`np.linspace(0, 1, steps + 1)`). The midpoint rule has one "
    "point in each of the steps pieces.",
    zh="你对包含两端的 steps + 1 个点取了平均（`np.linspace(0, 1, steps + 1)`）。中点法在每段中取一个点，共 steps 个。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, np.linspace(0, 1, steps + 1).tolist())


@misconception(
    "sum-not-mean",
    entry="SA4",
    en="You add up the gradients without dividing by the number of steps.",
    zh="你把各点的梯度加了起来，没有除以步数。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, middles(steps)) * steps


@misconception(
    "gradient-at-x",
    entry="",
    en="You use the gradient at x alone. Where the output is saturated it is nearly 0: that is why the whole way "
    "counts.",
    zh="你只用了 x 处的梯度。输出饱和时它几乎为零，所以才要考虑整条路。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * grad_fn(x)


@misconception(
    "steps-ignored",
    entry="X04",
    en="You use a number of steps of your own (50), whatever `steps` is.",
    zh="不论 `steps` 是多少，你总是用自己定的步数（50）。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, middles(50))


@misconception(
    "only-one-midpoint",
    entry="",
    en="You look only at the middle of the whole way, whatever `steps` is.",
    zh="不论 `steps` 是多少，你只取了整条路的中点。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (x - baseline) * grad_fn((x + baseline) / 2)


@misconception(
    "negated",
    entry="",
    en="Your integrated gradients have the wrong sign: the factor is x - baseline, not baseline - x.",
    zh="你的积分梯度符号反了：应乘 x - baseline，而不是 baseline - x。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return (baseline - x) * mean_gradient(grad_fn, baseline, x - baseline, middles(steps))


@misconception(
    "absolute-attributions",
    entry="",
    en="Your integrated gradients have no sign. It says whether an element speaks for or against, and without it "
    "they do not add up.",
    zh="你的积分梯度丢掉了正负号。符号表示该元素起正作用还是反作用，没有它，总和就对不上。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return np.abs((x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, middles(steps)))


@misconception(
    "sum-of-attributions",
    entry="",
    en="You returned the sum of the attributions. Each element has one of its own.",
    zh="你返回的是各元素贡献的总和。每个元素都应有自己的值。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    return np.sum((x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, middles(steps)))


@misconception(
    "moves-the-baseline",
    entry="SA6",
    en="You walk with `+=` in the caller's baseline, which is changed after the call. Work on a copy.",
    zh="你直接在调用者的 baseline 上用 `+=` 往前走，调用之后它就变了。应在副本上操作。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    piece, point = (x - baseline) / steps, baseline
    point += piece / 2
    total = np.zeros_like(x)
    for _ in range(steps):
        total += piece * grad_fn(point)
        point += piece
    return total


@misconception(
    "bytes-wrap",
    entry="T08",
    en="You subtract the baseline while both are still bytes: 3 - 5 is 254 then. Convert to floating point first.",
    zh="你在 x 和基线都还是 uint8 时就相减了：3 - 5 会变成 254。应先转成浮点数。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    return (x - baseline) * mean_gradient(grad_fn, baseline, x - baseline, middles(steps))


@misconception(
    "points-truncated",
    entry="X03",
    en="Your points have the integer dtype of x, so that their fractions are cut off.",
    zh="你取的点沿用了 x 的整数 dtype，小数部分被截掉了。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    start, way = baseline.astype(float), x.astype(float) - baseline
    kind = np.result_type(x, baseline)
    total = sum(grad_fn((start + t * way).astype(kind)) for t in middles(steps))
    return (way * total / steps).astype(floating(x, baseline)[0].dtype)


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your result is float64 for float32 input: the numbers from `np.linspace` or `np.arange` are float64 and "
    "widen it.",
    zh="输入是 float32，你的结果却成了 float64：`np.linspace` 或 `np.arange` 给出的数是 float64，把结果带成了 float64"
    "。",
)
def integrated_gradients(grad_fn, x, baseline, steps):
    x, baseline = floating(x, baseline)
    times = (np.arange(steps) + 0.5) / steps
    return (x - baseline) * sum(grad_fn(baseline + t * (x - baseline)) for t in times) / steps
