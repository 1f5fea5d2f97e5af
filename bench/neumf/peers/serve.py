"""A contender of bench/neumf: answers each line on stdin, the name of a task, with one JSON line {"items", "seconds"}."""

import json
import sys
import time

import numpy as np

USERS, ITEMS, FACTORS, LAYERS = 6_040, 3_706, 64, (256, 256, 128, 64)
BATCH, DROPOUT = 16_384, 0.5
LEARNING_RATE, BETA1, BETA2, EPS = 0.0045, 0.25, 0.5, 1e-8
TRAIN_STEPS, INFER_STEPS = 20, 40


def initial_weights(rng):
    """The model's tensors as float32 arrays: tables with the GMF columns first, Glorot kernels, zero biases."""

    def glorot(rows, columns):
        limit = np.sqrt(6 / (rows + columns))
        return rng.uniform(-limit, limit, (rows, columns)).astype(np.float32)

    width = FACTORS + LAYERS[0] // 2
    weights = {
        "user": rng.normal(0, 0.01, (USERS, width)).astype(np.float32),
        "item": rng.normal(0, 0.01, (ITEMS, width)).astype(np.float32),
    }
    for i in range(1, len(LAYERS)):
        weights[f"w{i}"] = glorot(LAYERS[i - 1], LAYERS[i])
        weights[f"b{i}"] = np.zeros(LAYERS[i], np.float32)
    weights["w_out"] = glorot(FACTORS + LAYERS[-1], 1)
    weights["b_out"] = np.zeros(1, np.float32)
    return weights


def batches(rng, count):
    """Ready batches: users, items int32 [BATCH] and labels float32 [BATCH], one in five positive."""
    return [
        (
            rng.integers(0, USERS, BATCH, np.int32),
            rng.integers(0, ITEMS, BATCH, np.int32),
            (rng.random(BATCH) < 0.2).astype(np.float32),
        )
        for _ in range(count)
    ]


def serve(about, tasks):
    """`tasks`: by name, a function that does its work to the end and returns how many items it was."""
    for task in tasks.values():
        task()
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        items = tasks[line.strip()]()
        print(json.dumps({"items": items, "seconds": time.perf_counter() - start}), flush=True)
