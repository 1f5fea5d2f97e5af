# Sourced by the fake nvidia-smi scripts: answers --query-gpu from `row`, a function that sets the array v for GPU $1.
for arg in "$@"; do
  case $arg in
    --query-gpu=*)
      IFS=, read -ra fields <<<"${arg#*=}"
      for ((gpu = 0; gpu < COUNT; gpu++)); do
        declare -A v=()
        row "$gpu"
        line=""
        for field in "${fields[@]}"; do line+="${line:+, }${v[$field]-[N/A]}"; done
        printf '%s\n' "$line"
      done
      exit 0
      ;;
    -L)
      list
      exit 0
      ;;
  esac
done
echo "+-----------------------------------------------------------------------------------------+"
echo "| NVIDIA-SMI $DRIVER             Driver Version: $DRIVER     CUDA Version: $CUDA     |"
