from keras import ops


def softplus(z):
    return ops.softplus(ops.cast(z, "float64"))


def discriminator_loss(real_logits, fake_logits):
    return ops.mean(softplus(-real_logits)) + ops.mean(softplus(fake_logits))


def generator_loss(fake_logits):
    return ops.mean(softplus(-fake_logits))


def minimax_value(d_real, d_fake):
    return ops.mean(ops.log(d_real)) + ops.mean(ops.log1p(-d_fake))
