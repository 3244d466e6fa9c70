"""NumPy against Keras: both stacks give one value for every function, in both dtypes.

A new function of the stacks is a new case in `reference/cases`.
"""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference import numpy_stack
from reference.agreement import all_cases, call, cast, device_of, distance, is_float_array, measure, parts
from reference.cases.drawing import Draw

CASES = all_cases()
DRAWN = {"initializers.glorot_uniform", "initializers.he_normal"}  # random numbers: their distributions are compared
TOLERANCE = {"float64": 1e-12, "float32": 2e-5}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("name", "arguments"), CASES, ids=lambda case: case if isinstance(case, str) else "")
def test_both_stacks_agree(
    name: str,
    arguments: Draw,
    dtype: str,
    rng: np.random.Generator,
    keras_stack: ModuleType,
) -> None:
    """A function gives the same names, shapes, dtype and values in NumPy as in Keras."""
    given = cast(arguments(rng), dtype)
    keeps = dtype if any(is_float_array(part) for _, part in parts(given)) else "float64"
    ours = list(parts(call(numpy_stack, name, given)))
    theirs = list(parts(call(keras_stack, name, given)))

    assert [part for part, _ in ours] == [part for part, _ in theirs]
    for (part, our), (_, their) in zip(ours, theirs):
        assert np.shape(our) == np.shape(their), part
        if not isinstance(our, (int, float)):
            dtypes = (our.dtype, np.asarray(their).dtype)
            assert dtypes == ((keeps, keeps) if our.dtype.kind == "f" else (our.dtype, our.dtype)), part
        np.testing.assert_allclose(our, np.asarray(their), TOLERANCE[dtype], TOLERANCE[dtype], err_msg=part)


def test_every_function_is_compared() -> None:
    """Every public function that both stacks have occurs in CASES."""
    shared = {
        f"{module}.{name}"
        for module in import_module("reference.keras_stack").__all__
        for name in _public(numpy_stack, module) & _public(import_module("reference.keras_stack"), module)
    }

    assert shared - DRAWN == {name for name, _ in CASES}


def _public(stack: ModuleType, module: str) -> set[str]:
    """The public functions that a module of a stack defines, read from its text: TensorFlow stays out."""
    tree = ast.parse((Path(str(stack.__file__)).parent / f"{module}.py").read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softplus", "log_sigmoid", "softmax"])
def test_activations_agree_far_out(name: str, keras_stack: ModuleType) -> None:
    """Up to ±1000 the activations of both stacks agree to the last digits."""
    x = np.array([-1000.0, -750.0, -40.0, 0.0, 40.0, 750.0, 1000.0])
    theirs = np.asarray(getattr(keras_stack.activations, name)(x))

    np.testing.assert_allclose(getattr(numpy_stack.activations, name)(x), theirs, 1e-12, 1e-300)


def test_gan_losses_agree_far_out(keras_stack: ModuleType) -> None:
    """Logits of ±1000 give the losses that Keras gives."""
    real, fake = np.array([1000.0, -1000.0, 3.0]), np.array([-1000.0, 1000.0])

    for name, arguments in (("discriminator_loss", (real, fake)), ("generator_loss", (fake,))):
        ours = getattr(numpy_stack.gan, name)(*arguments)
        assert ours == pytest.approx(float(getattr(keras_stack.gan, name)(*arguments)), rel=1e-12)


def test_built_network_is_the_forward_pass(keras_stack: ModuleType, rng: np.random.Generator) -> None:
    """A built Keras model predicts what `cnn_forward` computes from its weights."""
    model = keras_stack.cnn.build_cnn((12, 11, 2), 5)
    x = rng.normal(size=(3, 12, 11, 2)).astype("float32")
    ours = numpy_stack.cnn.cnn_forward(x, model.get_weights())

    np.testing.assert_allclose(ours, np.asarray(model(x)), 1e-5, 1e-6)
    assert [layer.filters for layer in model.layers if hasattr(layer, "filters")] == [32, 64]


def test_adam_agrees_over_many_steps(keras_stack: ModuleType, rng: np.random.Generator) -> None:
    """Steps that are taken one after the other stay together, with the default constants too."""
    state: tuple[Any, Any, Any] = (rng.normal(size=4), np.zeros(4), np.zeros(4))
    keras_state = state
    for t in range(1, 6):
        grad = rng.normal(size=4)
        state = numpy_stack.optimizers.adam_step(*state, grad, t)
        keras_state = keras_stack.optimizers.adam_step(*keras_state, grad, t)

    for ours, theirs in zip(state, keras_state):
        np.testing.assert_allclose(ours, np.asarray(theirs), 1e-12)


# --- the measurement ------------------------------------------------------------------------------


def test_the_tolerances_of_checks_hold_every_disagreement(tf: ModuleType) -> None:
    """Every function's disagreement is within half its row of the tolerance table; in float16, within the row."""
    from grader.checks.tolerance import TABLE

    bounds = {
        "float64": TABLE["float64"].relative / 2,
        "float32": TABLE["float32"].relative / 2,
        "mixed_float16": TABLE["float16"].relative,
    }
    for found in measure(list(bounds), seeds=(0,)):
        assert found.relative <= bounds[found.precision], found


def test_settings_of_tensorflow_are_put_back(tf: ModuleType) -> None:
    """TF32 and mixed precision hold for the measurement alone; on a CPU, which has no TF32, it is float32."""
    import keras

    before = tf.config.experimental.tensor_float_32_execution_enabled(), keras.config.dtype_policy().name
    plain, tf32, mixed = measure(["float32", "tf32", "mixed_float16"], only="dense.dense_forward", seeds=(0,))

    assert (tf32.absolute, tf32.relative) == (plain.absolute, plain.relative)
    assert 1e-5 < mixed.relative < 1e-2
    assert before == (tf.config.experimental.tensor_float_32_execution_enabled(), keras.config.dtype_policy().name)


def test_distance_counts_in_three_ways() -> None:
    """Absolute, relative to the largest magnitude, and in units in the last place of it."""
    absolute, relative, ulp = distance(np.array([1.0, 4.0 + 4 * 2**-50]), np.array([1.0, 4.0]))

    assert absolute == 4 * 2**-50
    assert relative == 2**-50
    assert ulp == 4.0


def test_distance_is_infinite_where_results_cannot_be_compared() -> None:
    """Other shapes, other names and other integers do not agree a little."""
    assert distance(np.ones(2), np.ones(3))[0] == np.inf
    assert distance({"a": 1.0}, {"b": 1.0})[0] == np.inf
    assert distance(np.array([1, 2]), np.array([1, 3]))[0] == np.inf
    assert distance(np.array([1.0, 2.0]), np.array([1.0, np.inf])) == (np.inf, np.inf, np.inf)


def test_a_pattern_that_matches_nothing_is_refused() -> None:
    """`only` must name something."""
    with pytest.raises(ValueError, match="Received: 'cooking"):
        list(measure(["float64"], only="cooking.*"))


def test_the_device_is_read_from_the_tensor(tf: ModuleType) -> None:
    """Arrays lie on no device; a tensor says where it was computed."""
    assert device_of(np.ones(2)) == ""
    assert device_of((1.0, tf.constant(1.0))) == "CPU:0"
