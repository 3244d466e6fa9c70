"""Public checks of gan-gradients: the statement's example, and a discriminator that cannot tell."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    real, fake = np.array([0.0, np.log(3)]), np.array([-np.log(3), 0.0, np.log(3)])
    dreal, dfake = unpack(submission.discriminator_loss_grad(real, fake), "dreal", "dfake")
    close(dreal, np.array([-0.25, -0.125]), "dreal")
    close(dfake, np.array([1 / 12, 1 / 6, 1 / 4]), "dfake")
    close(submission.generator_loss_grad(fake), np.array([-1 / 4, -1 / 6, -1 / 12]), "generator_loss_grad")
    close(submission.saturating_generator_loss(fake), -0.78904129, "saturating_generator_loss")


@check("keeps columns of logits as columns", zh="logit 是一列 (n, 1) 时，梯度也是一列", points=1)
def test_columns(submission):
    real, fake = np.zeros((4, 1)), np.zeros((5, 1))
    dreal, dfake = unpack(submission.discriminator_loss_grad(real, fake), "dreal", "dfake")
    close(dreal, np.full((4, 1), -0.125), "dreal")
    close(dfake, np.full((5, 1), 0.1), "dfake")
    close(submission.generator_loss_grad(fake), np.full((5, 1), -0.1), "generator_loss_grad")
    close(submission.saturating_generator_loss(fake), -np.log(2), "saturating_generator_loss")
