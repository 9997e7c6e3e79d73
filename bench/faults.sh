#!/usr/bin/env bash
# Payments under random faults and kills: ./bench/faults.sh [payments] [kills] [seed]. Needs a finished ./mvnw test-compile.
# So many payers pay by WeChat Pay's own protocol at the counterpart, eight at once, while it duplicates, delays, reorders,
# drops, lies, fails and falls silent, and while the product (kill -9) and the counterpart are killed and started anew. At the
# end each charge is paid once, nothing is unclear, the book sums to zero, and the channel's statement equals the book. Prints
# the seed, with which the order of faults and kills can be repeated. A figure of correctness, not of speed. Not imitated: a
# network, the loss of the database's machine.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -f target/faults/run-*.log # those of an earlier run would be read below
from=$(date +%s)
./mvnw -B -q toolchains:select-jdk-toolchain surefire:test -Dtest=PaymentsUnderFaultsTest -Dgongkao.payments="${1:-10000}" \
  -Dgongkao.kills="${2:-5}" -Djunit.jupiter.execution.timeout.mode=disabled ${3:+-Dgongkao.seed="$3"}
echo "| ${1:-10000} payments, ${2:-5} kills | $(grep -ho 'STATEMENT .*' target/faults/run-*.log | tail -1) | $(($(date +%s) - from)) s |"
