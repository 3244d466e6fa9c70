"""Public checks of causal_mask and multi_head_attention: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    close(submission.causal_mask(2), np.array([[True, False], [True, True]]))
    x, identity, Wo = np.array([[[1.0, 0.0], [0.0, 2.0]]]), np.eye(2), np.array([[1.0, 0.0], [1.0, 2.0]])
    everything = np.array([[[1.7310585786, 2.0], [2.4640275801, 3.9280551602]]])
    close(submission.multi_head_attention(x, identity, identity, identity, Wo, 2), everything)
    past = np.array([[[1.0, 0.0], [2.4640275801, 3.9280551602]]])
    close(submission.multi_head_attention(x, identity, identity, identity, Wo, 2, causal=True), past)


@check("keeps the shape of the sequences, whatever the number of heads", zh="无论有几个头，序列的形状都不变", points=1)
def test_shapes(submission, rng):
    x, weights = rng.normal(size=(2, 5, 6)), rng.normal(size=(4, 6, 6))
    for n_heads in (1, 2, 3, 6):
        array(submission.multi_head_attention(x, *weights, n_heads), shape=(2, 5, 6))
