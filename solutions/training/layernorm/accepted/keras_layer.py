import numpy as np
from keras import layers


def layernorm(x, gamma, beta, eps=1e-3):
    layer = layers.LayerNormalization(epsilon=eps)
    layer.build(x.shape)
    layer.set_weights([np.asarray(gamma, "float32"), np.asarray(beta, "float32")])
    return layer(np.asarray(x, "float32"))
