#!/usr/bin/env bash
COUNT=1 DRIVER=1 CUDA=1.0
row() {
  for field in "${fields[@]}"; do v[$field]=0; done
  v[name]=Zero
}
. "$(dirname "$0")/answer.sh"
