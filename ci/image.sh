#!/usr/bin/env bash
# The steps of the Dockerfile that do more than copy, so that they can be tried in any Debian root:
#
#   ci/image.sh packages tini bash    the distribution's packages, as root
#   ci/image.sh build                 the tool, with what it needs at run time only
#   ci/image.sh plugin cpu DIR        an XLA plugin, laid out as in a Python's site-packages, where the tool looks
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

case ${1:-} in
  packages)
    shift
    apt-get update
    apt-get install -y --no-install-recommends "$@"
    rm -rf /var/lib/apt/lists/*
    ;;
  build)
    npm ci --ignore-scripts --no-audit --no-fund
    npm run build
    chmod 0755 dist/harness/cli/bin.js
    npm prune --omit=dev --ignore-scripts --no-audit --no-fund
    ;;
  plugin)
    name=${2:?which plugin}
    dir=${3:?into which folder}
    cache=$(mktemp -d)
    NCF_BENCH_CACHE=$cache node dist/harness/cli/bin.js setup "$name"
    mkdir -p "$dir"
    cp -a "$cache"/plugins/*/. "$dir"
    # The cache is its owner's alone; the image's user is another.
    chmod -R a+rX "$dir"
    rm -rf "$cache"
    ;;
  *)
    echo "image: use packages, build or plugin" >&2
    exit 2
    ;;
esac
