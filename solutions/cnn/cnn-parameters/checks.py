"""Hidden checks of parameter_count."""

from grader.checks import check, close


def conv(filters, kernel, **others):
    return {"type": "conv2d", "filters": filters, "kernel": kernel, **others}


def pool(size):
    return {"type": "maxpool", "size": size}


def dense(units, **others):
    return {"type": "dense", "units": units, **others}


def lstm(units):
    return {"type": "lstm", "units": units}


FLATTEN = {"type": "flatten"}
BATCHNORM = {"type": "batchnorm"}


def compare(submission, reference, input_shape, *layers):
    expected = reference.parameters.parameter_count(input_shape, list(layers))
    close(submission.parameter_count(input_shape, list(layers)), expected)


@check(
    "counts weights and biases of convolution and dense layers, and no biases where there are none",
    zh="卷积层和全连接层的权重与偏置，没有偏置的不算",
    points=3,
)
def test_weights(submission, reference, rng):
    f1, f2, u1, u2 = (int(n) for n in rng.permutation([5, 6, 7, 11]))
    compare(submission, reference, (9, 8, 3), conv(f1, (3, 2)), conv(f2, (2, 4)))
    compare(submission, reference, (9, 8, 3), conv(f1, (3, 2), bias=False), conv(f2, (2, 4), bias=True))
    compare(submission, reference, (13,), dense(u1), dense(u2, bias=False), dense(3, bias=True))


@check(
    "follows the shape through padding, strides, pools and flattening",
    zh="形状经过填充、步幅、池化和展平后仍然正确",
    points=4,
)
def test_shapes(submission, reference, rng):
    f, u = (int(n) for n in rng.permutation([5, 6, 7, 9])[:2])
    end = (FLATTEN, dense(u))
    compare(submission, reference, (12, 17, 2), conv(f, (3, 4)), *end)
    compare(submission, reference, (12, 17, 2), conv(f, (3, 4), padding="same"), *end)
    compare(submission, reference, (12, 17, 2), conv(f, (3, 5), stride=2), *end)
    compare(submission, reference, (13, 17, 2), conv(f, (4, 3), padding="same", stride=3), pool(3), *end)
    compare(submission, reference, (13, 17, 2), conv(f, (2, 4), padding="valid", stride=3), *end)
    compare(submission, reference, (11, 14, 3), pool(3), *end)
    compare(submission, reference, (11, 14, 3), pool((2, 4)), *end)
    compare(submission, reference, (25, 34, 1), conv(f, (3, 4)), pool((2, 3)), conv(4, (2, 5), stride=2), pool(2), *end)


@check(
    "counts LSTM layers and batch normalisation, and knows what they give on",
    zh="LSTM 层和批归一化的参数，以及它们的输出形状",
    points=3,
)
def test_lstm_and_batchnorm(submission, reference, rng):
    u1, u2 = (int(n) for n in rng.permutation([4, 6, 7, 9])[:2])
    compare(submission, reference, (11, 3), lstm(u1), dense(5))
    compare(submission, reference, (11, 3), lstm(u1), FLATTEN, dense(5))
    compare(submission, reference, (11, 3), lstm(u1), lstm(u2), FLATTEN, dense(5))
    compare(submission, reference, (11, 3), lstm(u1), BATCHNORM, dense(6), lstm(u2), FLATTEN, dense(3))
    compare(submission, reference, (11, 3), BATCHNORM, dense(6), lstm(u1), FLATTEN, dense(5))
    compare(submission, reference, (11, 3), BATCHNORM, FLATTEN, BATCHNORM, dense(u1), BATCHNORM)
    compare(submission, reference, (9, 8, 3), conv(u1, (2, 3)), BATCHNORM, pool(2), FLATTEN, dense(u2))


@check(
    "takes a dense layer on images and sequences, layers without parameters, single pixels and very large numbers",
    zh="图像或序列上的全连接层、只有无参数的层、单个像素、非常大的数时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    u = int(rng.integers(4, 9))
    compare(submission, reference, (6, 7, 3), dense(u), FLATTEN, dense(5))
    compare(submission, reference, (11, 3), dense(u), FLATTEN, dense(5, bias=False))
    compare(submission, reference, (6, 7, 3), pool(2), FLATTEN, FLATTEN)
    compare(submission, reference, (4, 5, 3), conv(u, (4, 5)), conv(2, (1, 1), padding="same"), pool(1), FLATTEN)
    compare(submission, reference, (2, 3, 4), conv(u, (5, 4), padding="same"), FLATTEN, dense(3))
    compare(submission, reference, (3001, 4001, 3), FLATTEN, dense(1000003), dense(u))
