#!/usr/bin/env bash
# Verdicts per second on one core, by the shipped rules: ./bench/verdicts.sh. Needs a finished ./mvnw compile. 400 people, a third
# of them women, at all levels and ages, two thirds not eligible this year; reasons are rendered, nothing is stored.
# ./bench/verdicts.sh batch: 1,000 such people by POST /api/eligibility/verdicts, the first post, and 30 after 30 more for
# warming up. Not imitated: a network, a proxy, other users. An address may have 10,000 verdicts a minute, so the posts come
# from several addresses of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" != batch ]; then
  classpath=$(mktemp)
  trap 'rm -f "$classpath"' EXIT
  ./mvnw -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$classpath" >/dev/null
  java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
  taskset -c 0 "$java" -cp "target/classes:$(cat "$classpath")" bench/Verdicts.java
  exit
fi
. bench/platform.sh
classes=${CLASSES:-target/classes}

cpu() { awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat"; }
posted=0
post() { # how often
  for _ in $(seq "$1"); do
    local before=$(cpu)
    local took=$(curl -sf --interface "127.0.0.$((2 + posted / 9))" -o "$work/verdicts" -H 'Content-Type: application/json' \
      --data-binary "@$work/people" -w '%{time_total}' "$base/api/eligibility/verdicts")
    posted=$((posted + 1))
    echo "$took $(($(cpu) - before))"
  done
}
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

"$bin/java" -cp "$classes:$(cat "$work/libraries")" bench/Verdicts.java 1000 >"$work/people"
start - "$classes"
echo "| 1,000 verdicts in one post | time | CPU of the program |"; echo "|---|---|---|"
post 1 | awk '{ printf "| the first after the start | %.0f ms | %d ms |\n", $1 * 1000, $2 }'
posted=1
post 30 >/dev/null
posted=31
post 30 >"$work/posts"
[ "$(grep -o '"earliestYear":' "$work/verdicts" | wc -l)" = 1000 ]
time=$(cut -d' ' -f1 "$work/posts" | middle)
awk -v time="$time" '{ cpu += $2 } END { printf "| median of 30, warm | %.0f ms | %d ms each |\n", time * 1000, cpu / NR }' "$work/posts"
stop
