"""The same preparation in polars, all cores, with NumPy only for the negatives."""

import sys

import numpy as np
import polars as pl

NEGATIVES = 100


def main(source, target):
    ratings = (
        pl.scan_csv(source, schema_overrides={"userId": pl.Int32, "movieId": pl.Int32, "timestamp": pl.Int64})
        .select("userId", "movieId", "timestamp")
        .with_row_index("row")
        .filter(pl.len().over("userId") >= 20)
        .collect()
    )
    for column in ("userId", "movieId"):
        numbers = ratings.select(pl.col(column).unique(maintain_order=True)).with_row_index(f"{column}_number")
        ratings = ratings.join(numbers, on=column, how="left", maintain_order="left").drop(column)
    ratings = ratings.rename({"userId_number": "user", "movieId_number": "item"}).with_columns(
        pl.col("user").cast(pl.Int32), pl.col("item").cast(pl.Int32)
    )
    ratings = ratings.sort("timestamp", "row").unique(["user", "item"], keep="first", maintain_order=True)
    users, items = ratings["user"].max() + 1, ratings["item"].max() + 1
    last = pl.int_range(pl.len()).over("user") == pl.len().over("user") - 1
    ratings = ratings.select("user", "item", last=last)
    test = ratings.filter("last").sort("user").select("user", "item")
    train = ratings.filter(~pl.col("last")).sort("user", "item").select("user", "item")
    train.write_ipc(f"{target}/train.arrow")
    test.write_ipc(f"{target}/test.arrow")

    keys = train["user"].to_numpy().astype(np.int64) * items + train["item"].to_numpy()
    rng = np.random.default_rng(1)
    owner = np.repeat(np.arange(users, dtype=np.int64), NEGATIVES)
    drawn = np.empty(owner.size, dtype=np.int64)
    pending = np.arange(owner.size)
    while pending.size:
        drawn[pending] = rng.integers(0, items, pending.size)
        wanted = owner[pending] * items + drawn[pending]
        at = np.searchsorted(keys, wanted)
        pending = pending[keys[np.minimum(at, keys.size - 1)] == wanted]
    np.save(f"{target}/test_negatives.npy", drawn.astype(np.int32).reshape(users, NEGATIVES))
    print(f'{{"users": {users}, "items": {items}, "train": {len(train)}, "test": {len(test)}}}')


main(*sys.argv[1:])
