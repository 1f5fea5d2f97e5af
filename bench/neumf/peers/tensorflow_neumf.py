"""NeuMF in TensorFlow as its users write it: one tf.function a step, tf.nn dropout, dense Adam, batches fed from the host."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import numpy as np
import tensorflow as tf
from serve import BATCH, BETA1, BETA2, DROPOUT, EPS, FACTORS, INFER_STEPS, LAYERS, LEARNING_RATE, TRAIN_STEPS
from serve import batches, initial_weights, serve

DEPTH = len(LAYERS) - 1
rng = np.random.default_rng(1)
weights = {name: tf.Variable(value) for name, value in initial_weights(rng).items()}
moments = {name: (tf.Variable(tf.zeros_like(w)), tf.Variable(tf.zeros_like(w))) for name, w in weights.items()}
updates = tf.Variable(0.0)
data = batches(rng, TRAIN_STEPS)


def logits(users, items, training):
    user, item = tf.gather(weights["user"], users), tf.gather(weights["item"], items)
    x = tf.concat([user[:, FACTORS:], item[:, FACTORS:]], 1)
    for i in range(1, DEPTH + 1):
        x = tf.nn.relu(tf.matmul(x, weights[f"w{i}"]) + weights[f"b{i}"])
        if training:
            x = tf.nn.dropout(x, DROPOUT)
    joint = tf.concat([user[:, :FACTORS] * item[:, :FACTORS], x], 1)
    return (tf.matmul(joint, weights["w_out"]) + weights["b_out"])[:, 0]


IDS = tf.TensorSpec([BATCH], tf.int32)


@tf.function(input_signature=[IDS, IDS, tf.TensorSpec([BATCH], tf.float32)])
def train_step(users, items, labels):
    with tf.GradientTape() as tape:
        z = logits(users, items, True)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels, z))
    names = list(weights)
    gradients = tape.gradient(loss, [weights[name] for name in names])
    updates.assign_add(1.0)
    size = LEARNING_RATE * tf.sqrt(1 - BETA2**updates) / (1 - BETA1**updates)
    for name, gradient in zip(names, gradients):
        gradient = tf.convert_to_tensor(gradient)
        m, v = moments[name]
        m.assign(BETA1 * m + (1 - BETA1) * gradient)
        v.assign(BETA2 * v + (1 - BETA2) * gradient * gradient)
        weights[name].assign_sub(size * m / (tf.sqrt(v) + EPS))
    return loss


@tf.function(input_signature=[IDS, IDS])
def score(users, items):
    return logits(users, items, False)


resident = [tf.constant(ids) for ids in data[0][:2]]


def train():
    for batch in data:
        loss = train_step(*batch)
    loss.numpy()
    return TRAIN_STEPS * BATCH


def infer():
    for _ in range(INFER_STEPS):
        score(*resident).numpy()
    return INFER_STEPS * BATCH


serve({"version": f"TensorFlow {tf.__version__}", "device": "CPU"}, {"train": train, "infer": infer})
