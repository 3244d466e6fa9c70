"""The layers of a network as objects: each keeps its parameters, and what its backward pass needs.

The formulas are in the modules above; here they meet their parameters. One layer a file.
"""

from __future__ import annotations

from .activation import Activation as Activation
from .average_pooling2d import AveragePooling2D as AveragePooling2D
from .base import Layer as Layer
from .batch_normalization import BatchNormalization as BatchNormalization
from .conv2d import Conv2D as Conv2D
from .conv2d_transpose import Conv2DTranspose as Conv2DTranspose
from .dense import Dense as Dense
from .dropout import Dropout as Dropout
from .embedding import Embedding as Embedding
from .flatten import Flatten as Flatten
from .gru import GRU as GRU
from .layer_normalization import LayerNormalization as LayerNormalization
from .lstm import LSTM as LSTM
from .max_pooling2d import MaxPooling2D as MaxPooling2D
from .multi_head_attention import MultiHeadAttention as MultiHeadAttention
from .simple_rnn import SimpleRNN as SimpleRNN
