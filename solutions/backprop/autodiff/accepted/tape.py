import math

TAPE = []


class Value:
    """One tape for all: a Value is a row of it, and rows are made after their inputs."""

    def __init__(self, data, *terms):
        self.data = data
        self.row = len(TAPE)
        TAPE.append((self, terms))
        self.grad = 0.0

    def __add__(self, other):
        other = lift(other)
        return Value(self.data + other.data, (self.row, 1), (other.row, 1))

    def __mul__(self, other):
        other = lift(other)
        return Value(self.data * other.data, (self.row, other.data), (other.row, self.data))

    def __truediv__(self, other):
        other = lift(other)
        a, b = self.data, other.data
        return Value(a / b, (self.row, 1 / b), (other.row, -a / (b * b)))

    def __sub__(self, other):
        other = lift(other)
        return Value(self.data - other.data, (self.row, 1), (other.row, -1))

    def __pow__(self, p):
        return Value(self.data**p, (self.row, p * self.data ** (p - 1)))

    def __neg__(self):
        return Value(-self.data, (self.row, -1))

    def __rsub__(self, other):
        return lift(other) - self

    def __rtruediv__(self, other):
        return lift(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def tanh(self):
        return Value(math.tanh(self.data), (self.row, 1 - math.tanh(self.data) ** 2))

    def relu(self):
        return Value(self.data * (self.data > 0), (self.row, int(self.data > 0)))

    def exp(self):
        return Value(math.exp(self.data), (self.row, math.exp(self.data)))

    def backward(self):
        grads = {self.row: 1.0}
        for row in range(self.row, -1, -1):
            if row in grads:
                value, terms = TAPE[row]
                value.grad = grads[row]
                for source, slope in terms:
                    grads[source] = grads.get(source, 0.0) + slope * value.grad


def lift(number):
    return number if isinstance(number, Value) else Value(number)
