#!/usr/bin/env bash
# Export of a list as a spreadsheet, with a heap of 256 MB: ./bench/export.sh [rows …]
# Prints Markdown rows for docs/benchmarks.md. The heap after collections must not grow with the rows. Not imitated: a
# network, a proxy, other users; the rows are made by SQL.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=("${@:-100000}")
. bench/platform.sh

start - target/classes -Xmx256m -Xlog:gc:file="$work/gc"
echo "| export | time | CPU of the program | size | most heap after a collection |"; echo "|---|---|---|---|---|"
for n in "${rows[@]}"; do
  fill "$n"
  sign_in wanghai
  for round in "first, JVM cold" "second" "third"; do
    before=$(wc -l <"$work/gc")
    cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat")
    took=$(curl -sf -b "$work/wanghai" -o "$work/list.xlsx" -w '%{time_total}' "$base/reviews/export?desk=all")
    cpu=$(($(awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat") - cpu))
    lines=$(unzip -p "$work/list.xlsx" xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l)
    [ "$lines" -gt "$n" ] || { echo "only $lines lines of $n"; exit 1; }
    heap=$(tail -n +$((before + 1)) "$work/gc" | grep -o -- '->[0-9]*M(' | tr -dc '0-9\n' | sort -n | tail -1)
    echo "| $n rows, $round | $took s | $cpu ms | $(stat -c %s "$work/list.xlsx") bytes | ${heap:-–} MB |"
  done
done
stop
