"""Public checks of keras-mlp: the statement's parameter count and the shape of the answer."""

import numpy as np

from grader.checks import array, check, kind, number, require


def built(submission, n_classes):
    """The model after one call on blank images: one that Keras builds lazily has its weights then."""
    model = submission.build_mlp(n_classes)
    require(
        callable(model),
        en=f"build_mlp must return a Keras model. Received: {kind(model)}",
        zh=f"build_mlp 应返回一个 Keras 模型。收到的是：{kind(model)}",
    )
    array(model(np.zeros((2, 28, 28), np.float32)), "model(x)", shape=(2, n_classes))
    return model


@check(
    "has the 101,770 or 118,282 parameters of the worked example",
    zh="参数个数与例子一致：101,770 或 118,282",
    points=1,
)
def test_parameters(submission):
    count = number(built(submission, 10).count_params(), "count_params()")
    require(
        count in (101_770, 118_282),
        en=f"Expected 101,770 parameters (one hidden layer) or 118,282 (two). Received: {count:,.0f}",
        zh=f"参数个数应为 101,770（一个隐藏层）或 118,282（两个）。收到的是：{count:,.0f}",
    )


@check("gives one row of finite scores for each image", zh="每张图像得到一行有限的分数", points=1)
def test_scores(submission):
    model = built(submission, 10)
    array(model(np.linspace(0, 1, 3 * 28 * 28).reshape(3, 28, 28)), "model(x)", shape=(3, 10))
