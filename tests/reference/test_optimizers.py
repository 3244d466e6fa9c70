"""One contract for all update rules, and what is particular to each."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from reference.numpy_stack import optimizers, updates
from reference.numpy_stack.gradcheck import numerical_gradient
from tests.reference.layouts import public_functions, same_in_any_layout

RULES = sorted(name for name in public_functions("optimizers", "adam") if name.endswith(("_step", "_uncorrected")))
every_rule = pytest.mark.parametrize("name", RULES)


def _parameters(name: str) -> list[str]:
    return list(inspect.signature(getattr(optimizers, name)).parameters)


SLOTS = {  # arrays of state, all that comes between theta and the gradient; and whether the rule counts steps
    name: (_parameters(name).index("grad") - 1, "t" in _parameters(name)) for name in RULES
}


def test_every_rule_is_tried() -> None:
    """Every public function is an update rule of the modules of rules, but for the factor that explains one."""
    assert public_functions("optimizers", "adam") == {*RULES, "correction_factor"}
    assert {getattr(optimizers, name) for name in RULES} >= {rule for rule, _ in updates.RULES.values()}
    assert {rule: kept for rule, (_, kept) in updates.RULES.items()} == {
        rule: SLOTS[function.__name__][0] for rule, (function, _) in updates.RULES.items()
    }


def _step(stack: Any, name: str, state: tuple[Any, ...], grad: Any, t: int, lr: float) -> tuple[Any, ...]:
    """(theta, slots…) after one step with the default constants."""
    counted = (t,) if SLOTS[name][1] else ()
    result = getattr(stack, name)(*state, grad, *counted, lr)
    return result if isinstance(result, tuple) else (result,)


def _start(name: str, theta: Any) -> tuple[Any, ...]:
    return (theta, *(np.zeros_like(theta) for _ in range(SLOTS[name][0])))


@every_rule
@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-12), ("float32", 1e-5)])
def test_many_steps_stay_with_keras(
    name: str, dtype: str, tolerance: float, keras_stack: ModuleType, rng: np.random.Generator
) -> None:
    """Steps taken one after the other from the start agree with Keras, the state too."""
    ours = theirs = _start(name, rng.normal(size=(2, 3)).astype(dtype))
    for t in range(1, 7):
        grad = rng.normal(size=(2, 3)).astype(dtype)
        ours = _step(optimizers, name, ours, grad, t, 0.1)
        theirs = _step(keras_stack.optimizers, name, theirs, grad, t, 0.1)

    for our, their in zip(ours, theirs):
        assert our.dtype == dtype
        np.testing.assert_allclose(our, np.asarray(their), tolerance, tolerance)


def _given(name: str, rng: np.random.Generator, shape: tuple[int, ...], dtype: str = "float64") -> list[Any]:
    """Theta, a state in which no entry is negative, and a gradient."""
    theta, *state, grad = rng.normal(size=(SLOTS[name][0] + 2, *shape)).astype(dtype)
    return [theta, *(slot**2 for slot in state), grad]


def _taken(name: str, lr: float = 0.1) -> Callable[..., tuple[Any, ...]]:
    """The third step of a rule, as a function of theta, state and gradient."""
    return lambda *given: _step(optimizers, name, given[:-1], given[-1], 3, lr)


@every_rule
def test_arguments_are_only_read(name: str, rng: np.random.Generator) -> None:
    """Read-only arguments and arrays with gaps will do; none is changed, and no result shares memory with one."""
    same_in_any_layout(_taken(name), *_given(name, rng, (3, 4)))


@every_rule
@pytest.mark.parametrize("dtype", ["int64", "uint8", "bool"])
def test_integers_compute_in_float64(name: str, dtype: str, rng: np.random.Generator) -> None:
    """Whole parameters, state and gradients give what the same numbers give as float64: no step is rounded away."""
    whole = [rng.integers(0, 2, size=(2, 3)).astype(dtype) for _ in range(SLOTS[name][0] + 2)]
    exact = _taken(name)(*(array.astype(float) for array in whole))

    for ours, theirs in zip(_taken(name)(*whole), exact, strict=True):
        assert ours.dtype == np.float64
        np.testing.assert_array_equal(ours, theirs)


@every_rule
@pytest.mark.parametrize("shape", [(), (1,), (1, 4)])
@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-12), ("float32", 1e-5)])
def test_one_step_from_anywhere_agrees_with_keras(
    name: str, shape: tuple[int, ...], dtype: str, tolerance: float, keras_stack: ModuleType, rng: np.random.Generator
) -> None:
    """With a state that is not 0, and for a single parameter, a step is Keras's."""
    *state, grad = _given(name, rng, (2, *shape), dtype)
    state, grad = [slot[0] for slot in state], grad[0]
    theirs = _step(keras_stack.optimizers, name, tuple(state), grad, 3, 0.1)

    for our, their in zip(_step(optimizers, name, tuple(state), grad, 3, 0.1), theirs, strict=True):
        np.testing.assert_allclose(our, np.asarray(their), tolerance, tolerance)


