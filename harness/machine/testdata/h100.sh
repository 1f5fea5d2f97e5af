#!/usr/bin/env bash
COUNT=1 DRIVER=550.54.15 CUDA=12.4
row() {
  v=([index]=$1 [uuid]=GPU-6f1f2b4c-0000-4a6e-9d2f-1f6c9d1f0a01 [pci.bus_id]=00000000:1B:00.0 [name]="NVIDIA H100 80GB HBM3"
    [driver_version]=$DRIVER [memory.total]=81559 [compute_cap]=9.0 [ecc.mode.current]=Enabled [mig.mode.current]=Disabled
    [power.limit]=700.00 [power.default_limit]=700.00 [clocks.max.sm]=1980 [clocks.max.memory]=2619
    [clocks.applications.graphics]=1980 [persistence_mode]=Enabled [pcie.link.gen.max]=5 [pcie.link.width.max]=16)
}
. "$(dirname "$0")/answer.sh"
