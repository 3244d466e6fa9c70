"""Milliseconds per sandboxed submission: fork, confine, load, five calls, reap.

With NumPy and, where TensorFlow is installed, with Keras (a small model built and called). The zygote is warm, as in
`grade run --all` or a class; the checks themselves and pytest are not in these figures.

    python bench/sandbox.py [SUBMISSIONS]
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grader.catalogue import Backend, Catalogue, Exercise
from grader.grading import Options, open_session
from grader.machine import has_tensorflow
from grader.sandbox.host import Sandbox, best_confinement

KERAS = b"""
import keras


def mse(y, y_hat):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
    return float(keras.ops.mean(model(y[None]))) * 0.0
"""


def one(exercise: Exercise, source: bytes, backend: Backend, calls: int, sandbox: Sandbox) -> float:
    """Milliseconds for one submission, from fork to reap."""
    started = time.perf_counter()
    session = open_session(exercise, source, backend, Options(), sandbox)
    y = np.ones(3)
    for _ in range(calls):
        session.perform("function", "mse", [y, y], {})
    session.close()
    return 1e3 * (time.perf_counter() - started)


def main(submissions: int) -> None:
    """Print the median and the best of each."""
    exercise = Catalogue()["mse"]
    right = exercise.solution("numpy").read_bytes()
    with Sandbox(best_confinement()) as sandbox:
        print(f"level {sandbox.confinement.level}: {', '.join(sandbox.confinement.layers)}")
        numpy = [one(exercise, right, "numpy", 5, sandbox) for _ in range(submissions)]
        print(f"NumPy, 5 calls      {statistics.median(numpy):7.2f} ms   best {min(numpy):7.2f} ms")
        if has_tensorflow():
            one(exercise, KERAS, "keras", 1, sandbox)
            keras = [one(exercise, KERAS, "keras", 1, sandbox) for _ in range(max(3, submissions // 20))]
            print(f"Keras, model + call {statistics.median(keras):7.2f} ms   best {min(keras):7.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
