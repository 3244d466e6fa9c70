import math


class Value:
    """A number that remembers how it was computed.

    data  the number
    grad  d(output)/d(this) after `output.backward()`; 0 before

    + - * / work with another Value or with a number on either side (`v + 2`, `2 - v`, `2 / v`);
    `v ** p` takes a number p; `-v` negates. Each returns a new Value.
    """

    def __init__(self, data):
        raise NotImplementedError

    def __add__(self, other):
        raise NotImplementedError

    def __mul__(self, other):
        raise NotImplementedError

    # - / ** and unary minus, and the operators with a number on the left, are yours to add

    def tanh(self):
        raise NotImplementedError

    def relu(self):
        """max(0, data); the slope at 0 is 0."""
        raise NotImplementedError

    def exp(self):
        raise NotImplementedError

    def backward(self):
        """Set `grad` of every Value of this one's graph; a second call gives the same gradients."""
        raise NotImplementedError
