"""Public checks of matrix-factorisation: the statement's example, and a prediction that is right already."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    users, items = np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([[3.0, 1.0], [0.0, 3.0], [1.0, -1.0]])
    close(submission.rmse(users, items, [(1, 0, 7.0), (0, 2, 2.0), (1, 1, 4.0)]), 1.73205081, "rmse")
    new_users, new_items = unpack(submission.mf_step(users, items, 1, 0, 7.0, 0.1, 0.2), "U", "V")
    close(new_users, np.array([[1.0, 0.0], [1.58, 2.16]]), "U")
    close(new_items, np.array([[3.14, 1.38], [0.0, 3.0], [1.0, -1.0]]), "V")


@check(
    "changes nothing where the prediction is right and l2 is 0",
    zh="预测已经正确、l2 为 0 时，什么都不变",
    points=1,
)
def test_right_already(submission):
    users, items = np.array([[2.0, 1.0, 0.0]]), np.array([[1.0, 1.0, 4.0], [2.0, -1.0, 3.0]])
    new_users, new_items = unpack(submission.mf_step(users, items, 0, 1, 3.0, 0.5, 0.0), "U", "V")
    close(new_users, users, "U")
    close(new_items, items, "V")
    close(submission.rmse(users, items, [(0, 0, 3.0), (0, 1, 3.0)]), 0.0, "rmse")
