"""Leaves a tree too deep for shutil.rmtree, with names that are traps.

exercise: mse
verdict: raised|timeout|crashed
point: 12
"""

import os


def mse(y, y_hat):
    for depth in range(1500):
        os.mkdir("d")
        fd = os.open("d", os.O_RDONLY)
        os.mkdir(f"trap-{depth}")
        try:
            os.fchdir(fd)
        except OSError:
            os.close(fd)
            path = "d" + "/d" * min(depth, 900)
            os.makedirs(path, exist_ok=True)
            raise
