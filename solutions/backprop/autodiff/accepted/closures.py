import math


class Value:
    """Each node carries a function that pushes its gradient on; the order is found by recursion."""

    def __init__(self, data, children=()):
        self.data = float(data)
        self.grad = 0
        self.children = children
        self.push_on = lambda: None

    @staticmethod
    def _wrap(other):
        return other if isinstance(other, Value) else Value(other)

    def __add__(self, other):
        other = Value._wrap(other)
        out = Value(self.data + other.data, (self, other))

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push_on = push
        return out

    def __mul__(self, other):
        other = Value._wrap(other)
        out = Value(self.data * other.data, (self, other))

        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push_on = push
        return out

    def __pow__(self, p):
        out = Value(self.data**p, (self,))

        def push():
            self.grad += p * self.data ** (p - 1) * out.grad

        out.push_on = push
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))

        def push():
            self.grad += (1 - out.data**2) * out.grad

        out.push_on = push
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,))

        def push():
            self.grad += out.data * out.grad

        out.push_on = push
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, (self,))

        def push():
            if out.data > 0:
                self.grad += out.grad

        out.push_on = push
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-Value._wrap(other))

    def __truediv__(self, other):
        return self * Value._wrap(other) ** -1

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other

    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for child in node.children:
                visit(child)
            order.append(node)

        visit(self)
        for node in order:
            node.grad = 0
        self.grad = 1
        for node in reversed(order):
            node.push_on()
