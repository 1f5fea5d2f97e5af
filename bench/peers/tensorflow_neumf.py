"""NeuMF in Python TensorFlow, by somebody who knows it well: one tf.function a step, dense gradients of the tables, and the
fused Adam kernel. Written from the model's description (specification, sections 5 and 6); dropout is active.

Speaks the protocol of bench/rounds.ts: one line when it is warm, then for each line read one round of --steps steps. Each
step uploads its batch and reads its loss (training) or its logits (inference) back, unless --resident keeps the batches.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tensorflow as tf
from rounds import arguments, batches, serve


class Neumf:
    """Trainable variables and Adam's moments, and a step over them."""

    def __init__(self, flags):
        self.factors, self.half, self.dropout = flags.factors, flags.layers[0] // 2, flags.dropout
        width = flags.factors + self.half
        normal, glorot = tf.random_normal_initializer(0, 0.01), tf.keras.initializers.GlorotUniform()
        self.tables = [tf.Variable(normal((rows, width))) for rows in (flags.users, flags.items)]
        self.dense = []
        for fan_in, fan_out in zip(flags.layers, flags.layers[1:]):
            self.dense += [tf.Variable(glorot((fan_in, fan_out))), tf.Variable(tf.zeros(fan_out))]
        last = flags.factors + flags.layers[-1]
        self.output = [tf.Variable(tf.keras.initializers.LecunUniform()((last, 1))), tf.Variable(tf.zeros(1))]
        self.variables = self.tables + self.dense + self.output
        self.m = [tf.Variable(tf.zeros_like(v)) for v in self.variables]
        self.v = [tf.Variable(tf.zeros_like(v)) for v in self.variables]
        self.count = tf.Variable(0.0)

    def logits(self, users, items, training):
        user, item = tf.gather(self.tables[0], users), tf.gather(self.tables[1], items)
        hidden = tf.concat([user[:, self.factors :], item[:, self.factors :]], 1)
        for kernel, bias in zip(self.dense[::2], self.dense[1::2]):
            hidden = tf.nn.relu(tf.matmul(hidden, kernel) + bias)
            if training and self.dropout > 0:
                hidden = tf.nn.dropout(hidden, self.dropout)
        gmf = user[:, : self.factors] * item[:, : self.factors]
        return (tf.matmul(tf.concat([gmf, hidden], 1), self.output[0]) + self.output[1])[:, 0]

    def train(self, users, items, labels, lr=0.0045, beta1=0.25, beta2=0.5, eps=1e-8):
        with tf.GradientTape() as tape:
            logits = self.logits(users, items, True)
            loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels, logits))
        gradients = [tf.convert_to_tensor(g) for g in tape.gradient(loss, self.variables)]
        step = self.count.assign_add(1.0)
        power1, power2 = tf.pow(beta1, step), tf.pow(beta2, step)
        for variable, m, v, gradient in zip(self.variables, self.m, self.v, gradients):
            tf.raw_ops.ResourceApplyAdam(
                var=variable.handle,
                m=m.handle,
                v=v.handle,
                beta1_power=power1,
                beta2_power=power2,
                lr=lr,
                beta1=beta1,
                beta2=beta2,
                epsilon=eps,
                grad=gradient,
            )
        return loss


def main(flags):
    model = Neumf(flags)
    function = model.train if flags.mode == "train" else lambda u, i: model.logits(u, i, False)
    call = tf.function(function, jit_compile=flags.jit or None)
    ready = batches(flags, tf.constant if flags.resident else np.asarray)

    def one_round():
        results = [call(*map(tf.constant, batch)).numpy() for batch in ready]
        return float(np.mean(results)) if flags.mode == "train" else None

    serve(flags, one_round)


main(arguments(jit="compile by XLA"))
