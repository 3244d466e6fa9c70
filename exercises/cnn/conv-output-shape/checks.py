"""Public checks of conv_output_size: the statement's example and the source's network."""

from grader.checks import check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    close(submission.conv_output_size(7, 3, 2), 3)
    close(submission.conv_output_size(8, 3, 2), 3)
    close(submission.conv_output_size(7, 3, 2, 1), 4)
    close(submission.conv_output_size(7, 3, 2, "same"), 4)
    close(submission.conv_output_size(7, 3, 2, dilation=2), 2)


@check("follows the source's network: 28, 26, 13, 11, 5", zh="与原文的网络一致：28、26、13、11、5", points=1)
def test_network_of_the_source(submission):
    for before, kernel, stride, after in [(28, 3, 1, 26), (26, 2, 2, 13), (13, 3, 1, 11), (11, 2, 2, 5)]:
        close(submission.conv_output_size(before, kernel, stride=stride), after)
