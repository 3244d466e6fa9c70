"""Public checks of train_classifier and predict: the statement's example, and what a label is."""

import numpy as np

from grader.checks import array, check, close, require


def groups(rng, centres, each):
    """Points around each centre, mixed, and the number of the centre that each belongs to."""
    labels = rng.permutation(np.repeat(np.arange(len(centres)), each))
    return centres[labels] + rng.uniform(-1.5, 1.5, size=(len(labels), centres.shape[1])), labels


@check("learns the three groups of the worked example", zh="学会题目例子中的三群点", points=1)
def test_worked_example(submission, rng):
    x, labels = groups(rng, np.array([[2.0, 2.0], [14.0, 2.0], [8.0, 14.0]]), 100)
    params = submission.train_classifier(x, labels, 3, 0)
    close(submission.predict(params, np.array([[3.0, 1.0], [13.0, 3.0], [8.0, 13.0]])), np.array([0, 1, 2]))


@check("predicts an integer class for each sample", zh="对每个样本预测一个整数类别", points=1)
def test_labels(submission, rng):
    x, labels = groups(rng, np.array([[3.0, 12.0, 2.0, 8.0], [12.0, 3.0, 14.0, 8.0]]), 80)
    params = submission.train_classifier(x, labels, 2, 1)
    classes = array(submission.predict(params, x[:7]), what="labels", shape=(7,))
    require(
        classes.dtype.kind in "iu" and np.isin(classes, [0, 1]).all(),
        en=f"Expected integers from 0 to 1. Received: {classes.dtype}, {np.unique(classes)}.",
        zh=f"应为 0 到 1 的整数。收到的是：{classes.dtype}，{np.unique(classes)}。",
    )
