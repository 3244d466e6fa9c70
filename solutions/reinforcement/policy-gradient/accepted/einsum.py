import numpy as np


def log_policy(logits):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def reinforce_gradient(theta, states, actions, returns):
    """The gradient of -J as a loss with soft targets, turned around at the end."""
    probs = np.exp(log_policy(np.einsum("td,dk->tk", states, theta)))
    targets = np.eye(theta.shape[1], dtype=probs.dtype)[actions]
    loss_gradient = np.einsum("t,td,tk->dk", returns, states, probs - targets) / np.float32(len(returns))
    return -loss_gradient
