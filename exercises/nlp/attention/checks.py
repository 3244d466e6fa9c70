"""Public checks of attention: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close, unpack


@check(
    "gives the numbers of the worked example, with a mask and without", zh="算对题目中的例子，有无掩码都对", points=1
)
def test_worked_example(submission):
    q = np.array([[1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0]])
    k = np.array([[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0]])
    v = np.array([[10.0, 0.0], [0.0, 10.0], [20.0, 20.0]])
    output, weights = unpack(submission.attention(q, k, v), "output", "weights")
    close(weights, np.array([[0.2447284711, 0.0900305732, 0.6652409558], [1 / 3, 1 / 3, 1 / 3]]), "weights")
    close(output, np.array([[15.7521038264, 14.2051248475], [10.0, 10.0]]), "output")
    mask = np.array([[True, True, False], [True, False, True]])
    output, weights = unpack(submission.attention(q, k, v, mask), "output", "weights")
    close(weights, np.array([[0.7310585786, 0.2689414214, 0.0], [0.5, 0.0, 0.5]]), "weights")
    close(output, np.array([[7.3105857863, 2.6894142137], [15.0, 10.0]]), "output")


@check("has one output for each query, with any axes in front", zh="每个查询一个输出，前面可以有任意个轴", points=1)
def test_shapes(submission, rng):
    for before in [(), (2,), (2, 3)]:
        q, k, v = (rng.normal(size=(*before, *last)) for last in [(4, 3), (5, 3), (5, 6)])
        output, weights = unpack(submission.attention(q, k, v), "output", "weights")
        array(output, "output", shape=(*before, 4, 6))
        array(weights, "weights", shape=(*before, 4, 5))
