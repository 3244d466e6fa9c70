"""How far NumPy and Keras part in each precision: where the tolerances of checks come from.

Prints the largest relative disagreement of each precision with the operation that has it, and the row of the table
that follows. float64, float32 and mixed_float16 are measured on the CPU. TF32 exists on GPUs only: with `--gpu` it is
measured there; without, every input of the functions that multiply matrices is rounded to TF32's 10 bits in NumPy,
which is what such a GPU does to the factors of its products.

    python bench/tolerances.py [--gpu] [--write]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import keras
import numpy as np
import tensorflow as tf

from grader.checks.tolerance import DISAGREEMENT, row
from reference import agreement, numpy_stack

MEASURED = {"float64": "float64", "float32": "float32", "float16": "mixed_float16"}  # row of the table: precision
PRODUCTS = "attention classifier cnn convolution convolution_transpose dense gru lstm mlp rnn".split()


def largest(precision: str, device: str) -> tuple[float, str]:
    """The largest relative disagreement, and whose it is."""
    return max((found.relative, found.name) for found in agreement.measure([precision], device))


def emulated_tf32() -> tuple[float, str]:
    """The same, of NumPy with rounded factors against NumPy."""
    return max(_emulated())


def _emulated() -> Iterator[tuple[float, str]]:
    for name, draw in agreement.all_cases():
        if name.partition(".")[0] in PRODUCTS:
            for seed in agreement.SEEDS:
                given = draw(np.random.default_rng(seed))
                exact = agreement.call(numpy_stack, name, given)
                yield agreement.distance(agreement.call(numpy_stack, name, _rounded(given)), exact)[1], name


def _rounded(value: Any) -> Any:
    """The float arrays of `value` with 10 bits behind the point, as TF32 keeps them."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(_rounded(part) for part in value)
    if not agreement.is_float_array(value):
        return value
    mantissa, exponent = np.frexp(value)
    return np.ldexp(np.round(mantissa * 2**11) / 2**11, exponent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gpu", action="store_true", help="measure TF32 on the GPU instead of emulating it")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {DISAGREEMENT.name}")
    options = parser.parse_args()
    found = {precision: largest(measured, "CPU:0") for precision, measured in MEASURED.items()}
    found["tf32"] = largest("tf32", "GPU:0") if options.gpu else emulated_tf32()
    versions = f"NumPy {np.__version__}, TensorFlow {tf.__version__}, Keras {keras.__version__}"
    lines = ["# Written by `python bench/tolerances.py --write`: do not edit.", f'measured_with = "{versions}"']
    for precision, (relative, name) in found.items():
        emulated = precision == "tf32" and not options.gpu
        mark = "  (emulated)" if emulated else ""
        print(f"{precision:<8} {relative:.2e}  {name:<45} {row(precision, relative)}{mark}")
        lines += ["", f"[{precision}]", f"relative = {relative:.3g}", f'operation = "{name}"']
        lines += [f"emulated = {str(emulated).lower()}"]
    if options.write:
        DISAGREEMENT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
