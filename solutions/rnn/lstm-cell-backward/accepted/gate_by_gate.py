import numpy as np


class Gate:
    """One block of columns, with its own way back."""

    def __init__(self, number, x, h, kernel, recurrent_kernel, bias):
        u = h.shape[1]
        self.x, self.h, block = x, h, slice(number * u, (number + 1) * u)
        self.w, self.v = kernel[:, block], recurrent_kernel[:, block]
        z = np.einsum("nd,du->nu", x, self.w) + np.einsum("nv,vu->nu", h, self.v) + bias[block]
        if number == 2:
            self.value = np.tanh(z)
            self.slope = 1 / np.cosh(np.clip(z, -40, 40)) ** 2
        else:
            self.value = 0.5 * (1 + np.tanh(z / 2))
            self.slope = self.value - np.square(self.value)

    def back(self, gradient):
        d = gradient * self.slope
        return (
            np.einsum("nu,du->nd", d, self.w),
            np.einsum("nu,vu->nv", d, self.v),
            np.einsum("nd,nu->du", self.x, d),
            np.einsum("nv,nu->vu", self.h, d),
            d.sum(0),
        )


def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    write, keep, new, show = (Gate(k, x_t, h_prev, kernel, recurrent_kernel, bias) for k in range(4))
    squashed = np.tanh(keep.value * c_prev + write.value * new.value)
    through_h = dh * show.value
    total = through_h - through_h * squashed * squashed + dc
    parts = [
        write.back(total * new.value),
        keep.back(total * c_prev),
        new.back(total * write.value),
        show.back(dh * squashed),
    ]
    dx, dh_prev, *weights = zip(*parts)
    grads = dict(zip(("dkernel", "drecurrent_kernel", "dbias"), (np.concatenate(w, axis=-1) for w in weights)))
    grads |= {"dc_prev": keep.value * total, "dx": sum(dx), "dh_prev": sum(dh_prev)}
    return grads
