import numpy as np


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(grad, dtype=np.result_type(grad, 0.0))) for grad in grads))
    scale = max_norm / max(norm, max_norm)
    return [grad * scale for grad in grads], norm
