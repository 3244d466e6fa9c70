"""Public checks of keras-lstm: the statement's parameter count and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close, kind, require


def built(submission, timesteps, input_dim, output_dim):
    """The model after one call on blank sequences: one that Keras builds lazily has its weights then."""
    model = submission.build_lstm(timesteps, input_dim, output_dim)
    require(
        callable(model),
        en=f"build_lstm must return a Keras model. Received: {kind(model)}",
        zh=f"build_lstm 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    array(model(np.zeros((2, timesteps, input_dim), np.float32)), "model(x)", shape=(2, output_dim))
    return model


@check("has the 84,996 parameters of the worked example", zh="参数个数与例子一致：85,060", points=1)
def test_parameters(submission):
    close(built(submission, 10, 8, 4).count_params(), 84_996, "count_params()")


@check("gives one row of finite scores for each sequence", zh="每条序列得到一行有限的分数", points=1)
def test_scores(submission):
    model = built(submission, 10, 8, 4)
    array(model(np.linspace(-1, 1, 3 * 10 * 8).reshape(3, 10, 8)), "model(x)", shape=(3, 4))
