import numpy as np


class Gates:
    def __init__(self, x, h, kernel, recurrent_kernel, bias):
        self.x, self.h = (a if a.dtype.kind == "f" else a.astype(float) for a in (x, h))
        self.parameters = kernel, recurrent_kernel, bias
        self.units = h.shape[1]

    def before(self, number):
        block = slice(number * self.units, (number + 1) * self.units)
        w, u, b = (p[..., block] for p in self.parameters)
        return np.einsum("nd,du->nu", self.x, w) + np.einsum("nv,vu->nu", self.h, u) + b

    def opened(self, number):
        return np.exp(-np.logaddexp(0, -self.before(number)))


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    gates = Gates(x_t, h_prev, kernel, recurrent_kernel, bias)
    c_t = np.multiply(gates.opened(1), c_prev)
    c_t = c_t + gates.opened(0) * np.tanh(gates.before(2))
    return [gates.opened(3) * np.tanh(c_t), c_t]
