"""NeuMF in JAX as its users write it: one jitted step, threefry dropout, dense Adam, donated state, batches fed from the host."""

import jax
import jax.numpy as jnp
import numpy as np
from serve import BATCH, BETA1, BETA2, DROPOUT, EPS, FACTORS, INFER_STEPS, LAYERS, LEARNING_RATE, TRAIN_STEPS
from serve import batches, initial_weights, serve

DEPTH = len(LAYERS) - 1


def logits(weights, users, items, key):
    user, item = weights["user"][users], weights["item"][items]
    x = jnp.concatenate([user[:, FACTORS:], item[:, FACTORS:]], axis=1)
    for i in range(1, DEPTH + 1):
        x = jax.nn.relu(x @ weights[f"w{i}"] + weights[f"b{i}"])
        if key is not None:
            key, own = jax.random.split(key)
            x = jnp.where(jax.random.bernoulli(own, 1 - DROPOUT, x.shape), x / (1 - DROPOUT), 0)
    joint = jnp.concatenate([user[:, :FACTORS] * item[:, :FACTORS], x], axis=1)
    return (joint @ weights["w_out"] + weights["b_out"])[:, 0]


def loss(weights, users, items, labels, key):
    z = logits(weights, users, items, key)
    return jnp.mean(jnp.maximum(z, 0) - z * labels + jnp.log1p(jnp.exp(-jnp.abs(z))))


def step(state, users, items, labels):
    weights, m, v, t, key = state
    key, own = jax.random.split(key)
    value, gradients = jax.value_and_grad(loss)(weights, users, items, labels, own)
    t = t + 1
    size = LEARNING_RATE * jnp.sqrt(1 - BETA2**t) / (1 - BETA1**t)
    m = jax.tree.map(lambda m, g: BETA1 * m + (1 - BETA1) * g, m, gradients)
    v = jax.tree.map(lambda v, g: BETA2 * v + (1 - BETA2) * g * g, v, gradients)
    weights = jax.tree.map(lambda w, m, v: w - size * m / (jnp.sqrt(v) + EPS), weights, m, v)
    return (weights, m, v, t, key), value


rng = np.random.default_rng(1)
weights = jax.tree.map(jnp.asarray, initial_weights(rng))
zeros = jax.tree.map(jnp.zeros_like, weights)
state = (weights, zeros, jax.tree.map(jnp.zeros_like, weights), jnp.float32(0), jax.random.key(1))
data = batches(rng, TRAIN_STEPS)
train_step = jax.jit(step, donate_argnums=0)
score = jax.jit(lambda weights, users, items: logits(weights, users, items, None))
resident = [jnp.asarray(ids) for ids in data[0][:2]]


def train():
    global state
    for users, items, labels in data:
        state, value = train_step(state, users, items, labels)
    jax.block_until_ready((state, value))
    return TRAIN_STEPS * BATCH


def infer():
    for _ in range(INFER_STEPS):
        score(state[0], *resident).block_until_ready()
    return INFER_STEPS * BATCH


serve({"version": f"JAX {jax.__version__}", "device": jax.devices()[0].device_kind}, {"train": train, "infer": infer})
