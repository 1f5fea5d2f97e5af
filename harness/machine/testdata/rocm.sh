#!/usr/bin/env bash
echo "WARNING: AMD GPU device(s) is/are in a low-power state. Check power control/runtime_status"
echo '{"card0": {"Card Series": "AMD Instinct MI300X", "Unique ID": "0x1234", "PCI Bus": "0000:0C:00.0", "VRAM Total Memory (B)": "206141652992", "GFX Version": "gfx942"}, "card1": {"Card series": "N/A", "VRAM Total Memory (B)": "0"}, "system": {"Driver version": "6.7.0"}}'
