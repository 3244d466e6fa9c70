"""Public checks of gan-loss: the statement's example, and a discriminator that cannot tell."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 0.7781, 1.3863 and -0.7781 for the worked example",
    zh="算对题目中的例子，得 0.7781、1.3863、-0.7781",
    points=1,
)
def test_worked_example(submission):
    real, fake = np.array([0.0, np.log(3)]), np.array([-np.log(3)])
    close(submission.discriminator_loss(real, fake), 0.77809680, "discriminator_loss")
    close(submission.generator_loss(fake), 1.38629436, "generator_loss")
    close(submission.minimax_value(np.array([0.5, 0.75]), np.array([0.25])), -0.77809680, "minimax_value")


@check("gives one number for columns of logits", zh="logit 是一列 (n, 1) 时也只返回一个数", points=1)
def test_columns(submission):
    real, fake = np.zeros((4, 1)), np.zeros((3, 1))
    close(submission.discriminator_loss(real, fake), 2 * np.log(2), "discriminator_loss")
    close(submission.generator_loss(fake), np.log(2), "generator_loss")
    close(submission.minimax_value(real + 0.5, fake + 0.5), -2 * np.log(2), "minimax_value")
