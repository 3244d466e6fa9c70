"""Public checks of vae_loss: the statement's example, and an encoder that says nothing."""

import numpy as np

from grader.checks import check, close


@check("gives 3.1966 for the worked example, and 4.8500 for beta = 2", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    ln3 = np.log(3.0)
    x, x_logits = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 1.0]]), np.array([[ln3, 0.0, ln3], [-ln3, 0.0, ln3]])
    mean, log_var = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([[0.0, 0.0], [np.log(4.0), 0.0]])
    close(submission.vae_loss(x, x_logits, mean, log_var), 3.19659080735)
    close(submission.vae_loss(x, x_logits, mean, log_var, 2.0), 4.85001721707)


@check(
    "is pixels times ln 2 where all logits are 0 and every latent is N(0, 1)",
    zh="logits 全为 0、隐变量都是 N(0, 1) 时，等于像素数乘以 ln 2",
    points=1,
)
def test_no_information(submission):
    x = np.linspace(0.0, 1.0, 20).reshape(4, 5)
    close(submission.vae_loss(x, np.zeros((4, 5)), np.zeros((4, 3)), np.zeros((4, 3))), 5 * np.log(2.0))
