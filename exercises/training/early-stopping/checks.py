"""Public checks of early_stopping: the statement's example, and a curve that never stops."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives (7, 4) and (4, 1) for the worked example", zh="算对题目中的例子，得 (7, 4) 和 (4, 1)", points=1)
def test_worked_example(submission):
    losses = np.array([0.9, 0.7, 0.72, 0.71, 0.65, 0.66, 0.67, 0.68, 0.3])
    stop, best = unpack(submission.early_stopping(losses, 3), "stop_epoch", "best_epoch")
    close(stop, 7, what="stop_epoch")
    close(best, 4, what="best_epoch")
    stop, best = unpack(submission.early_stopping(losses, 3, 0.1), "stop_epoch", "best_epoch")
    close(stop, 4, what="stop_epoch")
    close(best, 1, what="best_epoch")


@check("goes to the last epoch while every loss is lower", zh="损失一直下降时训练到最后一轮", points=1)
def test_falling(submission):
    losses = np.array([2.0, 1.5, 1.25, 1.0])
    stop, best = unpack(submission.early_stopping(losses, 2), "stop_epoch", "best_epoch")
    close(stop, 3, what="stop_epoch")
    close(best, 3, what="best_epoch")
