"""Reverse-mode automatic differentiation of scalars."""

from __future__ import annotations

import math
from numbers import Real

Number = int | float


class Value:
    """A number that remembers how it was computed.

        ∂L/∂p = Σ over the nodes v that use p of  ∂L/∂v · ∂v/∂p

    Each node keeps its parents with the local slope ∂v/∂p, so that the backward pass is this sum and
    knows nothing about the operations.

    Args:
        data: the number; Python and NumPy numbers mix in from either side of + - * /.
        parents: the nodes it was computed from, each with its local slope; none for an input.

    Attributes:
        data: the value, a float.
        parents: as given.
        grad: the derivative of the nodes on which `backward` was called, a float, 0.0 before.

    Raises:
        TypeError: if data, an operand or an exponent is not a number (an exponent may not be a Value).
        ZeroDivisionError, ValueError, OverflowError: where the operation has no finite real value.

    Source: S1 2.2; Griewank & Walther 2008, chapter 3.

    Example:
        >>> a, b = Value(2.0), Value(-3.0)
        >>> y = a * b + a**2
        >>> y.backward()
        >>> y.data, a.grad, b.grad
        (-2.0, 1.0, 2.0)
    """

    __array_ufunc__ = None  # so that `numpy.float64(2) * value` asks this class
    __slots__ = ("data", "grad", "parents")

    def __init__(self, data: Number, parents: tuple[tuple[Value, float], ...] = ()) -> None:
        self.data = _number(data)
        self.grad = 0.0
        self.parents = parents

    def __repr__(self) -> str:
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other: Value | Number) -> Value:
        other = _value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other: Value | Number) -> Value:
        other = _value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def __pow__(self, exponent: Number) -> Value:
        exponent = _number(exponent)
        return Value(_power(self.data, exponent), ((self, _power_slope(self.data, exponent)),))

    def __truediv__(self, other: Value | Number) -> Value:
        other = _value(other)
        quotient = self.data / other.data
        return Value(quotient, ((self, 1 / other.data), (other, -quotient / other.data)))

    def __neg__(self) -> Value:
        return Value(-self.data, ((self, -1.0),))

    def __sub__(self, other: Value | Number) -> Value:
        other = _value(other)
        return Value(self.data - other.data, ((self, 1.0), (other, -1.0)))

    def __radd__(self, other: Number) -> Value:
        return _value(other) + self

    def __rmul__(self, other: Number) -> Value:
        return _value(other) * self

    def __rsub__(self, other: Number) -> Value:
        return _value(other) - self

    def __rtruediv__(self, other: Number) -> Value:
        return _value(other) / self

    def tanh(self) -> Value:
        """The hyperbolic tangent; its slope is 1 - tanh²."""
        result = math.tanh(self.data)
        return Value(result, ((self, 1 - result**2),))

    def relu(self) -> Value:
        """max(x, 0); its slope at 0 is 0."""
        active = self.data > 0
        return Value(self.data if active else 0.0, ((self, 1.0 if active else 0.0),))

    def exp(self) -> Value:
        """eˣ; it is its own slope."""
        result = math.exp(self.data)
        return Value(result, ((self, result),))

    def backward(self) -> None:
        """Add the derivative of this node to the `grad` of every node that it was computed from.

        A second call adds the same amounts once more. There is no recursion, so graphs may be deep.
        """
        slopes = {self: 1.0}
        for node in reversed(_parents_first(self)):
            slope = slopes[node]
            node.grad += slope
            for parent, local in node.parents:
                slopes[parent] = slopes.get(parent, 0.0) + slope * local


def _number(x: object) -> float:
    if not isinstance(x, Real):
        raise TypeError(f"a Value, and an exponent, is made of a number. Received: {type(x).__name__}")
    return float(x)


def _value(x: Value | Number) -> Value:
    return x if isinstance(x, Value) else Value(x)


def _power(base: float, exponent: float) -> float:
    """base ** exponent, in the reals only: a fractional power of a negative number is an error."""
    if base == 0 and exponent < 0:
        raise ZeroDivisionError(f"0 has no negative power. Received: exponent={exponent}")
    return math.pow(base, exponent)


def _power_slope(base: float, exponent: float) -> float:
    """d base ** exponent / d base, which is 0 for exponent 0 and inf where a root meets 0."""
    if exponent == 0:
        return 0.0
    if base == 0 and exponent < 1:
        return math.inf
    return exponent * _power(base, exponent - 1)


def _parents_first(root: Value) -> list[Value]:
    """All nodes that `root` depends on and itself, each after its parents."""
    order: list[Value] = []
    seen: set[Value] = set()
    stack = [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent, _ in node.parents)
    return order
