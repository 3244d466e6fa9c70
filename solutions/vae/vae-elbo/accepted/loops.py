import math


def cross_entropy(x, s):
    """From the logit whose sign makes the exponential small."""
    if s < 0:
        return math.log1p(math.exp(s)) - x * s
    return math.log1p(math.exp(-s)) + (1 - x) * s


def divergence(mean, log_var):
    return (mean * mean + math.expm1(log_var) - log_var) / 2


def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    n = x.shape[0]
    pixels = zip(x.ravel().tolist(), x_logits.ravel().tolist())
    latents = zip(mean.ravel().tolist(), log_var.ravel().tolist())
    return (math.fsum(cross_entropy(*p) for p in pixels) + beta * math.fsum(divergence(*p) for p in latents)) / n
