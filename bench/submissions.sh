#!/usr/bin/env bash
# Submissions per second, in turn with and without the audit line: ./bench/submissions.sh [at once] [a round] [rounds of each]
# Needs a finished ./mvnw compile. Prints Markdown rows for docs/benchmarks.md; fails when anything that was acknowledged is
# not in the database with act, receipt, audit line and message. Not imitated: a network, a proxy, the slow hash of a
# sign-in (the session rows are written as a sign-in writes them), the pages before, uploads; all workers are of two units.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./mvnw -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/classpath" >/dev/null
bin=$(dirname "$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)")
classpath=$work/bench:$PWD/target/classes:$(cat "$work/classpath")
"$bin/javac" -nowarn -d "$work/bench" -cp "$classpath" bench/Platform.java bench/Submissions.java
"$bin/java" -cp "$work/bench" Submissions "$work" 18081 "${1:-64}" "${2:-2000}" "${3:-3}" \
  "$bin/java" --enable-native-access=ALL-UNNAMED -cp "$classpath"
