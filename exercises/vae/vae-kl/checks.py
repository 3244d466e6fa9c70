"""Public checks of kl_divergence: the statement's example, and N(0, 1) itself."""

import numpy as np

from grader.checks import check, close


@check("gives 4.2301 for the worked example", zh="算对题目中的例子，得 4.2301", points=1)
def test_worked_example(submission):
    mean = np.array([[1.0, 0.0, 2.0], [0.0, -1.0, 3.0]])
    log_var = np.array([[0.0, 0.0, np.log(2.0)], [np.log(4.0), 0.0, 0.0]])
    close(submission.kl_divergence(mean, log_var), 4.230139614)


@check("is one number, 0 where every latent is N(0, 1)", zh="返回一个数；每个隐变量都是 N(0, 1) 时为 0", points=1)
def test_standard_normal(submission):
    close(submission.kl_divergence(np.zeros((2, 5)), np.zeros((2, 5))), 0.0)
