"""Hidden checks of the initialisers: distributions only.

Sample sizes and limits are such that a right answer fails a check with probability below 1e-9, whatever its
generator: a limit on the mean or the standard deviation is more than seven standard errors wide, and a Kolmogorov
distance of 3.5/√n is exceeded with probability 2·exp(-2·3.5²) = 5e-11.
"""

import numpy as np

from grader.checks import array, check, require

SHAPES = [(300, 200), (2, 25_000), (1200, 50)]


def drawn(function, shape, seed):
    """The weights, as an array of finite numbers of that shape."""
    return array(function(shape, seed), what="w", shape=shape)


def random_seed(rng):
    """A seed that no answer can know."""
    return int(rng.integers(2, 10**9))


def near(name, received, expected, allowed, en, zh):
    """Hold that a statistic of the weights is within `allowed` of what it should be."""
    require(
        abs(received - expected) <= allowed,
        en=f"{name}: expected {en} {expected:.4g} (give or take {allowed:.1g}). Received: {received:.4g}.",
        zh=f"{name}：{zh}应为 {expected:.4g}（允许偏差 {allowed:.1g}）。收到的是：{received:.4g}。",
    )


def distance_from_uniform(w, limit):
    """Kolmogorov's distance of the weights from the uniform distribution on [-limit, limit]."""
    share = np.clip((np.sort(w, axis=None) + limit) / (2 * limit), 0, 1)
    steps = np.arange(w.size + 1) / w.size
    return float(max(np.max(share - steps[:-1]), np.max(steps[1:] - share)))


@check(
    "glorot_uniform fills [-a, a] evenly, a = sqrt(6 / (fan_in + fan_out))",
    zh="glorot_uniform 在 [-a, a] 上均匀分布，a = sqrt(6 / (fan_in + fan_out))",
    points=2,
)
def test_glorot_uniform(submission, rng):
    for shape in SHAPES:
        w, limit = drawn(submission.glorot_uniform, shape, random_seed(rng)), float(np.sqrt(6 / sum(shape)))
        near("glorot_uniform", float(np.max(np.abs(w))), limit, 0.01 * limit, "a largest size of", "绝对值的最大值")
        require(
            np.max(np.abs(w)) <= limit * (1 + 1e-6),
            en=f"glorot_uniform: no weight may be larger in size than {limit:.6g}.",
            zh=f"glorot_uniform：权重的绝对值不得超过 {limit:.6g}。",
        )
        near("glorot_uniform", float(np.mean(w)), 0.0, 0.02 * limit, "a mean of", "均值")
        near("glorot_uniform", float(np.std(w)), limit / 3**0.5, 0.012 * limit, "a standard deviation of", "标准差")
        require(
            distance_from_uniform(w, limit) <= 3.5 / w.size**0.5,
            en=f"glorot_uniform: the weights are not spread evenly from {-limit:.4g} to {limit:.4g}.",
            zh=f"glorot_uniform：权重在 {-limit:.4g} 与 {limit:.4g} 之间分布不均匀。",
        )


@check(
    "he_normal has mean 0 and the standard deviation sqrt(2 / fan_in)",
    zh="he_normal 的均值为 0，标准差为 sqrt(2 / fan_in)",
    points=2,
)
def test_he_moments(submission, rng):
    for shape in SHAPES:
        w, sigma = drawn(submission.he_normal, shape, random_seed(rng)), float(np.sqrt(2 / shape[0]))
        near("he_normal", float(np.std(w)), sigma, 0.025 * sigma, "a standard deviation of", "标准差")
        near("he_normal", float(np.mean(w)), 0.0, 0.035 * sigma, "a mean of", "均值")


@check(
    "he_normal is bell-shaped: two thirds within one standard deviation, tails beyond two",
    zh="he_normal 呈钟形：约三分之二在一个标准差以内，尾部超出两个标准差",
    points=1,
)
def test_he_shape(submission, rng):
    shape = (200, 300)
    w, sigma = drawn(submission.he_normal, shape, random_seed(rng)), 0.1
    near("he_normal", float(np.std(w)), sigma, 0.025 * sigma, "a standard deviation of", "标准差")
    within = float(np.mean(np.abs(w) < sigma))  # 0.683, or 0.651 truncated as in Keras; 0.577 if uniform
    near("he_normal", within, 0.66, 0.045, "a share within one standard deviation of", "一个标准差以内的比例")
    for tail, where in ((w > 2 * sigma, "2σ"), (w < -2 * sigma, "-2σ")):
        near("he_normal", float(np.mean(tail)), 0.02, 0.012, f"a share beyond {where} of", f"{where} 以外的比例")


@check(
    "gives every unit weights of its own, in layers of any size",
    zh="每个单元都有自己的权重，层的大小任意",
    points=1,
)
def test_units_differ(submission, rng):
    for f, spread in ((submission.glorot_uniform, (2 / 500) ** 0.5), (submission.he_normal, (2 / 200) ** 0.5)):
        w = drawn(f, (200, 300), random_seed(rng))
        least = min(float(np.min(np.std(w, axis=0))), float(np.min(np.std(w, axis=1))))
        require(
            least > 0.5 * spread,
            en=f"Expected weights that vary along both axes. Received: one row or column varies by {least:.4g} only.",
            zh=f"权重沿两个轴都应有变化。收到的某一行或某一列只变化了 {least:.4g}。",
        )
        for shape in ((1, 1), (1, 6), (7, 1)):
            drawn(f, shape, random_seed(rng))


@check(
    "gives the same values for the same seed, and others for another one, 0 included",
    zh="种子相同值就相同，种子不同值也不同，种子 0 也不例外",
    points=2,
)
def test_seeds(submission, rng):
    shape, other = (40, 30), random_seed(rng)
    for f in (submission.glorot_uniform, submission.he_normal):
        first, more = drawn(f, shape, 0), [drawn(f, shape, seed) for seed in (1, other, other + 1)]
        for seed, expected in ((0, first), (other, more[1])):
            require(
                np.array_equal(drawn(f, shape, seed), expected),
                en=f"Two calls with seed {seed} gave different values.",
                zh=f"两次以种子 {seed} 调用，得到的值不同。",
            )
        drawings = [first, *more]
        for i, a in enumerate(drawings):
            require(
                all(np.mean(np.isclose(a, b)) < 0.1 for b in drawings[:i]),
                en="Two calls with different seeds gave the same values.",
                zh="两次以不同的种子调用，得到的值相同。",
            )
