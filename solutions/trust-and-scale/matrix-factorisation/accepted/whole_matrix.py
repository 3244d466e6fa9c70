import numpy as np


def mf_step(U, V, i, j, rating, lr, l2):
    """The step as two matrices of changes that are zero but for one row."""
    kept = U.dtype if np.issubdtype(U.dtype, np.floating) else float
    old_users, old_items = np.asarray(U, dtype=kept), np.asarray(V, dtype=kept)
    user, item = np.zeros((len(U), 1), dtype=kept), np.zeros((len(V), 1), dtype=kept)
    user[i] = item[j] = 1
    error = rating - (old_users @ old_items.T)[i, j]
    down_users = user * (l2 * old_users[i] - error * old_items[j])
    down_items = item * (l2 * old_items[j] - error * old_users[i])
    return old_users - lr * down_users, old_items - lr * down_items


def rmse(U, V, triples):
    table = np.array(triples, dtype=float)
    rows, columns = table[:, 0].astype(int), table[:, 1].astype(int)
    predicted = np.einsum("nd,nd->n", U.astype(float)[rows], V.astype(float)[columns])
    return float(np.linalg.norm(predicted - table[:, 2]) / np.sqrt(len(table)))
