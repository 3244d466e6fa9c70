"""Discounted returns, through `keras.ops.scan` from the last step to the first."""

from __future__ import annotations

from typing import Any

import numpy as np
from keras import ops

from .tensors import Tensor


def discounted_returns(rewards: Any, gamma: float, dones: Any = None) -> Tensor:
    """r_t + gamma · (the return of the next step, or 0 where step t ends an episode), float64, (T,)."""
    rewards = ops.convert_to_tensor(np.asarray(rewards), dtype="float64")
    ends = ops.zeros_like(rewards) if dones is None else ops.convert_to_tensor(np.asarray(dones), dtype="float64")

    def back(following: Tensor, step: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        reward, end = step
        value = reward + gamma * ops.where(end > 0, ops.zeros_like(following), following)
        return value, value

    _, returns = ops.scan(back, ops.zeros((), dtype="float64"), (rewards, ends), reverse=True)
    return returns
