import keras


def glorot_uniform(shape, seed):
    return keras.initializers.GlorotUniform(seed=seed)(shape)


def he_normal(shape, seed):
    return keras.initializers.HeNormal(seed=seed)(shape)
