import keras


def build_cnn(input_shape, n_classes):
    """The source's convolutional classifier, compiled and ready for fit.

    input_shape  shape of one image, (height, width, channels)
    n_classes    number of classes

    Returns a compiled keras.Model that maps (n, height, width, channels) to (n, n_classes):
    class probabilities, or logits if its loss is told so.
    """
    raise NotImplementedError
