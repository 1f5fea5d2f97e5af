#!/usr/bin/env bash
printf "0, GPU-whole, 00000000:1B:00.0, NVIDIA A100, 535.1, 40960, 8.0, Enabled, Disabled, 400, 400, 1410, 1215, 1410, Enabled, 4, 16\n1, GPU-hal"
