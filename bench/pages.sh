#!/usr/bin/env bash
# Start and page times of the platform on its embedded, durable database: ./bench/pages.sh [rows …]
# Needs psql, curl and a finished ./mvnw compile. Prints Markdown rows for docs/benchmarks.md. Not imitated: a network, a
# proxy, other users at the same time; rows are made by SQL and have no materials.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=("${@:-1000}")
. bench/platform.sh

time_page() { # label user path
  local jar=()
  [ "$2" = - ] || jar=(-b "$work/$2")
  local code=$(curl -s -o /dev/null "${jar[@]}" -w '%{http_code}' "$base$3")
  [ "$code" = 200 ] || { echo "| $1 | answered $code |"; return; }
  for _ in $(seq 100); do curl -s -o /dev/null "${jar[@]}" "$base$3"; done
  for _ in $(seq 200); do curl -s -o /dev/null "${jar[@]}" -w '%{time_starttransfer}\n' "$base$3"; done | sort -n |
    awk -v label="$1" '{ t[NR] = $1 * 1000 } END { printf "| %s | %.1f ms | %.1f ms |\n", label, t[int(NR / 2)], t[int(NR * 0.95)] }'
}
jar=target/demo.jar
run="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
ahead="$run -Dspring.aot.enabled=true"
echo "| start | from the JVM's start to the first page | its CPU |"; echo "|---|---|---|"
start "new database, migrations included, nothing worked out or kept" $jar $run
stop
start "existing data, nothing worked out or kept" $jar $run
stop
start "existing data, first after a build: worked out ahead, classes not kept yet" $jar $ahead -XX:AOTCacheOutput="$work/kept"
stop
for _ in 1 2 3; do
  start "existing data, as spring-boot:run starts it again" $jar $ahead -XX:AOTCache="$work/kept"
  stop
done
start - $jar
for n in "${rows[@]}"; do
  fill "$n"
  sign_in wanghai
  deep=$(sql -c "select (extract(epoch from held_since) * 1000000)::bigint || '-' || id from application.application
                  where holder = 'agency:410305' order by held_since, id offset $n * 6 / 10 * 9 / 10 limit 1")
  # The first row is of a real person: the others' sealed numbers are empty and cannot be shown.
  number=90000000001
  echo; echo "| $n applications | median | 95 % |"; echo "|---|---|---|"
  time_page "home" - /
  time_page "queue, first screen" wanghai "/reviews?desk=mine"
  time_page "queue, at nine tenths" wanghai "/reviews?desk=mine&after=$deep"
  time_page "all, filtered by level" wanghai "/reviews?desk=all&level=3"
  time_page "all, filtered by state" wanghai "/reviews?desk=all&state=payment_due"
  time_page "all, filtered by level and state" wanghai "/reviews?desk=all&level=3&state=returned"
  time_page "one file" wanghai "/reviews/$number"
done
stop
