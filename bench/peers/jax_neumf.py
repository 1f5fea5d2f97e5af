"""NeuMF in JAX as its users write it: one jitted step, threefry dropout, dense Adam, donated state. Written from the model's
description (specification, sections 5 and 6).

Speaks the protocol of bench/rounds.ts (rounds.py). Each step uploads its batch, unless --resident keeps the batches.
"""

import jax
import jax.numpy as jnp
import numpy as np
from rounds import arguments, batches, serve

flags = arguments(stay="logits stay on the device")
# On a GPU, JAX multiplies float32 matrices in TF32 unless told otherwise.
jax.config.update("jax_default_matmul_precision", {"fp32": "highest", "tf32": "tensorfloat32"}.get(flags.precision))
COMPUTE = {"bf16": jnp.bfloat16, "fp16": jnp.float16}.get(flags.precision, jnp.float32)
SCALE = 32768 if flags.precision == "fp16" else 1
FACTORS, DEPTH = flags.factors, len(flags.layers) - 1


def initial_weights(key):
    width = FACTORS + flags.layers[0] // 2
    keys = iter(jax.random.split(key, DEPTH + 3))
    table = lambda rows: 0.01 * jax.random.normal(next(keys), (rows, width))
    glorot = jax.nn.initializers.glorot_uniform()
    weights = {"user": table(flags.users), "item": table(flags.items)}
    for i in range(1, DEPTH + 1):
        weights[f"w{i}"] = glorot(next(keys), (flags.layers[i - 1], flags.layers[i]))
        weights[f"b{i}"] = jnp.zeros(flags.layers[i])
    weights["w_out"] = jax.nn.initializers.lecun_uniform()(next(keys), (FACTORS + flags.layers[-1], 1))
    weights["b_out"] = jnp.zeros(1)
    return weights


def logits(weights, users, items, key=None):
    weights = jax.tree.map(lambda weight: weight.astype(COMPUTE), weights)
    user, item = weights["user"][users], weights["item"][items]
    x = jnp.concatenate([user[:, FACTORS:], item[:, FACTORS:]], axis=1)
    for i in range(1, DEPTH + 1):
        x = jax.nn.relu(x @ weights[f"w{i}"] + weights[f"b{i}"])
        if key is not None:
            key, own = jax.random.split(key)
            x = jnp.where(jax.random.bernoulli(own, 1 - flags.dropout, x.shape), x / (1 - flags.dropout), 0)
    joint = jnp.concatenate([user[:, :FACTORS] * item[:, :FACTORS], x], axis=1)
    return (joint @ weights["w_out"] + weights["b_out"])[:, 0].astype(jnp.float32)


def mean_loss(weights, users, items, labels, key):
    z = logits(weights, users, items, key)
    return SCALE * jnp.mean(jnp.maximum(z, 0) - z * labels + jnp.log1p(jnp.exp(-jnp.abs(z))))


def step(state, users, items, labels, lr=0.0045, beta1=0.25, beta2=0.5, eps=1e-8):
    weights, m, v, t, key = state
    key, own = jax.random.split(key)
    loss, gradients = jax.value_and_grad(mean_loss)(weights, users, items, labels, own)
    loss, gradients = jax.tree.map(lambda value: value / SCALE, (loss, gradients))
    t = t + 1
    size = lr * jnp.sqrt(1 - beta2**t) / (1 - beta1**t)
    m = jax.tree.map(lambda m, g: beta1 * m + (1 - beta1) * g, m, gradients)
    v = jax.tree.map(lambda v, g: beta2 * v + (1 - beta2) * g * g, v, gradients)
    weights = jax.tree.map(lambda w, m, v: w - size * m / (jnp.sqrt(v) + eps), weights, m, v)
    return (weights, m, v, t, key), loss


weights = initial_weights(jax.random.key(0))
state = (
    weights,
    jax.tree.map(jnp.zeros_like, weights),
    jax.tree.map(jnp.zeros_like, weights),
    jnp.float32(0),
    jax.random.key(1),
)
train_step = jax.jit(step, donate_argnums=0)
score = jax.jit(logits)
ready = batches(flags, jnp.asarray if flags.resident else np.asarray)


def one_round():
    global state
    if flags.mode == "infer":
        for users, items in ready:
            score(state[0], users, items).block_until_ready() if flags.stay else np.asarray(score(state[0], users, items))
        return None
    losses = []
    for batch in ready:
        state, loss = train_step(state, *batch)
        losses.append(loss)
    return float(np.mean(losses))


serve(flags, one_round)
