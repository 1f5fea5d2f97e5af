#!/usr/bin/env bash
head -c 10485760 /dev/zero | tr "\\0" x
