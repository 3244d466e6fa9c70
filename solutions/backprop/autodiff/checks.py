"""Hidden checks of Value."""

import operator

import numpy as np

from grader.checks import check, close, kind, require

PLAIN = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, np.ndarray, np.generic)


def remote(found, what):
    """The object, unless it is plain data, with which the check itself could not go on."""
    require(
        not isinstance(found, PLAIN),
        en=f"Expected {what}. Received: {kind(found)}.",
        zh=f"应为 {what}。收到的是：{kind(found)}。",
    )
    return found


class Node:
    """A Value of the submission; what an operation on it gives must be a Value again."""

    def __init__(self, value):
        self.value = remote(value, "a Value")

    def __add__(self, other):
        return apply(operator.add, self, other)

    def __radd__(self, other):
        return apply(operator.add, other, self)

    def __sub__(self, other):
        return apply(operator.sub, self, other)

    def __rsub__(self, other):
        return apply(operator.sub, other, self)

    def __mul__(self, other):
        return apply(operator.mul, self, other)

    def __rmul__(self, other):
        return apply(operator.mul, other, self)

    def __truediv__(self, other):
        return apply(operator.truediv, self, other)

    def __rtruediv__(self, other):
        return apply(operator.truediv, other, self)

    def __pow__(self, exponent):
        return apply(operator.pow, self, exponent)

    def __neg__(self):
        return apply(operator.neg, self)

    def tanh(self):
        return Node(remote(self.value.tanh, "a method")())

    def relu(self):
        return Node(remote(self.value.relu, "a method")())

    def exp(self):
        return Node(remote(self.value.exp, "a method")())

    def backward(self):
        remote(self.value.backward, "a method")()

    data = property(lambda self: self.value.data)
    grad = property(lambda self: self.value.grad)


def apply(operation, *operands):
    """The result of an operator, as a Node."""
    return Node(operation(*(o.value if isinstance(o, Node) else o for o in operands)))


def compare(submission, reference, expression, *numbers):
    """Value and gradients of an expression, against the reference.

    The expression is multiplied by one more leaf, so that its own gradient is not 1.
    """
    leaves = [Node(submission.Value(number)) for number in (*numbers, -1.5)]
    expected = [reference.autodiff.Value(number) for number in (*numbers, -1.5)]
    out = expression(*leaves[:-1]) * leaves[-1]
    right = expression(*expected[:-1]) * expected[-1]
    close(out.data, right.data, what="data")
    out.backward()
    right.backward()
    for i, (leaf, wanted) in enumerate(zip(leaves, expected, strict=True)):
        close(leaf.grad, wanted.grad, what=f"grad of input {i + 1}")


def chain(submission, rng, depth):
    """A chain of `depth` operations, against its closed form."""
    steps = depth // 2
    factor, shift, start = 1 + rng.uniform(1, 2) / steps, rng.uniform(0.01, 0.02), rng.uniform(1, 2)
    leaf = out = Node(submission.Value(start))
    for _ in range(steps):
        out = out * factor + shift
    growth = factor**steps
    close(out.data, start * growth + shift * (growth - 1) / (factor - 1), what="data")
    out.backward()
    close(leaf.grad, growth, what="grad")


@check("has the value and the slopes of + - * / and unary minus", zh="加减乘除和取负的数值与斜率正确", points=2)
def test_arithmetic(submission, reference, rng):
    a, b = rng.uniform(1.2, 2), rng.uniform(-3, -2.2)
    compare(submission, reference, lambda a, b: a + b, a, b)
    compare(submission, reference, lambda a, b: a - b, a, b)
    compare(submission, reference, lambda a, b: a * b, a, b)
    compare(submission, reference, lambda a, b: a / b, a, b)
    compare(submission, reference, lambda a: -a, a)


@check(
    "has the value and the slopes of powers, tanh, exp and relu",
    zh="乘方、tanh、exp 和 relu 的数值与斜率正确",
    points=2,
)
def test_functions(submission, reference, rng):
    a = rng.uniform(1.2, 1.8)
    compare(submission, reference, lambda a: a**3, a)
    compare(submission, reference, lambda a: a**-1.5, a)
    compare(submission, reference, lambda a: a**2, -a)
    compare(submission, reference, lambda a: a.exp(), a)
    compare(submission, reference, lambda a: a.relu(), a)
    compare(submission, reference, lambda a: a.relu() + a, -a)
    compare(submission, reference, lambda a: a.tanh(), a / 2)


