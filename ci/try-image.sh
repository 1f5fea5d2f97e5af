#!/usr/bin/env bash
# Takes the Dockerfile's steps in clean Debian roots, for machines on which no image can be built: one root builds, another,
# with node alone, gets what the image copies and measures as its user. Needs root, debootstrap and a network.
#
#   ci/try-image.sh /tmp/image
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${1:?give a folder}
mkdir -p "$work"
node=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")

fresh() {
  debootstrap --variant=minbase bookworm "$1" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$work/debootstrap.log"
  cp -a "$node/bin" "$node/lib" "$1/usr/local/"
  cp -L /etc/resolv.conf "$1/etc/resolv.conf"
  for file in "$HOME/.npmrc" /etc/pip.conf "$HOME/.config/pip/pip.conf"; do
    [ ! -f "$file" ] || install -D "$file" "$1${file/#$HOME//root}"
  done
  [ ! -d /usr/local/share/ca-certificates ] || cp -a /usr/local/share/ca-certificates "$1/usr/local/share/"
}

fresh "$work/build"
git -C "$root" ls-files -z | (cd "$root" && tar --null -cf - -T -) | (mkdir -p "$work/build/src" && tar -xf - -C "$work/build/src")
chroot "$work/build" /src/ci/image.sh packages python3 python3-pip ca-certificates
mount --bind /dev "$work/build/dev"
mount --bind /proc "$work/build/proc"
trap 'umount "$work"/*/dev "$work"/*/proc 2>/dev/null || true' EXIT
chroot "$work/build" /usr/bin/env HOME=/root bash -c 'cd /src && ci/image.sh build && ci/image.sh plugin cpu /plugin && echo trial > COMMIT'

fresh "$work/cpu"
install -D "$root/ci/image.sh" "$work/cpu/opt/ncf-bench/ci/image.sh"
chroot "$work/cpu" /opt/ncf-bench/ci/image.sh packages tini
# The Dockerfile's own COPY lines say what goes where.
sed -n '/ AS cpu$/,/^FROM cpu AS/s/^COPY --from=build //p' "$root/Dockerfile" | while read -r line; do
  read -ra words <<<"$line"
  target=${words[-1]}
  for source in "${words[@]:0:${#words[@]}-1}"; do
    if [ -d "$work/build$source" ]; then
      mkdir -p "$work/cpu$target" && cp -a "$work/build$source/." "$work/cpu$target"
    else
      install -D "$work/build$source" "$work/cpu$target$(basename "$source")"
    fi
  done
done
chroot "$work/cpu" install -d -o 1000 -g 1000 -m 0700 /cache
chroot "$work/cpu" install -d -o 1000 -g 1000 /work
chroot "$work/cpu" ln -sf /opt/ncf-bench/dist/harness/cli/bin.js /usr/local/bin/ncf-bench
mount --bind /dev "$work/cpu/dev"
mount --bind /proc "$work/cpu/proc"
chroot --userspec=1000:1000 "$work/cpu" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/work NCF_BENCH_CACHE=/cache \
  tini -s -- bash -c "cd /work && ncf-bench doctor --level 2 && ncf-bench doctor --only run.xla.cpu --level 2 && ncf-bench run ${TRY_OPTIONS:---launches 1}"
du -sh "$work/cpu"
