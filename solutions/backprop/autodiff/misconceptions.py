"""Wrong answers to Value that people really give."""

import math

from grader.checks import misconception


@misconception(
    "assigns-instead-of-adding",
    entry="P01",
    en="A value that is used more than once keeps only one of its contributions: gradients must be added to what is "
    "already there.",
    zh="用了不止一次的节点只留下了其中一份贡献：梯度要累加到已有的值上，而不是直接赋值。",
)
class Value(Value):
    def backward(self):
        nodes = sorted_graph(self)
        for node in nodes:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(nodes):
            for value, slope in zip(node.inputs, node.slopes):
                value.grad = slope * node.grad


@misconception(
    "breadth-first-order",
    entry="P02",
    en="Your nodes are handled level by level, counted from the output. A node that is reached by a short way and a "
    "long one then passes its gradient on before the long way has added to it.",
    zh="你从输出开始一层一层地处理节点。如果一个节点既有短路可达、又有长路可达，长路的贡献还没加进来，它就已经把梯度传走了。",
)
def sorted_graph(output):
    nodes = [output]
    for node in nodes:
        nodes.extend(value for value in dict.fromkeys(node.inputs) if value not in nodes)
    return nodes[::-1]


@misconception(
    "depth-first-order",
    entry="P02",
    en="Your nodes pass their gradient on when they are first reached, depth first, and not after all nodes that use "
    "them.",
    zh="你按深度优先的次序，节点一被访问到就把梯度传走，没有等所有用到它的节点都处理完。",
)
def sorted_graph(output):
    nodes, stack = [], [output]
    while stack:
        node = stack.pop()
        if node not in nodes:
            nodes.append(node)
            stack.extend(reversed(node.inputs))
    return nodes[::-1]


@misconception(
    "passes-on-at-every-visit",
    entry="P02",
    en="A node that is used more than once passes on its whole gradient again at every visit, so that earlier "
    "contributions count twice.",
    zh="用了不止一次的节点每被访问一次，就把累计的梯度整个再传一遍，先前的贡献被重复计算了。",
)
class Value(Value):
    def backward(self):
        for node in sorted_graph(self):
            node.grad = 0.0
        self.grad = 1.0
        self.pass_on()

    def pass_on(self):
        for value, slope in zip(self.inputs, self.slopes):
            value.grad += slope * self.grad
            value.pass_on()


@misconception(
    "output-gradient-not-set",
    entry="",
    en="All your gradients are 0: the gradient of the output with respect to itself is 1, and the way back starts "
    "there.",
    zh="你的梯度全是 0：输出对自身的梯度是 1，反向传播要从它开始。",
)
class Value(Value):
    def backward(self):
        for node in sorted_graph(self):
            node.grad = 0.0


@misconception(
    "gradient-from-above-ignored",
    entry="A05",
    en="Your gradients are the slopes of single operations: each must be multiplied by the gradient that comes from "
    "the result.",
    zh="你的梯度只是单步运算的斜率：还要乘以结果节点传回来的梯度。",
)
class Value(Value):
    def backward(self):
        nodes = sorted_graph(self)
        for node in nodes:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(nodes):
            for value, slope in zip(node.inputs, node.slopes):
                value.grad += slope


@misconception(
    "gradients-never-reset",
    entry="P04",
    en="After a second `backward` your gradients are those of both calls mixed, inner nodes included: each call must "
    "first set the gradients of its graph to 0.",
    zh="第二次调用 `backward` 之后，你的梯度（包括中间节点）把两次的结果混在了一起：每次调用都要先把图中的梯度置为 0。",
)
class Value(Value):
    def backward(self):
        self.grad = 1.0
        for node in reversed(sorted_graph(self)):
            for value, slope in zip(node.inputs, node.slopes):
                value.grad += slope * node.grad


@misconception(
    "leaves-accumulate",
    entry="P08",
    en="Your leaves add up the gradients of several calls of `backward`. That is PyTorch's convention; here each call "
    "starts at 0.",
    zh="你的叶子节点会把多次 `backward` 的梯度加在一起。这是 PyTorch 的约定，本题每次都从 0 开始。",
)
class Value(Value):
    def backward(self):
        nodes = sorted_graph(self)
        for node in nodes:
            node.grad = 0.0 if node.inputs else node.grad
        self.grad = 1.0
        for node in reversed(nodes):
            for value, slope in zip(node.inputs, node.slopes):
                value.grad += slope * node.grad


