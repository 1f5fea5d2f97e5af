#!/usr/bin/env bash
# The nightly gate: measures a matrix, compares it with a baseline where there is one, writes the report. All artefacts are
# written before a failing exit. Exit code: the comparison's where it is not 0, else the run's (ncf-bench compare --help).
#
#   MATRIX=nightly BASELINE=nightly OUT=results/nightly ci/nightly.sh [more options of ncf-bench run]
#
# To accept tonight's figures as the new baseline: ncf-bench baseline save nightly OUT --force
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
matrix=${MATRIX:-nightly}
baseline=${BASELINE:-nightly}
out=${OUT:-results/nightly-$(date -u +%Y%m%dT%H%M%SZ)}

ncf_bench() {
  if [ -n "${NCF_BENCH_BIN:-}" ]; then "$NCF_BENCH_BIN" "$@"; else node "$root/dist/harness/cli/bin.js" "$@"; fi
}

run_code=0
ncf_bench run --matrix "$matrix" --out "$out" "$@" || run_code=$?
# Stopped (it can be resumed), or refused before anything was measured: then there is nothing to compare or report.
case $run_code in
  0 | 1 | 3 | 5) ;;
  *) exit "$run_code" ;;
esac
if [ ! -s "$out/run.json" ]; then
  echo "nightly: $out/run.json was not written" >&2
  exit 5
fi

compare_code=null
report=(--html "$out/report.html" --md "$out/report.md")
if ncf_bench baseline show "$baseline" --json >"$out/baseline.json" 2>"$out/baseline.txt"; then
  compare_code=0
  ncf_bench compare "$baseline" "$out" --json >"$out/comparison.json" || compare_code=$?
  # The same for people; its exit code is the one above.
  ncf_bench compare "$baseline" "$out" | tee "$out/comparison.txt" || true
  report+=(--baseline "$baseline")
else
  cat "$out/baseline.txt" >&2
  echo "nightly: no usable baseline '$baseline', so nothing is compared" >&2
  rm -f "$out/baseline.json"
fi
rm -f "$out/baseline.txt"

report_code=0
ncf_bench report "$out" "${report[@]}" || report_code=$?

code=$run_code
if [ "$compare_code" != null ] && [ "$compare_code" -ne 0 ]; then code=$compare_code; fi
if [ "$code" -eq 0 ]; then code=$report_code; fi
printf '{"run":%s,"compare":%s,"report":%s,"exit":%s}\n' "$run_code" "$compare_code" "$report_code" "$code" >"$out/exit.json"
exit "$code"
