"""Public checks of the initialisers: the statement's example, and shapes and seeds."""

import numpy as np

from grader.checks import array, check, require


@check(
    "has the limit 0.1 and the standard deviation 0.1 of the worked example",
    zh="符合题目例子中的界限 0.1 和标准差 0.1",
    points=1,
)
def test_worked_example(submission):
    w = array(submission.glorot_uniform((200, 400), 1), what="w", shape=(200, 400))
    largest = float(np.max(np.abs(w)))
    require(
        0.099 <= largest <= 0.1 + 1e-6,
        en=f"glorot_uniform: expected weights up to 0.1 in size. Received: up to {largest:.4g}.",
        zh=f"glorot_uniform：权重的绝对值应在 0.1 以内且接近 0.1。收到的最大值是：{largest:.4g}。",
    )
    w = array(submission.he_normal((200, 400), 1), what="w", shape=(200, 400))
    deviation = float(np.std(w))
    require(
        0.097 <= deviation <= 0.103,
        en=f"he_normal: expected a standard deviation of 0.1. Received: {deviation:.4g}.",
        zh=f"he_normal：标准差应为 0.1。收到的是：{deviation:.4g}。",
    )


@check(
    "gives an array of the shape asked for, and the same one for the same seed",
    zh="返回所要求形状的数组，同一个种子得到同样的值",
    points=1,
)
def test_shape_and_seed(submission):
    for f in (submission.glorot_uniform, submission.he_normal):
        first = array(f((3, 5), 7), what="w", shape=(3, 5))
        again = array(f((3, 5), 7), what="w", shape=(3, 5))
        require(
            np.array_equal(first, again) and np.ptp(first) > 0,
            en="Expected random values, the same for both calls with seed 7.",
            zh="两次以种子 7 调用，应得到同样的随机值。",
        )