@misconception(
    "numbers-on-the-left-missing",
    entry="P06",
    en="Your Value does not take a number on the left: `2 + v`, `2 - v`, `2 * v` and `2 / v` need operators of their "
    "own.",
    zh="你的 Value 左边不能是数字：`2 + v`、`2 - v`、`2 * v`、`2 / v` 需要另外定义对应的运算符。",
)
class Value(Value):
    def __radd__(self, number):
        return NotImplemented

    __rsub__ = __rmul__ = __rtruediv__ = __radd__


@misconception(
    "numbers-on-the-left-not-swapped",
    entry="P06",
    en="Your `2 - v` is `v - 2`, and your `2 / v` is `v / 2`: with the number on the left the operands change places.",
    zh="你的 `2 - v` 算成了 `v - 2`，`2 / v` 算成了 `v / 2`：数字在左边时，两个操作数要对调。",
)
class Value(Value):
    def __rsub__(self, number):
        return self - number

    def __rtruediv__(self, number):
        return self / number


@misconception(
    "difference-slope-sign",
    entry="",
    en="Your slope of a - b with respect to b is +1: it is -1.",
    zh="你的 a - b 对 b 的斜率是 +1，应当是 -1。",
)
class Value(Value):
    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, (self, other), (1.0, 1.0))


@misconception(
    "product-slopes-swapped",
    entry="P07",
    en="Your slope of a · b with respect to a is a itself. Each factor's slope is the *other* factor.",
    zh="你的 a · b 对 a 的斜率用了 a 自己。每个因子的斜率是*另一个*因子。",
)
class Value(Value):
    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (self.data, other.data))


@misconception(
    "quotient-slope-sign",
    entry="",
    en="Your slope of a / b with respect to b has the wrong sign: a larger b makes the quotient of positive numbers "
    "smaller.",
    zh="你的 a / b 对 b 的斜率符号反了：两个正数相除，b 越大，商越小。",
)
class Value(Value):
    def __truediv__(self, other):
        other = as_value(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, a / b**2))


@misconception(
    "quotient-slope-without-numerator",
    entry="",
    en="Your slope of a / b with respect to b is -1/b²: the numerator a is missing in it.",
    zh="你的 a / b 对 b 的斜率是 -1/b²，漏了分子 a。",
)
class Value(Value):
    def __truediv__(self, other):
        other = as_value(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -1 / b**2))


@misconception(
    "power-not-lowered",
    entry="P07",
    en="Your slope of a power still has the old exponent: taking the derivative lowers it by one.",
    zh="你的乘方斜率里指数没有变：求导之后指数要减一。",
)
class Value(Value):
    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data**exponent,))


@misconception(
    "power-slope-of-the-result",
    entry="P07",
    en="Your slope of a power is computed from the result of the power; it belongs to the base.",
    zh="你算乘方的斜率时代入了乘方的结果，应当代入底数。",
)
class Value(Value):
    def __pow__(self, exponent):
        power = self.data**exponent
        return Value(power, (self,), (exponent * power ** (exponent - 1),))


@misconception(
    "exp-slope-of-the-input",
    entry="P07",
    en="Your slope of exp is its input. It is the result: exp is its own derivative.",
    zh="你的 exp 的斜率用了输入值，应当是结果：exp 的导数就是它自己。",
)
class Value(Value):
    def exp(self):
        return Value(math.exp(self.data), (self,), (self.data,))


@misconception(
    "tanh-slope-of-the-input",
    entry="A03",
    en="Your slope of tanh is 1 - x² of the input. The form 1 - t² holds for the result t.",
    zh="你用 tanh 的输入算了 1 - x²。1 - t² 这个形式里的 t 是结果。",
)
class Value(Value):
    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - self.data**2,))


@misconception(
    "tanh-overflows",
    entry="A02",
    en="Your tanh overflows for large numbers: exp(1000) has no floating-point value. `math.tanh` has no such limit.",
    zh="你的 tanh 在数值很大时溢出：exp(1000) 超出了浮点数的范围。`math.tanh` 没有这个问题。",
)
class Value(Value):
    def tanh(self):
        up, down = math.exp(self.data), math.exp(-self.data)
        t = (up - down) / (up + down)
        return Value(t, (self,), (1 - t * t,))


@misconception(
    "relu-slope-one-at-zero",
    entry="A04",
    en="Your relu has slope 1 at 0. The convention here, as in Keras and PyTorch, is 0.",
    zh="你的 relu 在 0 处的斜率是 1。本题与 Keras、PyTorch 一样，约定为 0。",
)
class Value(Value):
    def relu(self):
        return Value(max(0.0, self.data), (self,), (float(self.data >= 0),))
