"""Defines names that clash with the proxy's own.

exercise: mse
verdict: missing|not_implemented|raised|wrong_value
point: 8
"""

_session = None
perform = None


def close(*a, **k):
    return True


def __getattr__(name):
    return lambda *a, **k: 1.0
