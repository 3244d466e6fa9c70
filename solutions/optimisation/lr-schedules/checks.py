"""Hidden checks of the schedules."""

from grader.checks import check, close

# An answer may compute in float32: no step is so close to a zero of the rate that its rounding shows.


@check(
    "decays exponentially, smoothly, within the first stretch and beyond it",
    zh="指数衰减是平滑的，第一段之内和之后都正确",
    points=2,
)
def test_exponential(submission, reference, rng):
    for step, decay_steps, rate in [(3, 8, 0.4), (13, 5, 0.6), (8, 8, 0.3), (1, 1, 0.7), (0, 6, 0.2), (4, 9, 1.5)]:
        lr0 = rng.uniform(0.5, 3)
        expected = reference.schedules.exponential_decay(step, lr0, decay_steps, rate)
        close(submission.exponential_decay(step, lr0, decay_steps, rate), expected)


@check("follows half a cosine from lr0 to 0 by default", zh="默认沿半个余弦从 lr0 降到 0", points=2)
def test_cosine(submission, reference, rng):
    for step, decay_steps in [(2, 7), (5, 8), (11, 20), (3, 12), (9, 9)]:
        lr0 = rng.uniform(0.5, 3)
        expected = reference.schedules.cosine_decay(step, lr0, decay_steps)
        close(submission.cosine_decay(step, lr0, decay_steps), expected)


@check(
    "ends at the part alpha of lr0, and stays there",
    zh="终点是 lr0 的 alpha 倍，之后保持不变",
    points=2,
)
def test_alpha(submission, reference, rng):
    for step, decay_steps, alpha in [(7, 7, 0.15), (2, 7, 0.3), (10, 7, 0.15), (35, 8, 0.6), (6, 9, 0.4), (2, 1, 0.2)]:
        lr0 = rng.uniform(1.5, 4)
        expected = reference.schedules.cosine_decay(step, lr0, decay_steps, alpha)
        close(submission.cosine_decay(step, lr0, decay_steps, alpha), expected)
    close(submission.cosine_decay(3, 2.0, 4, alpha=1.0), 2.0)
    close(submission.cosine_decay(13, 2.0, 4), 0.0)


@check("warms up along a line, and stays at lr0", zh="沿直线预热，之后保持 lr0", points=2)
def test_warmup(submission, reference, rng):
    for step, warmup_steps in [(3, 8), (1, 6), (4, 5), (8, 8), (23, 9), (1, 1), (5, 1), (0, 3)]:
        lr0 = rng.uniform(1.5, 4)
        expected = reference.schedules.warmup_linear(step, lr0, warmup_steps)
        close(submission.warmup_linear(step, lr0, warmup_steps), expected)
