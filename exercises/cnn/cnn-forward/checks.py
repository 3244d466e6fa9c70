"""Public checks of cnn_forward: the statement's example, and rows that are probabilities."""

import numpy as np

from grader.checks import array, check, close


@check("gives (0.8, 0.2) for the worked example", zh="算对题目中的例子，得 (0.8, 0.2)", points=1)
def test_worked_example(submission):
    x = np.array([[0, 0, 2, 2, 2], [0, 0, 2, 2, 1], [3, 0, 0, 0, 1], [3, 3, 0, 0, 1]], dtype=np.float64)
    params = {
        "K1": np.array([-1.0, 1.0]).reshape(1, 2, 1, 1),
        "b1": np.zeros(1),
        "K2": np.array([1.0, -1.0]).reshape(1, 1, 1, 2),
        "b2": np.array([0.0, 1.0]),
        "W1": np.array([[1.0, -1.0], [1.0, 0.0]]),
        "c1": np.array([0.0, 1.0]),
        "W2": np.log(2.0) * np.eye(2),
        "c2": np.array([0.0, np.log(2.0)]),
    }
    close(submission.cnn_forward(x.reshape(1, 4, 5, 1), params), np.array([[0.8, 0.2]]))


@check("gives one row of probabilities for each image", zh="每张图像得到一行概率", points=1)
def test_probabilities(submission, rng):
    shapes = {"K1": (3, 3, 2, 4), "K2": (2, 2, 4, 3), "W1": (18, 6), "W2": (6, 5)}
    params = {name: rng.normal(size=shape) / 3 for name, shape in shapes.items()}
    biases = {"b1": 4, "b2": 3, "c1": 6, "c2": 5}
    params |= {name: rng.normal(size=size) for name, size in biases.items()}
    answer = array(submission.cnn_forward(rng.normal(size=(2, 13, 17, 2)), params), shape=(2, 5))
    close(answer.sum(axis=1), np.ones(2, answer.dtype), what="the row sums")