@check("takes numbers on either side of every operator", zh="每个运算符的左右两侧都可以是数字", points=1)
def test_numbers_on_either_side(submission, reference, rng):
    a = rng.uniform(1.2, 1.8)
    compare(submission, reference, lambda a: (a + 2) * 3.5 + (a - 0.5) / 4, a)
    compare(submission, reference, lambda a: 3.5 * (2 + a), a)
    compare(submission, reference, lambda a: 4 - a, a)
    compare(submission, reference, lambda a: 5 / a, a)


@check(
    "adds up the gradients of a node that is used more than once, in the right order",
    zh="多次使用的节点，梯度按正确的次序累加",
    points=3,
)
def test_shared_nodes(submission, reference, rng):
    a, b, c = rng.uniform(1.2, 1.6), rng.uniform(0.4, 0.6), rng.uniform(-0.4, -0.2)
    compare(submission, reference, lambda a: a + a, a)
    compare(submission, reference, lambda a: a * a, a)

    x, y = Node(submission.Value(a)), Node(submission.Value(b))
    s = x * y
    t = s.tanh()
    out = (s + t * s) * t
    out.backward()
    value, slope = reference_tanh(reference, a * b)
    ds = value + value * value + slope * a * b * (1 + 2 * value)
    close(s.grad, ds, what="grad of the shared node")
    close(x.grad, ds * b, what="x.grad")

    compare(submission, reference, short_way_first, a, b)
    compare(submission, reference, long_way_first, a, b)
    compare(submission, reference, network, a, b, c)


def reference_tanh(reference, number):
    """tanh and its slope."""
    leaf = reference.autodiff.Value(number)
    out = leaf.tanh()
    out.backward()
    return out.data, leaf.grad


def short_way_first(a, b):
    s = a * b
    return s + ((s * s).exp() * a).tanh()


def long_way_first(a, b):
    s = a * b
    return ((s * s).exp() * a).tanh() + s


def network(a, b, c):
    u = a * b + c
    v = u.tanh() * a - u
    w = (v - c) ** 2 / (b * b + a)
    return (w + u.relu()) * (a - c) + v.exp()


@check(
    "is right at the edges: relu at 0, tanh at ±1000, integers, unused nodes",
    zh="边界情况正确：relu 在 0 处、tanh 在 ±1000 处、整数、没有用到的节点",
    points=1,
)
def test_edges(submission, rng):
    number = rng.uniform(1, 2)
    unused, leaf = Node(submission.Value(3.0)), Node(submission.Value(number))
    close(leaf.grad, 0.0, what="grad before backward")
    (leaf * 2).backward()
    close(unused.grad, 0.0, what="grad of a node that was not used")
    leaf.backward()
    close(leaf.grad, 1.0, what="grad of the output itself")

    seven, two = Node(submission.Value(7)), Node(submission.Value(2))
    (seven / two).backward()
    close(two.grad, -1.75, what="grad with integers")

    zero = Node(submission.Value(0.0))
    (zero.relu() * number).backward()
    close(zero.grad, 0.0, what="slope of relu at 0")

    for large in (1000.0, -1000.0):
        leaf = Node(submission.Value(large))
        out = leaf.tanh() * number
        close(out.data, number if large > 0 else -number, what="tanh of a large number")
        out.backward()
        close(leaf.grad, 0.0, what="slope of tanh at a large number")


@check("starts each backward afresh", zh="每次 backward 都从头算起", points=1)
def test_backward_twice(submission, rng):
    a, b = rng.uniform(1, 2), rng.uniform(2, 3)
    x, y = Node(submission.Value(a)), Node(submission.Value(b))
    s = x * y
    out = s * s + x
    for _ in range(2):
        out.backward()
        close(s.grad, 2 * a * b, what="grad of an inner node")
        close(x.grad, 2 * a * b * b + 1, what="x.grad")
    (s * 3 + y).backward()
    close(x.grad, 3 * b, what="x.grad of another output")
    close(y.grad, 3 * a + 1, what="y.grad of another output")


@check("goes back through 500 operations", zh="能反向穿过 500 步运算", points=1)
def test_deep(submission, rng):
    chain(submission, rng, 500)


@check(
    "bonus, no points: goes back through 1500 operations, beyond Python's recursion limit",
    zh="加分项（不计分）：反向穿过 1500 步运算，超出 Python 的递归上限",
    points=0,
)
def test_bonus_deeper(submission, rng):
    chain(submission, rng, 1500)
