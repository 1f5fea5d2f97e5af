/** What every contender of bench/neumf runs; `peers/serve.py` says the same in Python. ml-1m's table sizes. */
export const USERS = 6_040;
export const ITEMS = 3_706;
export const BATCH = 16_384;
export const TRAIN_BATCHES = 20;
export const INFER_BATCHES = 40;
