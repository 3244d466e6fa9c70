"""How much longer `grade run mse` takes than bare pytest on the same checks: the ratio's median.

Both are whole processes, run in turn and compared pair by pair, so that a machine whose speed drifts does not
matter. The bare side gets the same checks in one file, in-process, with plugin autoload off and no cache provider:
what any grader that uses pytest must take at least, without a sandbox. `grade run` prints its JSON.

    python bench/run_latency.py [PAIRS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE = """
import sys
import types

import numpy as np
import pytest

sys.path.insert(0, {root!r})
import reference.numpy_stack as stack

namespace = {{}}
exec(open({solution!r}).read(), namespace)


def check(*titles, **more):
    return lambda function: function


def close(actual, expected):
    np.testing.assert_allclose(actual, expected, rtol=1e-6, atol=1e-9)


@pytest.fixture
def submission():
    return types.SimpleNamespace(mse=namespace["mse"])


@pytest.fixture
def reference():
    return stack


@pytest.fixture
def rng():
    return np.random.default_rng(0)


{checks}
"""


def bare_file(folder: Path) -> Path:
    """One pytest file with the public and the hidden checks of mse."""
    parts = [ROOT / kind / "losses/mse/checks.py" for kind in ("exercises", "solutions")]
    lines = [line for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
    kept = [line for line in lines if not line.startswith(("from grader", "import numpy", '"""'))]
    solution = str(ROOT / "solutions/losses/mse/solution.py")
    file = folder / "test_bare.py"
    file.write_text(BARE.format(root=str(ROOT), solution=solution, checks="\n".join(kept)), encoding="utf-8")
    return file


def seconds(command: list[str], environment: dict[str, str], folder: Path) -> float:
    """Wall time of a whole process, which must succeed."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main(pairs: int) -> None:
    """Print medians and the median of the ratios."""
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
        pytest = [str(scripts / "pytest"), "-q", "-p", "no:cacheprovider", str(bare_file(folder))]
        solution = str(ROOT / "solutions/losses/mse/solution.py")
        grade = [str(scripts / "grade"), "run", "mse", "--file", solution, "--json"]
        seconds(pytest, environment, folder), seconds(grade, environment, folder)
        timed = [(seconds(grade, environment, folder), seconds(pytest, environment, folder)) for _ in range(pairs)]
    ratios = sorted(mine / bare for mine, bare in timed)
    print(f"grade run mse --json  {statistics.median(mine for mine, _ in timed):.3f} s")
    print(f"bare pytest           {statistics.median(bare for _, bare in timed):.3f} s")
    print(
        f"ratio                 {statistics.median(ratios):.3f}  ({ratios[0]:.2f} to {ratios[-1]:.2f}, {pairs} pairs)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
