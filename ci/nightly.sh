#!/usr/bin/env bash
# The nightly gate: measures a matrix, compares it with a baseline where there is one, has what is slower confirmed by a
# second run, writes pages and the text of an issue. All artefacts are written before a failing exit. Exit code: the
# comparison's where it is not 0, else the run's (ncf-bench compare --help).
#
#   MATRIX=nightly BASELINE=nightly OUT=results/nightly ci/nightly.sh [more options of ncf-bench run, e.g. --engine xla]
#
# CONFIRM=no leaves the second run out. SITE=DIR also builds a site of RUNS (default: the folder that OUT lies in).
# To accept tonight's figures as the new baseline: ncf-bench baseline save nightly OUT --force
# shellcheck source=ci/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

matrix=${MATRIX:-nightly}
baseline=${BASELINE:-nightly}
out=${OUT:-results/nightly-$(date -u +%Y%m%dT%H%M%SZ)}

run_code=0
fenced ncf_bench run --matrix "$matrix" --out "$out" "$@" || run_code=$?
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
# A baseline's name, or a run's folder, e.g. one that is committed.
baseline_known() {
  if [ -f "$baseline/run.json" ]; then
    cp "$baseline/run.json" "$out/baseline.json"
  else
    ncf_bench baseline show "$baseline" --json >"$out/baseline.json"
  fi
}
if baseline_known 2>"$out/baseline.txt"; then
  compare_code=0
  against=("$baseline" "$out")
  ncf_bench compare "${against[@]}" --json >"$out/comparison.json" || compare_code=$?
  if [ "$compare_code" -eq 1 ] && [ "${CONFIRM:-yes}" = yes ]; then
    # Launches of one run share its heat and its neighbours: what is slower must be so in a run of its own, too.
    fenced ncf_bench run --matrix "$matrix" --out "$out/confirm" --cells-of "$out/comparison.json" "$@" || true
    if [ -s "$out/confirm/run.json" ]; then
      against+=(--confirm "$out/confirm")
      compare_code=0
      ncf_bench compare "${against[@]}" --json >"$out/comparison.json" || compare_code=$?
    fi
  fi
  # The same for people; its exit code is the one above.
  fenced ncf_bench compare "${against[@]}" | tee "$out/comparison.txt" || true
  report+=(--baseline "$baseline")
else
  cat "$out/baseline.txt" >&2
  echo "nightly: no usable baseline '$baseline', so nothing is compared" >&2
  rm -f "$out/baseline.json"
fi
rm -f "$out/baseline.txt"

report_code=0
fenced ncf_bench report "$out" "${report[@]}" || report_code=$?
summarize "$out/report.md"
if [ "$compare_code" != null ]; then node "$root/ci/issue-text.mjs" "$out" || report_code=$?; fi
if [ -n "${SITE:-}" ]; then
  fenced ncf_bench site "${RUNS:-$(dirname "$out")}" --out "$SITE" || report_code=$?
fi

code=$run_code
if [ "$compare_code" != null ] && [ "$compare_code" -ne 0 ]; then code=$compare_code; fi
if [ "$code" -eq 0 ]; then code=$report_code; fi
printf '{"run":%s,"compare":%s,"report":%s,"exit":%s}\n' "$run_code" "$compare_code" "$report_code" "$code" >"$out/exit.json"
output out "$out"
output exit "$code"
exit "$code"