@every_rule
def test_the_first_step_is_down_the_slope(name: str, rng: np.random.Generator) -> None:
    """From rest, with the gradient of central differences, a small step lowers the loss that it belongs to."""

    def loss(theta: Any) -> float:
        return float(np.sum(np.cosh(theta)))

    theta = rng.normal(size=5) + 2.0
    gradient = numerical_gradient(loss, theta)
    after, *_ = _step(optimizers, name, _start(name, theta), gradient, 1, 1e-3)

    np.testing.assert_allclose(gradient, np.sinh(theta), 1e-7)
    assert loss(after) < loss(theta)


@every_rule
@pytest.mark.parametrize(("dtype", "size"), [("float16", 100.0), ("float32", 1000.0), ("float64", 1e12)])
def test_large_and_vanishing_gradients(name: str, dtype: str, size: float) -> None:
    """Steep, vanishing and missing slopes give finite parameters and state, without a warning."""
    state = _start(name, np.ones(3, dtype))
    for t, grad in enumerate(([size, -size, 0.0], [0.0, 0.0, 0.0], [-size, size, 0.0]), start=1):
        state = _step(optimizers, name, state, np.array(grad, dtype), t, 0.01)

        assert all(np.isfinite(part).all() and part.dtype == dtype for part in state)


@every_rule
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_each_parameter_goes_its_own_way(name: str, data: st.DataObject) -> None:
    """A step of many parameters is the step of each: no entry of a gradient moves another parameter."""
    shape = data.draw(array_shapes(max_dims=3, max_side=4))
    some, positive = (arrays(float, shape, elements=st.floats(*limits)) for limits in ((-1000, 1000), (0, 1000)))
    drawn = [data.draw(some), *(data.draw(positive) for _ in range(SLOTS[name][0])), data.draw(some)]
    together = _taken(name)(*drawn)
    alone = [_taken(name)(*numbers) for numbers in zip(*(array.ravel() for array in drawn))]

    for part, singles in zip(together, zip(*alone), strict=True):
        assert np.isfinite(part).all()
        np.testing.assert_allclose(part.ravel(), singles, 1e-12)


@every_rule
def test_a_bowl_is_descended(name: str) -> None:
    """Every rule comes close to the minimum of an elongated parabola."""
    scale = np.array([1.0, 20.0])
    state = _start(name, np.array([1.0, -1.0]))
    for t in range(1, 1001):
        state = _step(optimizers, name, state, scale * state[0], t, 0.01)

    assert np.abs(state[0]).max() < 0.02


@every_rule
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("shape", [(), (1,), (0, 2), (2, 3)])
def test_shapes_and_dtypes(name: str, dtype: str, shape: tuple[int, ...]) -> None:
    """Parameters and state keep shape and dtype, single numbers and empty arrays included."""
    state = _start(name, np.ones(shape, dtype))
    for part in _step(optimizers, name, state, np.ones(shape, dtype), 1, np.float64(0.1)):
        assert (part.shape, part.dtype) == (shape, dtype)


@every_rule
def test_a_gradient_of_nothing_moves_nothing(name: str) -> None:
    """From rest, a gradient of 0 leaves theta, but for the weight decay; nothing divides 0 by 0."""
    state = _step(optimizers, name, _start(name, np.array([2.0])), np.zeros(1), 1, 0.5)

    assert state[0].tolist() == [2.0 * (1 - 0.5 * 0.004) if name == "adamw_step" else 2.0]


@every_rule
def test_what_does_not_fit_is_refused(name: str) -> None:
    """Another shape anywhere and a negative rate raise ValueError that says what came."""
    state, grad = _start(name, np.zeros(3)), np.zeros(3)
    wrong = np.zeros((3, 1))
    with pytest.raises(ValueError, match=r"same shape\. Received: .*grad \(3, 1\)"):
        _step(optimizers, name, state, wrong, 1, 0.1)
    for slot in range(len(state)):
        with pytest.raises(ValueError, match=r"same shape\. Received: "):
            _step(optimizers, name, (*state[:slot], wrong, *state[slot + 1 :]), grad, 1, 0.1)
    with pytest.raises(ValueError, match=r"lr must be at least 0\. Received: lr=-0\.1"):
        _step(optimizers, name, state, grad, 1, -0.1)


