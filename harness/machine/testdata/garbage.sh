#!/usr/bin/env bash
printf "\\x00\\xff\\xfe%s\\x07\\x9b2J\\n" "{]<>;;" "\x01\x02,,," "0x"
