"""Public checks of spectrogram: the statement's example, and a constant signal."""

import numpy as np

from grader.checks import check, close


@check(
    "gives (6, 3, 0) and (0, 1, 2) for the worked example", zh="算对题目中的例子，得 (6, 3, 0) 和 (0, 1, 2)", points=1
)
def test_worked_example(submission):
    signal = np.array([3.0, 3.0, 3.0, 3.0, 1.0, -1.0, 1.0, -1.0])
    close(submission.spectrogram(signal, 4, 3), np.array([[6.0, 3.0, 0.0], [0.0, 1.0, 2.0]]))


@check(
    "gives five equal rows for thirteen equal samples, frame 5 and hop 2",
    zh="13 个相同的采样点，帧长 5、帧移 2：得到五行相同的结果",
    points=1,
)
def test_constant(submission):
    close(submission.spectrogram(np.full(13, 2.0), 5, 2), np.tile([5.0, 2.5, 0.0], (5, 1)))
