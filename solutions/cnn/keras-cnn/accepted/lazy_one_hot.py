import tensorflow as tf
from tensorflow.keras.layers import Activation, Conv2D, Dense, Flatten, MaxPooling2D, Softmax


def build_cnn(input_shape, n_classes):
    model = tf.keras.Sequential()
    model.add(Conv2D(32, (3, 3)))
    model.add(Activation("relu"))
    model.add(MaxPooling2D((2, 2)))
    model.add(Conv2D(64, (3, 3)))
    model.add(Activation("relu"))
    model.add(MaxPooling2D((2, 2)))
    model.add(Flatten())
    model.add(Dense(64))
    model.add(Activation("relu"))
    model.add(Dense(n_classes))
    model.add(Softmax())
    model.compile(optimizer="rmsprop", loss=tf.keras.losses.categorical_crossentropy, metrics=["accuracy"])
    return model
