"""Public checks of Value: the statement's example, and numbers on either side."""

import numpy as np

from grader.checks import check, close, kind, require

PLAIN = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, np.ndarray, np.generic)


def node(found):
    """The object, unless it is plain data, with which the check itself could not go on."""
    require(
        not isinstance(found, PLAIN),
        en=f"Expected an object. Received: {kind(found)}.",
        zh=f"应为一个对象。收到的是：{kind(found)}。",
    )
    return found


@check("gives the value and the gradients of the worked example", zh="算对题目例子中的值和梯度", points=2)
def test_worked_example(submission):
    a, b = node(submission.Value(2.0)), node(submission.Value(4.0))
    p, q = node(a * b), node(a**2)
    out = node(p + node(q / b))
    close(out.data, 9.0, what="out.data")
    node(out.backward)()
    close(a.grad, 5.0, what="a.grad")
    close(b.grad, 1.75, what="b.grad")


@check("takes a number on the right and on the left", zh="数字在右边、在左边都可以", points=1)
def test_numbers(submission):
    a = node(submission.Value(2.0))
    out = node(node(6 / a) - 1)
    close(out.data, 2.0, what="out.data")
    node(out.backward)()
    close(a.grad, -1.5, what="a.grad")
