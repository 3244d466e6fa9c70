"""Public checks of parameter_count: the statement's example, and single layers."""

from grader.checks import check, close

NETWORK = [
    {"type": "conv2d", "filters": 32, "kernel": (3, 3)},
    {"type": "maxpool", "size": 2},
    {"type": "conv2d", "filters": 64, "kernel": (3, 3)},
    {"type": "maxpool", "size": 2},
    {"type": "flatten"},
    {"type": "dense", "units": 64},
    {"type": "dense", "units": 10},
]


@check("gives 121930 for the network of the worked example", zh="题目例子中的网络有 121930 个参数", points=1)
def test_worked_example(submission):
    close(submission.parameter_count((28, 28, 1), NETWORK), 121930)
    close(submission.parameter_count((28, 28, 1), NETWORK[:2]), 320)


@check("counts an LSTM, a batch normalisation, and nothing", zh="单独一个 LSTM、批归一化以及空列表", points=1)
def test_single_layers(submission):
    close(submission.parameter_count((7, 3), [{"type": "lstm", "units": 5}]), 180)
    close(submission.parameter_count((6, 5, 4), [{"type": "batchnorm"}]), 16)
    close(submission.parameter_count((6, 5, 4), []), 0)
