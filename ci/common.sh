# shellcheck shell=bash
# Sourced by the scripts of this folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The tool: NCF_BENCH_BIN where it is installed elsewhere, else this checkout's build.
ncf_bench() {
  if [ -n "${NCF_BENCH_BIN:-}" ]; then "$NCF_BENCH_BIN" "$@"; else node "$root/dist/harness/cli/bin.js" "$@"; fi
}

# Runs a command whose output no one vouches for: inside a fence, GitHub takes no line of it for a command of its own.
fenced() {
  if [ -z "${GITHUB_ACTIONS:-}" ]; then
    "$@"
    return
  fi
  local token code=0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
  "$@" || code=$?
  echo "::$token::"
  return "$code"
}

# Adds a Markdown file to the job's summary, where there is one.
summarize() {
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$1" ]; then cat "$1" >>"$GITHUB_STEP_SUMMARY"; fi
}

# output NAME VALUE: for later steps of a GitHub job. Values are ours and of one line.
output() {
  if [ -n "${GITHUB_OUTPUT:-}" ]; then printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; fi
}
