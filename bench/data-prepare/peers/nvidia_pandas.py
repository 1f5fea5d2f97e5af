"""NVIDIA's way of preparing NCF data, in pandas, written from its description (specification, sections 2 to 4).

Reads the ratings, keeps users with at least 20 rows by groupby-filter, numbers users and items by first appearance, sorts
all rows by time, drops repeated pairs, holds out each user's last row, and samples verified test negatives with a dense
users x items table of what each user has in training, redrawing those that collide.
"""

import sys

import numpy as np
import pandas as pd

NEGATIVES = 100


def main(source, target):
    ratings = pd.read_csv(source)
    ratings = ratings.groupby("userId").filter(lambda rows: len(rows) >= 20)
    ratings["userId"] = pd.factorize(ratings["userId"])[0]
    ratings["movieId"] = pd.factorize(ratings["movieId"])[0]
    ratings = ratings.sort_values(by="timestamp", kind="stable")
    del ratings["rating"], ratings["timestamp"]
    ratings = ratings.drop_duplicates().reset_index(drop=True)
    test = ratings.groupby("userId").tail(1).sort_values(by="userId")
    train = ratings.drop(test.index).sort_values(["userId", "movieId"])
    train.to_pickle(f"{target}/train_ratings.pickle")
    test.to_pickle(f"{target}/test_ratings.pickle")

    users = int(ratings["userId"].max()) + 1
    items = int(ratings["movieId"].max()) + 1
    known = np.zeros((users, (items + 7) // 8), dtype=np.uint8)
    user, item = train["userId"].to_numpy(), train["movieId"].to_numpy()
    np.bitwise_or.at(known, (user, item >> 3), (1 << (item & 7)).astype(np.uint8))
    rng = np.random.default_rng(1)
    owner = np.repeat(np.arange(users, dtype=np.int64), NEGATIVES)
    drawn = np.empty(owner.size, dtype=np.int64)
    pending = np.arange(owner.size)
    while pending.size:
        draw = rng.integers(0, items, pending.size)
        drawn[pending] = draw
        collides = (known[owner[pending], draw >> 3] >> (draw & 7)) & 1
        pending = pending[collides == 1]
    np.save(f"{target}/test_negatives.npy", drawn.astype(np.int32).reshape(users, NEGATIVES))
    print(f'{{"users": {users}, "items": {items}, "train": {len(train)}, "test": {len(test)}}}')


main(*sys.argv[1:])
