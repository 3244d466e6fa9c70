"""What the generative experiments share: a network with a seed, and a step along gradients from outside."""

from __future__ import annotations

from collections.abc import Iterable

from ..numpy_stack.layers import Layer
from ..numpy_stack.models import Sequential
from ..numpy_stack.updates import Optimizer


def seeded(layers: Iterable[Layer], seed: int) -> Sequential:
    """A network that starts from the parameters of a seed, and is trained by `descend`.

    Args:
        layers: at least one, in order.
        seed: decides the first parameters.

    Returns:
        A `Sequential`. Its own loss stays unused: that of a generator is found by another network.

    Raises:
        ValueError: if there is no layer.

    Example:
        >>> from ..numpy_stack.layers import Dense
        >>> networks = [seeded([Dense(1)], seed=7) for _ in range(2)]
        >>> networks[0].forward([[1.0]]) == networks[1].forward([[1.0]])
        array([[ True]])
    """
    model = Sequential(layers)
    model.compile("bce_from_logits", Optimizer("sgd"), seed)  # `compile` is what takes the seed
    return model


def descend(model: Sequential, optimizer: Optimizer) -> None:
    """One step of the optimizer along the gradients of the last backward pass.

    The parameters of the model's layers are replaced; the old arrays stay what they were.

    Args:
        model: after `backward`.
        optimizer: keeps its state for this model alone.

    Source: S1 2.4.

    Example:
        >>> from ..numpy_stack.layers import Dense
        >>> model = seeded([Dense(1)], seed=0)
        >>> _ = model.forward([[2.0]]), model.backward([[1.0]])
        >>> descend(model, Optimizer("sgd", lr=0.5))
        >>> model.parameters["0.bias"]
        array([-0.5])
    """
    for name, value in optimizer.step(model.parameters, model.gradients).items():
        index, _, key = name.partition(".")
        model.layers[int(index)].parameters[key] = value
