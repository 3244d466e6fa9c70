import numpy as np


def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    """All examples in one matrix, the noise as one more row with its own factor."""
    n = per_example_grads.shape[0]
    rows = np.concatenate([per_example_grads.reshape(n, -1), noise.reshape(1, -1)])
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=rows.dtype))
    factors = np.where(lengths > clip, clip / np.where(lengths > clip, lengths, 1), 1)
    factors[n] = noise_multiplier * clip
    return (np.einsum("i,ij->j", factors, rows) / n).reshape(noise.shape).astype(rows.dtype)
