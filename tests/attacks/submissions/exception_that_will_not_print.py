"""Raises an exception whose text exits the process.

exercise: mse
verdict: raised|early_exit|timeout|crashed
point: 7
"""

import os


class Stubborn(Exception):
    def __str__(self):
        os._exit(0)


def mse(y, y_hat):
    raise Stubborn
