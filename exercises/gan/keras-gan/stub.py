import keras


def build_generator(latent_dim=100):
    """From noise to images, through transposed convolutions.

    latent_dim   how many numbers of noise an image is made of

    Returns a keras.Model that maps (n, latent_dim) to (n, 28, 28, 1), pixels in [-1, 1]: its last step is tanh.
    """
    raise NotImplementedError


def build_discriminator():
    """From images to their logits.

    Returns a keras.Model that maps (n, 28, 28, 1) to (n, 1): one logit for each image, any real number.
    """
    raise NotImplementedError