@pytest.mark.parametrize(
    ("name", "constants", "message"),
    [
        ("momentum_step", {"beta": 1.0}, r"beta must be in \[0, 1\)\. Received: beta=1\.0"),
        ("nesterov_step", {"beta": -0.1}, "beta must be"),
        ("rmsprop_step", {"rho": 1.5}, "rho must be"),
        ("rmsprop_step", {"eps": 0.0}, "eps must be above 0"),
        ("adam_step", {"t": 0}, "t must be at least 1. Received: t=0"),
        ("adam_step", {"t": 1, "beta1": 1.0}, "beta1 must be"),
        ("adam_step", {"t": 1, "beta2": float("nan")}, "beta2 must be"),
        ("adamw_step", {"t": 1, "weight_decay": -1.0}, "weight_decay must be"),
        ("adam_step_uncorrected", {"eps": -1e-8}, "eps must be"),
    ],
)
def test_constants_out_of_range(name: str, constants: dict[str, float], message: str) -> None:
    """A decay that never forgets, a step before the first and negative constants are refused."""
    state = _start(name, np.zeros(2))
    with pytest.raises(ValueError, match=message):
        getattr(optimizers, name)(*state, grad=np.zeros(2), lr=0.1, **constants)


def test_momentum_adds_up() -> None:
    """Under a constant gradient the velocity tends to -lr·g / (1 - β)."""
    state: tuple[Any, Any] = (np.zeros(1), np.zeros(1))
    for _ in range(300):
        state = optimizers.momentum_step(*state, np.ones(1), 0.1, 0.9)

    np.testing.assert_allclose(state[1], -1.0)


def test_nesterov_is_momentum_seen_from_ahead(rng: np.random.Generator) -> None:
    """Its theta is the ball of plain momentum plus βv, with the gradient taken there."""
    ball, velocity = rng.normal(size=(2, 3))
    ahead, ahead_velocity = ball + 0.8 * velocity, velocity
    for _ in range(4):
        grad = np.sin(ball + 0.8 * velocity)
        ball, velocity = optimizers.momentum_step(ball, velocity, grad, 0.1, 0.8)
        ahead, ahead_velocity = optimizers.nesterov_step(ahead, ahead_velocity, np.sin(ahead), 0.1, 0.8)

    np.testing.assert_allclose(ahead, ball + 0.8 * velocity, 1e-12)
    np.testing.assert_allclose(ahead_velocity, velocity, 1e-12)


def test_first_step_of_adam_has_the_size_of_the_rate() -> None:
    """Corrected, the first step is lr whatever the gradient; uncorrected it is 3.16 times too long."""
    zeros, grad = np.zeros(3), np.array([1e-3, -1.0, 1e3])
    corrected = optimizers.adam_step(zeros, zeros, zeros, grad, 1, 0.1)[0]
    printed = optimizers.adam_step_uncorrected(zeros, zeros, zeros, grad, 0.1)[0]

    np.testing.assert_allclose(corrected, [-0.1, 0.1, -0.1], 1e-4)
    np.testing.assert_allclose(printed, corrected * np.sqrt(10), 1e-3)


@pytest.mark.parametrize("t", [1, 2, 10, 1000])
def test_correction_factor_is_the_ratio_of_the_steps(t: int, rng: np.random.Generator) -> None:
    """At eps = 0 the corrected step is the factor times the uncorrected one."""
    m, v, grad = rng.normal(size=(3, 4))
    corrected = optimizers.adam_step(np.zeros(4), m, v**2, grad, t, 1.0, 0.8, 0.95, 0.0)[0]
    printed = optimizers.adam_step_uncorrected(np.zeros(4), m, v**2, grad, 1.0, 0.8, 0.95, 0.0)[0]

    np.testing.assert_allclose(corrected, optimizers.correction_factor(t, 0.8, 0.95) * printed, 1e-12)


def test_correction_fades() -> None:
    """After many steps nothing is left to correct; a step before the first is refused."""
    assert optimizers.correction_factor(10**6) == pytest.approx(1.0)
    with pytest.raises(ValueError, match=r"Received: t=0"):
        optimizers.correction_factor(0)


def test_decay_is_decoupled(rng: np.random.Generator) -> None:
    """AdamW is Adam plus lr·λ·θ, so that the size of the gradients does not scale the decay."""
    theta, m, v, grad = rng.normal(size=(4, 3))
    plain = optimizers.adam_step(theta, m, v**2, grad, 5, 0.1)
    decayed = optimizers.adamw_step(theta, m, v**2, grad, 5, 0.1, weight_decay=0.3)

    np.testing.assert_allclose(decayed[0], plain[0] - 0.1 * 0.3 * theta, 1e-13)
    np.testing.assert_array_equal(decayed[1:], plain[1:])
