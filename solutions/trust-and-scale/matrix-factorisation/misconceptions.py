"""Wrong answers to matrix-factorisation that people really give."""

import numpy as np

from grader.checks import misconception


def copies(U, V):
    """Both as new arrays of floating-point numbers."""
    return [A.astype(A.dtype if A.dtype.kind == "f" else np.float64) for A in (U, V)]


def errors(U, V, triples):
    """The error of every triple."""
    U, V = copies(U, V)
    return np.array([rating - U[i] @ V[j] for i, j, rating in triples])


@misconception(
    "new-user-vector-for-the-item",
    entry="N07",
    en="Your step of v saw the new u. Both steps start from the old vectors.",
    zh="你更新 v 时用的是新的 u。两个更新都应从旧的向量出发。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    error = rating - U[i] @ V[j]
    U[i] += lr * (error * V[j] - l2 * U[i])
    V[j] += lr * (error * U[i] - l2 * V[j])
    return U, V


@misconception(
    "new-error-for-the-item",
    entry="N07",
    en="You computed the error again after u had changed, and your step of v used it.",
    zh="你在 u 更新之后又算了一次误差，更新 v 时用的是这个新误差。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u = U[i].copy()
    U[i] = u + lr * ((rating - u @ V[j]) * V[j] - l2 * u)
    V[j] = V[j] + lr * ((rating - U[i] @ V[j]) * u - l2 * V[j])
    return U, V


@misconception(
    "error-sign",
    entry="L04",
    en="Your step moves the prediction away from the rating: the error was taken as prediction minus rating.",
    zh="你的更新让预测离评分更远：误差算成了预测减评分。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = u @ v - rating
    U[i], V[j] = u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)
    return U, V


@misconception(
    "uphill",
    entry="G04",
    en="Your whole step has the wrong sign: error and regularisation both push the other way.",
    zh="你的整个更新符号反了：误差项和正则项都朝反方向推。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u - lr * (error * v - l2 * u), v - lr * (error * u - l2 * v)
    return U, V


@misconception(
    "own-vector-not-the-other",
    entry="",
    en="Your error is multiplied by the vector that is being updated. The derivative of u·v in u is v, in v it is u.",
    zh="你的误差乘的是正在更新的那个向量自己。u·v 对 u 的导数是 v，对 v 的导数是 u。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * u - l2 * u), v + lr * (error * v - l2 * v)
    return U, V


@misconception(
    "step-twice-as-long",
    entry="L03",
    en="Your steps are twice as long: they belong to a loss without the factors of one half.",
    zh="你的步长是应有的两倍：它对应的损失没有那两个二分之一。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + 2 * lr * (error * v - l2 * u), v + 2 * lr * (error * u - l2 * v)
    return U, V


@misconception(
    "regularisation-doubled",
    entry="",
    en="Your regularisation is twice as strong as asked: the derivative of half the square has no factor of 2.",
    zh="你的正则项强了一倍：二分之一的平方求导后没有因子 2。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * v - 2 * l2 * u), v + lr * (error * u - 2 * l2 * v)
    return U, V


@misconception(
    "regularisation-missing",
    entry="",
    en="l2 has no part in your result: the vectors are not shrunk.",
    zh="l2 在你的结果中没有起作用：向量没有收缩。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * error * v, v + lr * error * u
    return U, V


@misconception(
    "regularisation-grows",
    entry="",
    en="Your regularisation has the wrong sign: l2 makes the vectors longer.",
    zh="你的正则项符号反了：l2 反而让向量变长。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * v + l2 * u), v + lr * (error * u + l2 * v)
    return U, V


@misconception(
    "regularisation-outside-lr",
    entry="",
    en="You subtract l2 times the vector whole. The learning rate multiplies this term too.",
    zh="你直接减去了 l2 乘以向量。这一项也要乘学习率。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * error * v - l2 * u, v + lr * error * u - l2 * v
    return U, V


@misconception(
    "regularises-every-row",
    entry="",
    en="You shrank the vectors of all users and items. Only the two of this rating are touched.",
    zh="你把所有用户和商品的向量都收缩了。只应改动这个评分涉及的两个向量。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i].copy(), V[j].copy()
    error = rating - u @ v
    U, V = U * (1 - lr * l2), V * (1 - lr * l2)
    U[i] += lr * error * v
    V[j] += lr * error * u
    return U, V


@misconception(
    "updates-every-row",
    entry="",
    en="You added the step to every row. One rating changes one user and one item.",
    zh="你把更新加到了每一行上。一个评分只改变一个用户和一件商品。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    return U + lr * (error * v - l2 * u), V + lr * (error * u - l2 * v)


@misconception(
    "users-only",
    entry="",
    en="Your V is the old one: the item's vector learns too.",
    zh="你返回的 V 没有变：商品的向量也要学习。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    U[i] = u + lr * ((rating - u @ v) * v - l2 * u)
    return U, V


@misconception(
    "rows-returned",
    entry="",
    en="You returned the two new vectors alone. The whole matrices are asked for.",
    zh="你只返回了两个新的向量。要求返回整个矩阵。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i], V[j]
    error = rating - u @ v
    return u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)


@misconception(
    "counts-from-one",
    entry="",
    en="You subtracted 1 from i and j. They count from 0 already, and row -1 is the last one.",
    zh="你把 i 和 j 都减了 1。它们本来就从 0 开始，而第 -1 行是最后一行。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    U, V = copies(U, V)
    u, v = U[i - 1], V[j - 1]
    error = rating - u @ v
    U[i - 1], V[j - 1] = u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)
    return U, V


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote the new rows into the caller's arrays. New ones are asked for.",
    zh="你把新的行写进了调用者的数组。要求返回新数组。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    if U.dtype.kind != "f":
        U, V = copies(U, V)
    u, v = U[i].copy(), V[j].copy()
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)
    return U, V


@misconception(
    "integers-truncated",
    entry="X03",
    en="For integer arrays your new rows were rounded towards zero: they were stored in a copy that holds integers.",
    zh="数组是整数时，你的新行被截断成了整数：它们存进了整数类型的副本。",
)
def mf_step(U, V, i, j, rating, lr, l2):
    old_users, old_items = copies(U, V)
    U, V = U.copy(), V.copy()
    u, v = old_users[i], old_items[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)
    return U, V


@misconception(
    "becomes-float64",
    entry="",
    en="Your arrays are float64 for float32 ones. A floating-point dtype is kept.",
    zh="U、V 是 float32，你返回的却成了 float64。浮点类型应保持不变。",
)
def floating(vectors):
    return vectors.astype(np.float64)


@misconception(
    "root-missing",
    entry="",
    en="Your error is the mean of the squares. The root was not taken.",
    zh="你的结果是误差平方的平均，没有开方。",
)
def rmse(U, V, triples):
    return np.mean(errors(U, V, triples) ** 2)


@misconception(
    "mean-of-roots",
    entry="L08",
    en="You took the root of every single square, which makes it the mean absolute error. The mean comes first.",
    zh="你对每个平方分别开方，结果成了平均绝对误差。应当先平均，再开方。",
)
def rmse(U, V, triples):
    return np.mean(np.sqrt(errors(U, V, triples) ** 2))


@misconception(
    "sum-not-mean",
    entry="L01",
    en="You took the root of the sum of squares. It was not divided by the number of ratings.",
    zh="你对平方和开了方，没有除以评分的个数。",
)
def rmse(U, V, triples):
    return np.sqrt(np.sum(errors(U, V, triples) ** 2))


@misconception(
    "divided-outside-the-root",
    entry="",
    en="You divided by the number of ratings after taking the root. The mean belongs under the root.",
    zh="你先开方，再除以评分的个数。求平均应当在根号里面。",
)
def rmse(U, V, triples):
    return np.sqrt(np.sum(errors(U, V, triples) ** 2)) / len(triples)


@misconception(
    "squares-the-mean",
    entry="L08",
    en="You averaged the errors before squaring them, so that high and low predictions cancel.",
    zh="你先对误差求平均再平方，偏高和偏低的预测互相抵消了。",
)
def rmse(U, V, triples):
    return np.sqrt(np.mean(errors(U, V, triples)) ** 2)


@misconception(
    "unknown-ratings-as-zero",
    entry="",
    en="You compared the whole matrix of predictions, with 0 where no rating is known. Unknown is not 0.",
    zh="你比较了整个预测矩阵，没有评分的地方当成了 0。未知不等于 0。",
)
def rmse(U, V, triples):
    U, V = copies(U, V)
    ratings = np.zeros((len(U), len(V)))
    for i, j, rating in triples:
        ratings[i, j] = rating
    return np.sqrt(np.mean((ratings - U @ V.T) ** 2))


@misconception(
    "every-cell-counted",
    entry="",
    en="You divided by the number of all cells of the matrix. Only the known ratings count.",
    zh="你除以的是整个矩阵的元素个数。只有已知的评分才算数。",
)
def rmse(U, V, triples):
    return np.sqrt(np.sum(errors(U, V, triples) ** 2) / (len(U) * len(V)))


@misconception(
    "all-pairs-of-the-list",
    entry="X01",
    en="You predicted every listed user with every listed item, an n by n matrix. Triple k needs one product only.",
    zh="你把列表中的每个用户与每件商品都配了对，得到 n×n 个预测。第 k 个三元组只需要一个内积。",
)
def rmse(U, V, triples):
    U, V = copies(U, V)
    rows, columns, ratings = [list(part) for part in zip(*triples)]
    return np.sqrt(np.mean((np.array(ratings) - U[rows] @ V[columns].T) ** 2))


@misconception(
    "user-and-item-exchanged",
    entry="",
    en="You exchanged i and j: the first number of a triple is the user, a row of U.",
    zh="你把 i 和 j 弄反了：三元组的第一个数是用户，对应 U 的一行。",
)
def rmse(U, V, triples):
    U, V = copies(U, V)
    return np.sqrt(np.mean([(rating - U[j] @ V[i]) ** 2 for i, j, rating in triples]))


@misconception(
    "indices-as-floats",
    entry="",
    en="You made one array of all triples, in which i and j are floats. A float is no index: NumPy raises an error.",
    zh="你把所有三元组放进了一个数组，i、j 也成了浮点数。浮点数不能作下标，NumPy 会报错。",
)
def rmse(U, V, triples):
    U, V = copies(U, V)
    table = np.array(triples, dtype=float)
    return np.sqrt(np.mean((table[:, 2] - np.sum(U[table[:, 0]] * V[table[:, 1]], axis=1)) ** 2))


@misconception(
    "returns-after-the-first",
    entry="",
    en="Your result is the error of the first triple alone: look at the indentation of `return`.",
    zh="你的结果只是第一个三元组的误差，请检查 `return` 的缩进。",
)
def rmse(U, V, triples):
    return abs(errors(U, V, triples)[0])
