#!/usr/bin/env bash
COUNT=8 DRIVER=418.67 CUDA=10.1
row() {
  v=([index]=$1 [uuid]=GPU-0000000$1-aaaa-bbbb-cccc-00000000000$1 [pci.bus_id]=00000000:0$1:00.0 [name]="Tesla V100-SXM2-16GB"
    [driver_version]=$DRIVER [memory.total]=16160 [ecc.mode.current]=Enabled [power.limit]=300.00
    [power.default_limit]=300.00 [clocks.max.sm]=1530 [clocks.max.memory]=877 [clocks.applications.graphics]=1312
    [persistence_mode]=Enabled [pcie.link.gen.max]=3 [pcie.link.width.max]=16)
}
# A driver of 2019 does not know these two fields: it refuses the whole query and names the first.
for arg in "$@"; do
  for field in compute_cap mig.mode.current; do
    if [[ $arg == --query-gpu=*$field* ]]; then
      echo "Field \"$field\" is not a valid field to query."
      exit 2
    fi
  done
done
. "$(dirname "$0")/answer.sh"
