import keras


def accuracy(labels, scores):
    metric = keras.metrics.Accuracy() if scores.ndim == 1 else keras.metrics.SparseCategoricalAccuracy()
    metric.update_state(labels, scores)
    return metric.result()
