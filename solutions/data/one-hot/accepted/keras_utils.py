import keras


def one_hot(labels, n_classes):
    return keras.utils.to_categorical(labels, num_classes=n_classes)
