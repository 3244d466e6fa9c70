"""Public checks of gan_step: the statement's example, and a discriminator whose new w is 0."""

import numpy as np

from grader.checks import check, close, entries


def same(answer, a, c, w, b):
    """Hold the four parameters."""
    for value, expected, name in zip(entries(answer, "a", "c", "w", "b"), (a, c, w, b), "acwb"):
        close(value, expected, name)


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    params = {"a": 1.0, "c": 0.0, "w": 0.0, "b": 0.0}
    answer = submission.gan_step(params, np.array([1.0, 3.0, 5.0]), np.array([1.0, -1.0]), 0.4)
    same(answer, a=0.96504249, c=0.12, w=0.6, b=0.0)


@check(
    "moves the discriminator's bias, and no generator where the new w is 0",
    zh="判别器的偏置会变；新的 w 为 0 时，生成器不动",
    points=1,
)
def test_blind_discriminator(submission):
    # D = 3/4 everywhere, so that the gradient is -(1/4)·3 + (3/4)·1 = 0 in w and -1/4 + 3/4 = 1/2 in b
    params = {"a": 0.0, "c": 1.0, "w": 0.0, "b": np.log(3)}
    answer = submission.gan_step(params, np.array([2.0, 4.0]), np.array([1.0, 2.0, 6.0]), 2.0)
    same(answer, a=0.0, c=1.0, w=0.0, b=np.log(3) - 1)
