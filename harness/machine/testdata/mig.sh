#!/usr/bin/env bash
COUNT=1 DRIVER=550.54.15 CUDA=12.4
row() {
  v=([index]=$1 [uuid]=GPU-11111111-0000-0000-0000-000000000000 [name]="NVIDIA H100 80GB HBM3" [driver_version]=$DRIVER
    [memory.total]=81559 [mig.mode.current]=Enabled)
}
list() {
  echo "GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-11111111-0000-0000-0000-000000000000)"
  echo "  MIG 3g.40gb     Device  0: (UUID: MIG-aaaaaaaa-0000-0000-0000-000000000000)"
  echo "  MIG 1g.10gb     Device  1: (UUID: MIG-bbbbbbbb-0000-0000-0000-000000000000)"
}
. "$(dirname "$0")/answer.sh"
