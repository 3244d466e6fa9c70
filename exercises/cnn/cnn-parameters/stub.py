def parameter_count(input_shape, layers):
    """How many parameters a stack of layers has, as Keras's `count_params` gives it.

    input_shape  shape of one sample without the batch: (height, width, channels),
                 (time, features) or (features,)
    layers       a list of dicts, first layer first:
                 {"type": "conv2d", "filters": 32, "kernel": (3, 3)}, and perhaps
                     "stride": an int (default 1), "padding": "valid" (default) or "same",
                     "bias": True (default) or False
                 {"type": "maxpool", "size": 2} or {"type": "maxpool", "size": (2, 3)}
                 {"type": "flatten"}
                 {"type": "dense", "units": 10}, and perhaps "bias"
                 {"type": "lstm", "units": 8}
                 {"type": "batchnorm"}

    Returns the number, an int.
    """
    raise NotImplementedError
