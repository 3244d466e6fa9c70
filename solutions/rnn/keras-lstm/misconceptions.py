"""Wrong answers to keras-lstm that people really give."""

import keras
from keras import layers

from grader.checks import misconception


def stack(timesteps, input_dim, recurrent=layers.LSTM, depth=3, units=64, **options):
    """An input and `depth` recurrent layers, of which the last hands on its last state alone."""
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for number in range(depth):
        model.add(recurrent(units, return_sequences=number < depth - 1, **options))
    return model


def finished(model, output_dim, activation="softmax", loss="categorical_crossentropy"):
    model.add(layers.Dense(output_dim, activation=activation))
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model


@misconception(
    "softmax-and-from-logits",
    entry="B07",
    en="Softmax is applied twice: by your last layer, and by the loss, which was told `from_logits=True`. Drop one.",
    zh="softmax 做了两次：最后一层做了一次，损失设了 `from_logits=True`，又做了一次。去掉其中之一。",
)
def build_lstm(timesteps, input_dim, output_dim):
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return finished(stack(timesteps, input_dim), output_dim, loss=loss)


@misconception(
    "logits-taken-for-probabilities",
    entry="B07",
    en="Your last layer gives logits, but the loss takes them for probabilities. Add softmax, or tell the "
    "loss `from_logits=True`.",
    zh="最后一层输出的是 logits，损失却把它当作概率。加上 softmax，或者给损失设置 `from_logits=True`。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim), output_dim, activation=None)


@misconception(
    "sigmoid-output",
    entry="",
    en="Your outputs are sigmoids, so they do not sum to one. Exactly one class is right: use softmax.",
    zh="你的输出用了 sigmoid，各类之和不等于 1。每条序列只属于一类，应使用 softmax。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim), output_dim, activation="sigmoid")


@misconception(
    "sequence-returned",
    entry="",
    en="Your third LSTM layer hands on all time steps, so that every step gets scores of its own. One row for each "
    "sequence is asked for.",
    zh="你的第三个 LSTM 层交出了所有时间步，于是每一步都有一行分数。题目要求每条序列只有一行。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for _ in range(3):
        model.add(layers.LSTM(64, return_sequences=True))
    return finished(model, output_dim)


@misconception(
    "sequences-not-returned",
    entry="",
    en="Your lower LSTM layers hand on their last state only, and the layer above has no sequence to read. They need "
    "`return_sequences=True`.",
    zh="你的下层 LSTM 只交出最后一步的状态，上面的层就没有序列可读了。这些层要设 `return_sequences=True`。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for _ in range(3):
        model.add(layers.LSTM(64))
    return finished(model, output_dim)


@misconception(
    "last-state-repeated",
    entry="",
    en="Your lower layers hand on one vector, which is then repeated for each time step. The layer above is to read "
    "the true sequence of states.",
    zh="你的下层只交出一个向量，再把它重复到每个时间步。上面的层应当读到真正的状态序列。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for _ in range(2):
        model.add(layers.LSTM(64))
        model.add(layers.RepeatVector(timesteps))
    model.add(layers.LSTM(64))
    return finished(model, output_dim)


@misconception(
    "time-and-features-exchanged",
    entry="Y07",
    en="Your model takes (input_dim, timesteps): the axes are exchanged. Time comes first, then the numbers of a step.",
    zh="你的模型接收的是 (input_dim, timesteps)：两个轴弄反了。先是时间，再是每一步的各个数。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(input_dim, timesteps), output_dim)


@misconception(
    "simple-rnn",
    entry="",
    en="Your layers are plain RNN layers (`SimpleRNN`), as in the formula of S3 §3.2. "
    "The program of §4.2 has LSTM layers.",
    zh="你用的是普通 RNN 层（`SimpleRNN`），也就是 S3 §3.2 的公式。§4.2 的程序用的是 LSTM 层。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim, recurrent=layers.SimpleRNN), output_dim)


@misconception(
    "gru-layers",
    entry="",
    en="Your layers are GRU layers, with three blocks of weights where an LSTM has four.",
    zh="你用的是 GRU 层，它只有三段权重，而 LSTM 有四段。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim, recurrent=layers.GRU), output_dim)


@misconception(
    "one-unit-for-each-step",
    entry="X04",
    en="Your layers have as many units as a sequence has time steps. The units are the size of the hidden state, 64.",
    zh="你的层里，单元个数等于时间步数。单元个数是隐藏状态的大小，应为 64。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim, units=timesteps), output_dim)


@misconception(
    "relu-in-the-cell",
    entry="Z02",
    en="Your LSTM layers have ReLU in place of tanh, so that the cell state can grow without limit. Leave the default.",
    zh="你的 LSTM 层用 ReLU 代替了 tanh，细胞状态会无限增大。保持默认即可。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim, activation="relu"), output_dim)


@misconception(
    "read-backwards",
    entry="",
    en="Your layers read the sequence from its end (`go_backwards`).",
    zh="你的层从末尾开始读序列（`go_backwards`）。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim, go_backwards=True), output_dim)


@misconception(
    "both-directions",
    entry="",
    en="Your layers are bidirectional: each has a second LSTM that reads from the end, and twice the weights.",
    zh="你的层是双向的：每层多了一个从末尾读起的 LSTM，参数也多了一倍。",
)
def build_lstm(timesteps, input_dim, output_dim):
    def both(units, **options):
        return layers.Bidirectional(layers.LSTM(units, **options))

    return finished(stack(timesteps, input_dim, recurrent=both), output_dim)


@misconception(
    "states-averaged",
    entry="",
    en="Your last layer sees the mean over all time steps. It is to see the state of the last step.",
    zh="你的最后一层看到的是所有时间步的平均值，应当是最后一步的状态。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for _ in range(3):
        model.add(layers.LSTM(64, return_sequences=True))
    model.add(layers.GlobalAveragePooling1D())
    return finished(model, output_dim)


@misconception(
    "all-states-flattened",
    entry="",
    en="Your last layer sees the states of all time steps side by side (`Flatten`), and has a weight for each of them.",
    zh="你的最后一层看到的是所有时间步的状态拼成的长向量（`Flatten`），每一步都另有一组权重。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for _ in range(3):
        model.add(layers.LSTM(64, return_sequences=True))
    model.add(layers.Flatten())
    return finished(model, output_dim)


@misconception(
    "hidden-dense-layer",
    entry="",
    en="There is one dense layer too many between your LSTM layers and the output.",
    zh="你在 LSTM 层和输出层之间多放了一个全连接层。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = stack(timesteps, input_dim)
    model.add(layers.Dense(64, activation="relu"))
    return finished(model, output_dim)


@misconception(
    "ten-classes",
    entry="X04",
    en="Your model always has ten outputs. Their number is the argument `output_dim`.",
    zh="你的模型总是十个输出，输出个数应由参数 `output_dim` 决定。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim), 10)


@misconception(
    "not-compiled",
    entry="",
    en="Your network is right, but it was never compiled.",
    zh="网络是对的，但没有编译。",
)
def build_lstm(timesteps, input_dim, output_dim):
    model = stack(timesteps, input_dim)
    model.add(layers.Dense(output_dim, activation="softmax"))
    return model


@misconception(
    "squared-error",
    entry="",
    en="You compiled with the mean squared error. A classifier needs a cross-entropy: with softmax the "
    "squared error hardly learns from confident mistakes.",
    zh="你编译时用了均方误差。分类器应使用交叉熵：配合 softmax 时，均方误差几乎无法从“很有把握的错误”中学习。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim), output_dim, loss="mean_squared_error")


@misconception(
    "binary-cross-entropy",
    entry="",
    en="You compiled with the binary cross-entropy, which takes each class for a yes or no of its own and averages "
    "over the classes.",
    zh="你编译时用了二元交叉熵。它把每一类当作独立的“是与否”，并对各类取平均。",
)
def build_lstm(timesteps, input_dim, output_dim):
    return finished(stack(timesteps, input_dim), output_dim, loss="binary_crossentropy")
