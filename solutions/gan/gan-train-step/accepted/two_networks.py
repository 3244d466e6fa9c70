import numpy as np


def probability(logits):
    return (1 + np.tanh(logits / 2)) / 2


class Affine:
    """slope · x + shift, with a backward pass and a step of its own."""

    def __init__(self, slope, shift):
        self.slope, self.shift = float(slope), float(shift)

    def forward(self, x):
        self.x = x
        return self.slope * x + self.shift

    def backward(self, dy):
        self.gradient = dy @ self.x, dy.sum()
        return dy * self.slope

    def step(self, lr):
        self.slope -= lr * self.gradient[0]
        self.shift -= lr * self.gradient[1]


def gan_step(params, real, z, lr):
    generator, critic = Affine(params["a"], params["c"]), Affine(params["w"], params["b"])
    fake = generator.forward(z)
    both = np.concatenate([real, fake])
    is_real = np.arange(both.size) < real.size
    share = np.where(is_real, 1 / real.size, 1 / fake.size)
    critic.backward((probability(critic.forward(both)) - is_real) * share)
    critic.step(lr)
    error = probability(critic.forward(fake)) - 1
    generator.backward(critic.backward(error / fake.size))
    generator.step(lr)
    return dict(a=generator.slope, c=generator.shift, w=critic.slope, b=critic.shift)
