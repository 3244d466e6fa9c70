import math
from statistics import fmean


def log_sigmoid(z):
    if z < 0:
        return z - math.log1p(math.exp(z))
    return -math.log1p(math.exp(-z))


def discriminator_loss(real_logits, fake_logits):
    real = [log_sigmoid(float(z)) for z in real_logits.ravel()]
    fake = [log_sigmoid(-float(z)) for z in fake_logits.ravel()]
    return -fmean(real) - fmean(fake)


def generator_loss(fake_logits):
    return -fmean(log_sigmoid(float(z)) for z in fake_logits.ravel())


def minimax_value(d_real, d_fake):
    won = fmean(math.log(p) for p in d_real.ravel().tolist())
    return won + fmean(math.log1p(-p) for p in d_fake.ravel().tolist())
