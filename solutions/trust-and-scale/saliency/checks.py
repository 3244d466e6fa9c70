"""Hidden checks of saliency and integrated_gradients."""

import numpy as np

from grader.checks import array, check, close, require


def guarded(gradient, shape):
    """The gradient, for arrays of one shape only, in their dtype (float64 for integers)."""

    def function(x):
        if np.shape(x) != shape:
            raise ValueError(f"grad_fn takes an array of shape {shape}. Received: shape {np.shape(x)}.")
        x = np.asarray(x)
        with np.errstate(all="ignore"):
            return np.asarray(gradient(x.astype(np.float64)), dtype=x.dtype if x.dtype.kind == "f" else np.float64)

    return function


def cubic(rng, shape):
    """Gradient of Σ w·x³ + ½ (Σ v·x)²: it bends, every element has weights of its own, and acts on all others."""
    w = rng.choice([-1, 1], size=shape) * rng.uniform(0.3, 1.5, size=shape)
    v = rng.uniform(-1, 1, size=shape)
    return guarded(lambda x: 3 * w * x**2 + v * np.sum(v * x), shape)


def attribution(submission, reference, grad_fn, x, baseline, steps):
    """Hold the integrated gradients."""
    expected = reference.trust.integrated_gradients(grad_fn, x, baseline, steps)
    close(submission.integrated_gradients(grad_fn, x, baseline, steps), expected, "IG")


@check(
    "saliency is the absolute gradient at x, with every axis kept",
    zh="显著图是 x 处梯度的绝对值，各个轴都保留",
    points=3,
)
def test_saliency(submission, reference, rng):
    for shape in [(7,), (3, 5), (4, 2, 3)]:
        grad_fn, x = cubic(rng, shape), rng.normal(size=shape)
        close(submission.saliency(grad_fn, x), reference.trust.saliency(grad_fn, x), "saliency")


@check(
    "integrates by the midpoint rule along the straight way from baseline to x",
    zh="沿从基线到 x 的直线，用中点法积分",
    points=4,
)
def test_midpoint_rule(submission, reference, rng):
    for shape, steps in [((5,), 1), ((3, 4), 2), ((2, 4, 3), 3), ((6,), 5)]:
        x, baseline = rng.uniform(0.5, 2, size=(2, *shape)) * rng.choice([-1, 1], size=(2, *shape))
        attribution(submission, reference, cubic(rng, shape), x, baseline, steps)


@check(
    "the attributions add up to f(x) - f(baseline), also where the gradient at x is nearly 0",
    zh="各元素的贡献之和等于 f(x) - f(基线)，即使 x 处的梯度几乎为零",
    points=2,
)
def test_completeness(submission, reference, rng):
    w, baseline = rng.uniform(0.8, 1.2, size=(2, 3)), rng.uniform(-0.5, 0.5, size=(2, 3))
    x = baseline + rng.uniform(0.5, 3, size=(2, 3))
    x += (6 - np.sum(w * x)) / np.sum(w)  # far out, where the tanh is flat
    grad_fn = guarded(lambda x: w / np.cosh(np.sum(w * x)) ** 2, (2, 3))
    answer = array(submission.integrated_gradients(grad_fn, x, baseline, 24), "IG", (2, 3))
    total, right = float(answer.sum()), float(np.tanh(np.sum(w * x)) - np.tanh(np.sum(w * baseline)))
    require(
        abs(total - right) <= 0.01 * abs(right),
        en=f"The attributions add up to {total:.4g}; f(x) - f(baseline) is {right:.4g}.",
        zh=f"各元素的贡献之和为 {total:.4g}，而 f(x) - f(基线) 为 {right:.4g}。",
    )
    close(answer, reference.trust.integrated_gradients(grad_fn, x, baseline, 24), "IG")


@check(
    "holds for one element, x equal to the baseline, integers and bytes, float32 and strided arrays",
    zh="只有一个元素、x 等于基线、整数与 uint8、float32、内存不连续时都成立",
    points=3,
)
def test_edges(submission, reference, rng):
    def both(x, baseline, steps):
        grad_fn = cubic(rng, x.shape)
        attribution(submission, reference, grad_fn, x, baseline, steps)
        close(submission.saliency(grad_fn, x), reference.trust.saliency(grad_fn, x), "saliency")

    both(rng.uniform(1, 2, size=1), rng.uniform(-2, -1, size=1), 2)
    x = rng.normal(size=(3, 2))
    both(x, x.copy(), 2)
    both(x, np.where(rng.permutation(6).reshape(3, 2) < 3, x, 1.0), 3)
    both(rng.integers(1, 9, size=(2, 5)), rng.integers(-9, 0, size=(2, 5)), 3)
    both(rng.integers(0, 100, size=5).astype(np.uint8), rng.integers(101, 256, size=5).astype(np.uint8), 2)
    both(*rng.normal(size=(2, 4, 3)).astype(np.float32), 3)
    both(rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4))), 2)
