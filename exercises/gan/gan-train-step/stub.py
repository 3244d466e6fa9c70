import numpy as np


def gan_step(params, real, z, lr):
    """One step of training: first the discriminator's, then the generator's against the new discriminator.

    params  dict of four numbers: the generator is a·z + c, the discriminator's logit w·x + b
    real    real samples, (n,)
    z       noise, used by both steps, (m,); m need not be n
    lr      learning rate of both networks, a number

    Returns a new dict with the new "a", "c", "w" and "b".
    """
    raise NotImplementedError
