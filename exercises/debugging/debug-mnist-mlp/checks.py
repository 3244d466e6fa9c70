"""Public checks of debug-mnist-mlp: the statement's batch of five images, and its parameter count."""

import numpy as np

from grader.checks import array, check, close, kind, require


def built(submission):
    """The model, which must be one."""
    model = submission.build_model()
    require(
        callable(model),
        en=f"build_model must return a Keras model. Received: {kind(model)}",
        zh=f"build_model 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    return model


@check("gives ten scores for each of five 28×28 images", zh="5 张 28×28 的图像，各得到十个分数", points=1)
def test_five_images(submission):
    x = np.linspace(0, 1, 5 * 28 * 28).reshape(5, 28, 28)
    array(built(submission)(x), "model(x)", shape=(5, 10))


@check("has the 118,282 parameters of the worked example", zh="参数个数与例子一致：118,282", points=1)
def test_parameters(submission):
    model = built(submission)
    array(model(np.zeros((1, 28, 28), np.float32)), "model(x)", shape=(1, 10))
    close(model.count_params(), 118_282, "count_params()")
