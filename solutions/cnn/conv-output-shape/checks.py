"""Hidden checks of conv_output_size."""

from grader.checks import check, close


@check(
    "counts the windows that fit: rounds down, then adds one",
    zh="数出放得下的窗口：先向下取整，再加一",
    points=2,
)
def test_valid(submission, reference, rng):
    size = int(rng.integers(40, 60))
    for kernel, stride in [(3, 2), (4, 3), (5, 7), (2, 4), (6, 1)]:
        for n in range(size, size + stride):  # one of them leaves no rest, the others do
            close(
                submission.conv_output_size(n, kernel, stride),
                reference.convolution.conv_output_size(n, kernel, stride),
            )
    close(submission.conv_output_size(size, 7), size - 6)


@check(
    "rounds size / stride up for 'same', whatever the kernel and the dilation",
    zh="“same” 时长度除以步幅并向上取整，与卷积核和空洞率无关",
    points=2,
)
def test_same(submission, reference, rng):
    size = int(rng.integers(20, 40))
    for kernel, stride, dilation in [(4, 1, 1), (3, 4, 1), (2, 3, 3), (5, 2, 2), (3, 5, 2)]:
        for n in range(size, size + min(stride, 3)):
            close(
                submission.conv_output_size(n, kernel, stride, "same", dilation),
                reference.convolution.conv_output_size(n, kernel, stride, "same", dilation),
            )
    close(submission.conv_output_size(size, 6, padding="same"), size)
    close(submission.conv_output_size(3, 8, 2, padding="same"), 2)


@check(
    "adds an int of padding on both sides and spans (kernel - 1)·dilation + 1 pixels",
    zh="整数填充加在两侧，卷积核的跨度为 (kernel - 1)·dilation + 1",
    points=1,
)
def test_padding_and_dilation(submission, reference, rng):
    size = int(rng.integers(30, 50))
    for kernel, stride, padding, dilation in [
        (4, 2, 1, 1), (3, 3, 5, 1), (3, 2, "valid", 4), (5, 1, "valid", 2), (4, 3, 2, 3), (3, 4, 6, 5),
    ]:  # fmt: skip
        for n in (size, size + 1):
            close(
                submission.conv_output_size(n, kernel, stride, padding, dilation),
                reference.convolution.conv_output_size(n, kernel, stride, padding, dilation),
            )
    close(submission.conv_output_size(size, 4, padding=3), size + 3)
    close(submission.conv_output_size(size, 4, dilation=3), size - 9)


@check(
    "holds for a kernel of one, one as long as the axis, steps beyond the axis, padding 0",
    zh="卷积核长为 1、与轴一样长、步幅超出轴长、填充为 0 时都成立",
    points=1,
)
def test_edges(submission):
    for arguments, expected in [
        ((1, 1), 1), ((9, 1, 4), 3), ((9, 1, 1, 0, 6), 9), ((6, 6), 1), ((6, 6, 3, 0), 1), ((6, 2, 20), 1),
        ((9, 3, 1, "valid", 4), 1), ((1, 5, 2, 2), 1), ((6, 2, 20, "same"), 1), ((2, 4, 3, 5, 2), 2),
    ]:  # fmt: skip
        close(submission.conv_output_size(*arguments), expected)
