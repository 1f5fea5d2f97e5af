#!/usr/bin/env bash
printf '\033[2J\033[31mWARNING: infoROM is corrupted at gpu 0000:1B:00.0\033[0m\r\n'
printf '\033[1m0, GPU-ansi, 00000000:1B:00.0, NVIDIA \033[32mA100\033[0m, 535.1, 40960, 8.0, Enabled, Disabled, 400, 400, 1410, 1215, 1410, Enabled, 4, 16\033[0m\r\n'
