#!/usr/bin/env bash
# What a pull request can be told without a GPU: a small matrix is measured, and a GPU matrix is compiled for GPUs that are
# not there. Everything is written before a failing exit.
#
#   OUT=results/pull-request TARGET=v100-16gx8 ci/pull-request.sh
#
# MATRIX (quick), OUT, TARGET (none: nothing is compiled), TARGET_MATRIX (dgx1). Exit code: the first that is not 0.
# shellcheck source=ci/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

out=${OUT:-results/pull-request}
code=0
fenced ncf_bench run --matrix "${MATRIX:-quick}" --out "$out" "$@" || code=$?
if [ -s "$out/run.json" ]; then
  fenced ncf_bench report "$out" --html "$out/report.html" --md "$out/report.md" || code=$((code == 0 ? $? : code))
  summarize "$out/report.md"
fi
if [ -n "${TARGET:-}" ]; then
  mkdir -p "$out"
  plan_code=0
  fenced ncf_bench plan --matrix "${TARGET_MATRIX:-dgx1}" --target "$TARGET" | tee "$out/plan.txt" || plan_code=$?
  code=$((code == 0 ? plan_code : code))
fi
output report "$out/report.html"
exit "$code"
