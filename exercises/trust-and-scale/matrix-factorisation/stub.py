import numpy as np


def mf_step(U, V, i, j, rating, lr, l2):
    """One step of stochastic gradient descent on one known rating.

    U       vectors of the users, (users, d)
    V       vectors of the items, (items, d)
    i, j    the user and the item, counted from 0
    rating  what user i gave to item j, a number
    lr      learning rate, a number
    l2      strength of the regularisation, a number

    Returns (U, V) as new arrays, in which row i of U and row j of V have changed.
    """
    raise NotImplementedError


def rmse(U, V, triples):
    """Root of the mean squared error over known ratings.

    U        vectors of the users, (users, d)
    V        vectors of the items, (items, d)
    triples  list of tuples (i, j, rating), at least one

    Returns one number.
    """
    raise NotImplementedError
