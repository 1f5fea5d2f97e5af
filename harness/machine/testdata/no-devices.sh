#!/usr/bin/env bash
echo "No devices were found"
exit 6
