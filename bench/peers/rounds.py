"""What the Python peers have in common: their flags, the batches, and the protocol of bench/rounds.ts."""

import argparse
import json
import sys

import numpy as np


def arguments(**more):
    """The workload's sizes; `more`: switches of one peer, by name, with their help."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["train", "infer"], default="train")
    parser.add_argument("--users", type=int, default=6040)
    parser.add_argument("--items", type=int, default=3706)
    parser.add_argument("--batch", type=int, default=16384)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--factors", type=int, default=64)
    parser.add_argument("--layers", type=int, nargs="+", default=[256, 256, 128, 64])
    parser.add_argument("--precision", choices=["fp32", "tf32", "bf16", "fp16"], default="fp32")
    parser.add_argument("--dropout", type=float, default=0.5)
    parser.add_argument("--resident", action="store_true", help="batches lie on the device")
    for name, text in more.items():
        parser.add_argument(f"--{name}", action="store_true", help=text)
    return parser.parse_args()


def batches(flags, place):
    """One tuple a step: users and items int32 [batch], in training labels float32 [batch] too, each through `place`."""
    rng = np.random.default_rng(1)
    shape = (flags.steps, flags.batch)
    columns = [rng.integers(0, rows, shape, dtype=np.int32) for rows in (flags.users, flags.items)]
    if flags.mode == "train":
        columns.append((rng.random(shape) < 0.2).astype(np.float32))
    return [tuple(place(column[step]) for column in columns) for step in range(flags.steps)]


def serve(flags, one_round):
    """One line when warm, then a round for each line read. `one_round` gives the mean loss in training."""
    one_round()
    print("ready", flush=True)
    for _ in sys.stdin:
        loss = one_round()
        answer = {"items": flags.steps * flags.batch}
        print(json.dumps(answer | ({"loss": loss} if flags.mode == "train" else {})), flush=True)
