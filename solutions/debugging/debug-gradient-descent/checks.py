"""Hidden checks of debug-gradient-descent: one for each fault of the printed code."""

import numpy as np

from grader.checks import array, check, close, gradcheck, require


def problem(rng, n=7, d=3):
    """theta, inputs, targets: theta is off by about 1 in each entry, and 0 would be much farther off."""
    best = rng.uniform(2, 3, size=d)
    x = rng.normal(size=(n, d))
    return best + rng.choice([-1.0, 1.0], size=d), x, x @ best + 0.1 * rng.normal(size=n)


def largest(a):
    return float(np.max(np.abs(np.asarray(a, dtype=float)), initial=0.0))


def unit(a):
    """The vector at length 1; zeros stay zeros."""
    scaled = np.asarray(a, dtype=float) / (largest(a) or 1.0)
    return scaled / (np.linalg.norm(scaled) or 1.0)


@check(
    "measures the error against the target, not against the input or its own prediction",
    zh="误差是相对目标值算的，而不是相对输入或模型自己的预测",
    points=2,
)
def test_target(submission, rng):
    theta, x, _ = problem(rng)
    at_target = largest(array(submission.mse_gradient(theta, x, x @ theta), "mse_gradient"))
    require(
        at_target < 1e-6,
        en=f"Where y equals x @ theta the gradient is 0. Received: a gradient with an entry of size {at_target:.3g}.",
        zh=f"当 y 等于 x @ theta 时，梯度应为 0。收到的梯度中有大小为 {at_target:.3g} 的分量。",
    )
    off = largest(array(submission.mse_gradient(theta, x, x @ (theta + 1)), "mse_gradient"))
    require(
        off > 1e-3,
        en="Where y is far from x @ theta the gradient is not 0. Received: zeros. Was y replaced by the prediction?",
        zh="当 y 与 x @ theta 相差很大时，梯度不应为 0。收到的全是 0。是不是用预测值覆盖了 y？",
    )


@check(
    "follows the chain rule: one entry for each parameter, along the true gradient",
    zh="遵循链式法则：每个参数对应一个分量，方向与真正的梯度在同一直线上",
    points=2,
)
def test_chain_rule(submission, reference, rng):
    theta, x, y = problem(rng)
    gradient = array(submission.mse_gradient(theta, x, y), "mse_gradient", shape=(3,))
    cosine = float(unit(gradient) @ unit(reference.linear.mse_gradient(theta, x, y)))
    require(
        abs(cosine) > 1 - 1e-6,
        en="The gradient with respect to theta lies on another line: the cosine of the angle between it and yours "
        f"should be 1 (or -1, if only the sign is wrong). Received: {cosine:.4f}.",
        zh=f"你的结果与对 theta 的梯度不在同一直线上：夹角余弦应为 1（只错符号时为 -1）。收到的是：{cosine:.4f}。",
    )


@check("steps downhill: the sign", zh="朝损失下降的方向走：符号正确", points=1)
def test_downhill(submission, reference, rng):
    theta, x, y = problem(rng)
    new = array(submission.train(theta, x, y, 1e-3, 1), "theta", shape=(3,)).astype(float)
    with np.errstate(all="ignore"):
        before, after = (float(reference.losses.mse(y, x @ t)) for t in (theta, new))
    require(
        after < before,
        en=f"A small step lowers the loss of {before:.6g}. Received: parameters with a loss of {after:.6g}.",
        zh=f"走一小步后，损失应低于原来的 {before:.6g}。收到的参数对应的损失是 {after:.6g}。",
    )


@check(
    "gives the gradient of the mean: the factor 2 and the 1/n",
    zh="是平均损失的梯度：系数 2 和 1/n 都在",
    points=2,
)
def test_scale(submission, reference, rng):
    theta, x, y = problem(rng)
    y_hat = y + rng.uniform(1, 2, size=y.shape)
    close(submission.mse(y, y_hat), reference.losses.mse(y, y_hat), "mse")
    gradcheck(submission.mse_gradient(theta, x, y), lambda t: reference.losses.mse(y, x @ t), theta, "mse_gradient")


@check(
    "takes `steps` steps of size alpha, each with a fresh gradient, and reaches the best fit",
    zh="以 alpha 为步长走 `steps` 步，每步重新计算梯度，最终到达最优解",
    points=2,
)
def test_training(submission, reference, rng):
    theta, x, y = problem(rng, n=5, d=2)
    for alpha, steps in [(0.1, 5), (0.2, 1), (0.3, 2)]:
        expected = reference.linear.train(theta, x, y, alpha, steps)
        close(submission.train(theta, x, y, alpha, steps), expected, "theta")
    x, _ = np.linalg.qr(rng.normal(size=(9, 4)))
    y = rng.normal(size=9)
    close(submission.train(np.zeros(4), 3 * x, y, 0.4, 60), x.T @ y / 3, "theta")


@check(
    "holds for one sample, no step, integers, float32 and strided arrays",
    zh="只有一个样本、零步、整数输入、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    theta, x, y = problem(rng, n=1, d=4)
    close(submission.mse_gradient(theta, x, y), reference.linear.mse_gradient(theta, x, y), "mse_gradient")
    close(submission.train(theta, x, y, 0.1, 0), theta, "theta")
    theta, x, y = problem(rng, n=6, d=4)
    strided = theta, np.asfortranarray(x), np.repeat(y, 2)[::2]
    single = [a.astype(np.float32) for a in (theta, x, y)]
    integers = [np.rint(3 * a).astype(np.int64) for a in (theta, x, y)]
    for case in (strided, single, integers):
        close(submission.mse_gradient(*case), reference.linear.mse_gradient(*case), "mse_gradient")
        close(submission.train(*case, 0.01, 2), reference.linear.train(*case, 0.01, 2), "theta")
