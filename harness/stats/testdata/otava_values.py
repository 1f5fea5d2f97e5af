"""What Apache Otava says of generated series: python3 otava_values.py > otava.json (apache-otava 0.8.0, NumPy 2.2.0)."""
import json

import numpy as np
from otava.analysis import compute_change_points, compute_change_points_orig
from otava.change_point_divisive.calculator import PairDistanceCalculator

# Standard deviation of the logarithms, and the levels of the logarithms from each place on.
STEPS = [
    ("nothing changes", 20, 0.01, {}),
    ("nothing changes", 60, 0.03, {}),
    ("nothing changes", 120, 0.01, {}),
    ("one step up", 12, 0.01, {6: 0.1}),
    ("one step up", 30, 0.01, {15: 0.05}),
    ("one step up", 60, 0.03, {30: 0.1}),
    ("one step down", 30, 0.01, {12: -0.05}),
    ("one step down", 100, 0.02, {70: -0.06}),
    ("one step past the first window", 200, 0.01, {133: 0.04}),
    ("a step within the margin", 60, 0.002, {30: 0.01}),
    ("a step of about the margin", 40, 0.005, {20: 0.025}),
    ("a step three values ago", 40, 0.01, {37: 0.1}),
    ("a step two values ago", 40, 0.01, {38: 0.1}),
    ("there and back", 60, 0.01, {20: 0.08, 40: 0}),
    ("there and back in four", 50, 0.01, {25: 0.1, 29: 0}),
    ("there and back in two", 50, 0.01, {25: 0.1, 27: 0}),
    ("one value apart", 50, 0.01, {25: 0.3, 26: 0}),
    ("stairs", 80, 0.01, {20: 0.05, 40: 0.1, 60: 0.15}),
    ("a large step beside a small one", 60, 0.01, {20: 0.5, 40: 0.55}),
]


def levels(length, steps):
    level = np.zeros(length)
    for at, by in steps.items():
        level[at:] = by
    return level


def generated():
    rng = np.random.default_rng(20261125)
    for kind, n, sd, steps in STEPS:
        yield kind, np.exp(rng.normal(0, sd, n) + levels(n, steps))
    step = levels(60, {30: 0.06})
    yield "lognormal noise", np.exp(-0.02 * rng.lognormal(0, 0.6, 60) + step)
    yield "heavy tails", np.exp(0.01 * rng.standard_t(3, 60) + step)
    yield "two modes", np.exp(rng.normal(0, 0.003, 60) - 0.02 * (rng.random(60) < 0.3) + step)
    yield "a coarse timer", np.round(50 * np.exp(rng.normal(0, 0.01, 60) + step)) / 50
    yield "a slow drift", np.exp(rng.normal(0, 0.01, 60) + np.linspace(0, 0.06, 60))
    yield "autocorrelated", np.exp(0.01 * autocorrelated(rng, 80, 0.7))
    yield "a change of spread", np.exp(rng.normal(0, 1, 80) * np.where(np.arange(80) < 40, 0.005, 0.03))
    yield "all equal", np.ones(30)
    yield "two values", np.exp(levels(30, {10: 0.1}))


def autocorrelated(rng, length, correlation):
    series = [rng.normal()]
    while len(series) < length:
        series.append(correlation * series[-1] + np.sqrt(1 - correlation**2) * rng.normal())
    return np.array(series)


def answers(kind, series):
    values = np.round(1000 * series, 3)
    split = PairDistanceCalculator(values).get_candidate_change_point(slice(0, len(values)))
    permuted, _ = compute_change_points_orig(values.tolist(), max_pvalue=0.05, seed=1)
    hunter, _ = compute_change_points(values.tolist(), window_len=50, max_pvalue=0.001, min_magnitude=0.02)
    return {
        "kind": f"{kind}, {len(values)} values",
        "values": values.tolist(),
        "split": {"index": int(split.index), "statistic": round(float(split.qhat), 9)},
        "permuted": [int(point.index) for point in permuted],
        "hunter": [int(point.index) for point in hunter],
    }


lines = [json.dumps(answers(kind, series)) for kind, series in generated()]
print("[\n" + ",\n".join(lines) + "\n]")
