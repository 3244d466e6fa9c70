import numpy as np


def gate(a):
    return np.exp(-np.logaddexp(0, -a))


class Cell:
    def __init__(self, kernel, recurrent_kernel, bias):
        self.units = recurrent_kernel.shape[0]
        self.input = kernel, bias[0]
        self.state = recurrent_kernel, bias[1]

    def block(self, number, rows, part):
        weights, bias = part
        block = slice(number * self.units, (number + 1) * self.units)
        return np.einsum("na,au->nu", rows, weights[:, block]) + bias[np.newaxis, block]

    def step(self, x, h):
        keep = gate(self.block(0, x, self.input) + self.block(0, h, self.state))
        reset = gate(self.block(1, x, self.input) + self.block(1, h, self.state))
        new = np.tanh(self.block(2, x, self.input) + self.block(2, h, self.state) * reset)
        return np.add(new - keep * new, keep * h)


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    return Cell(kernel, recurrent_kernel, bias).step(x_t, h_prev)
