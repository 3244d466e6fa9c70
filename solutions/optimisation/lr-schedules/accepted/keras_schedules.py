from keras.optimizers import schedules


def exponential_decay(step, lr0, decay_steps, rate):
    return schedules.ExponentialDecay(lr0, decay_steps, rate)(step)


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    return schedules.CosineDecay(lr0, decay_steps, alpha)(step)


def warmup_linear(step, lr0, warmup_steps):
    return schedules.PolynomialDecay(0.0, warmup_steps, lr0)(step)
