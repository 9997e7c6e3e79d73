#!/usr/bin/env bash
# Verdicts per second on one core, by the shipped rules: ./bench/verdicts.sh. Needs a finished ./mvnw compile. 400 people, a third
# of them women, at all levels and ages, four in ten not eligible this year; reasons are rendered, nothing is stored.
set -euo pipefail
cd "$(dirname "$0")/.."
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
./mvnw -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$classpath" >/dev/null
java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
exec taskset -c 0 "$java" -cp "target/classes:$(cat "$classpath")" bench/Verdicts.java
