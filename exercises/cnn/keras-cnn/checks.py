"""Public checks of keras-cnn: the statement's parameter count and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close, kind, require


def built(submission, input_shape, n_classes):
    """The model after one call on blank images: one that Keras builds lazily has its weights then."""
    model = submission.build_cnn(input_shape, n_classes)
    require(
        callable(model),
        en=f"build_cnn must return a Keras model. Received: {kind(model)}",
        zh=f"build_cnn 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    array(model(np.zeros((2, *input_shape), np.float32)), "model(x)", shape=(2, n_classes))
    return model


@check("has the 121,930 parameters of the worked example", zh="参数个数与例子一致：121,930", points=1)
def test_parameters(submission):
    close(built(submission, (28, 28, 1), 10).count_params(), 121_930, "count_params()")


@check("gives one row of finite scores for each image", zh="每张图像得到一行有限的分数", points=1)
def test_scores(submission):
    model = built(submission, (28, 28, 1), 10)
    array(model(np.linspace(0, 1, 3 * 28 * 28).reshape(3, 28, 28, 1)), "model(x)", shape=(3, 10))
