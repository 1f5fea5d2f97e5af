#!/usr/bin/env bash
echo "NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver. Make sure it is running."
exit 9
