import keras


def build_lstm(timesteps, input_dim, output_dim):
    """The source's recurrent classifier, compiled and ready for fit.

    timesteps   length of a sequence
    input_dim   numbers in each time step
    output_dim  number of classes

    Returns a compiled keras.Model that maps (n, timesteps, input_dim) to (n, output_dim):
    class probabilities, or logits if its loss is told so.
    """
    raise NotImplementedError
