#!/usr/bin/env bash
COUNT=2 DRIVER='[N/A]' CUDA='[N/A]'
words=("[N/A]" "[Not Supported]" "[Unknown Error]" "N/A" "[GPU requires reset]" "ERR!" "")
row() {
  i=$1
  for field in "${fields[@]}"; do v[$field]=${words[$((i++ % ${#words[@]}))]}; done
}
. "$(dirname "$0")/answer.sh"
