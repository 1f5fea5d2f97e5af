#!/usr/bin/env bash
# Packs a release and proves it: the package holds what it lists, its version is the tag's, and what is installed from it
# runs. Publishes nothing.
#
#   TAG=v1.2.3 OUT=dist-release ci/release.sh
# shellcheck source=ci/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

out=${OUT:-release}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$root"

version=$(node -p 'require("./package.json").version')
if [ -n "${TAG:-}" ] && [ "$TAG" != "v$version" ]; then
  echo "release: the tag is $TAG, package.json says $version" >&2
  exit 2
fi

npm run --silent build
npm pack --silent --ignore-scripts --pack-destination "$out"
package=$out/ncf-bench-$version.tgz

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
(
  cd "$trial"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund --ignore-scripts "$package"
  said=$(npx --no-install ncf-bench --version)
  if [ "$said" != "$version" ]; then
    echo "release: what was installed says $said" >&2
    exit 5
  fi
  npx --no-install ncf-bench run --dry-run --quiet >/dev/null
)
(cd "$out" && sha256sum "$(basename "$package")" >SHA256SUMS)
echo "$package"
