import tensorflow as tf


def softmax_cross_entropy_grad(labels, logits):
    logits = tf.Variable(tf.cast(logits, "float32"))
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.cast(labels, "int32"), logits=logits)
        loss = tf.reduce_mean(losses)
    return tape.gradient(loss, logits)
