import numpy as np


class MaxPool:
    def __init__(self, size, stride):
        self.h, self.w = size if isinstance(size, tuple) else (size, size)
        if stride is None:
            self.down, self.right = self.h, self.w
        else:
            self.down, self.right = stride if isinstance(stride, tuple) else (stride, stride)

    def winner(self, image, i, j):
        best = None
        for r in range(i * self.down, i * self.down + self.h):
            for s in range(j * self.right, j * self.right + self.w):
                if best is None or image[r, s] > image[best]:
                    best = r, s
        return best


def max_pool_backward(dy, x, size=2, stride=None):
    layer = MaxPool(size, stride)
    dx = np.zeros(x.shape, np.float32 if x.dtype == np.float32 else np.float64)
    for b in range(dy.shape[0]):
        for c in range(dy.shape[3]):
            for i in range(dy.shape[1]):
                for j in range(dy.shape[2]):
                    r, s = layer.winner(x[b, :, :, c], i, j)
                    dx[b, r, s, c] += dy[b, i, j, c]
    return dx
