"""Opens sockets of every family.

exercise: mse
verdict: raised
point: 3b
"""

import socket

import numpy as np


def probe():
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK, socket.AF_PACKET):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            try:
                socket.socket(family, kind).close()
                return True
            except OSError:
                pass
    try:
        socket.socketpair()
        return True
    except OSError:
        return False


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
