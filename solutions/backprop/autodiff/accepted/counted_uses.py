import math
from collections import Counter, deque


class Value:
    """Parents and slopes as pairs; a node moves on when its last user has reported (Kahn)."""

    def __init__(self, data, edges=None):
        self.data, self.grad, self.edges = data, 0.0, edges or []

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other, [(self, 1.0)])
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other, [(self, other)])
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __pow__(self, power):
        return Value(self.data**power, [(self, power * self.data**power / self.data if power else 0.0)])

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * (other.reciprocal() if isinstance(other, Value) else 1.0 / other)

    def reciprocal(self):
        return Value(1.0 / self.data, [(self, -1.0 / self.data**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -(self - other)

    def __rtruediv__(self, other):
        return self.reciprocal() * other

    def tanh(self):
        e = math.exp(-2.0 * abs(self.data))
        t = math.copysign((1.0 - e) / (1.0 + e), self.data)
        return Value(t, [(self, 4.0 * e / (1.0 + e) ** 2)])

    def relu(self):
        return Value(self.data, [(self, 1.0)]) if self.data > 0 else Value(0.0, [(self, 0.0)])

    def exp(self):
        return Value(math.exp(self.data), [(self, math.exp(self.data))])

    def backward(self):
        users, waiting, found = Counter(), [self], {self}
        while waiting:
            node = waiting.pop()
            node.grad = 0.0
            for parent, _ in node.edges:
                users[parent] += 1
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        self.grad = 1.0
        ready = deque([self])
        while ready:
            node = ready.popleft()
            for parent, slope in node.edges:
                parent.grad += slope * node.grad
                users[parent] -= 1
                if users[parent] == 0:
                    ready.append(parent)
