import math


def term(mean, log_var):
    return (mean * mean + math.expm1(log_var) - log_var) / 2


def kl_divergence(mean, log_var):
    samples = []
    for means, log_vars in zip(mean.tolist(), log_var.tolist()):
        samples.append(math.fsum(term(m, v) for m, v in zip(means, log_vars)))
    return math.fsum(samples) / len(samples)
