#!/usr/bin/env bash
# Re-evaluation of stored verdicts after a rule change: ./bench/reevaluation.sh [verdicts]. Needs psql, curl and a finished
# ./mvnw compile. Makes so many files with a verdict each by the rules in force, confirms an amendment (level three asks 20 years
# of service, not 18), starts the job by its page, kills the program in the middle, starts it anew and verifies that each file
# was counted once. Prints Markdown rows for docs/benchmarks.md. The files are those of pages.sh, by SQL; the verdicts are of
# 400 fictional people, judged once each. Not imitated: a network, other users at the same time, the words of the conditions
# beside a verdict, which the job does not read.
set -euo pipefail
cd "$(dirname "$0")/.."
n=${1:-20000}
. bench/platform.sh

counted() { sql -c "select coalesce(sum(files), 0) from application.reevaluation_count where kind = 'FILES'"; }
ended() { sql -c "select count(*) from application.reevaluation where ended_at is not null"; }
parts() { # how many pieces at the end of the second program
  grep -o '[0-9]* files: read [0-9]* us, judged [0-9]* us, written [0-9]* us' "$work/log" | tail -n "$1" |
    awk '{ files += $1; read += $4; judged += $7; written += $10 }
         END { printf "read %.0f ms, judged %.0f ms, written %.0f ms |\n", read / files, judged / files, written / files }'
}

start - target/classes -Dlogging.level.org.gongkao.application.reevaluation=DEBUG
fill "$n"
"$bin/java" -cp "target/classes:$(cat "$work/libraries")" bench/Verdicts.java 400 verdicts >"$work/verdicts"
sql <<SQL
create temporary table made (n int, overall text, path text, path_title text, rules text, facts_hash text, facts text, verdict text);
\copy made from '$work/verdicts'
set synchronous_commit = off;
insert into application.verdict (application_id, overall, path, path_title, rules_hash, facts_hash, facts, verdict, at)
select a.id, m.overall, m.path, m.path_title, m.rules, m.facts_hash, m.facts, m.verdict, now()
  from application.application a join made m on m.n = a.id % 400
 where not exists (select 1 from application.verdict v where v.application_id = a.id);
insert into cycle.amendment (package_id, region, document_number, reason, state, version, effective_at, proposed_by, proposed_by_name,
                             proposed_at, decided_by, decided_by_name, decided_at)
values (1, '410300', '测量', '测量', 'CONFIRMED', 2, now(), 1, '郑工', now(), 2, '方明', now());
insert into cycle.amendment_change (amendment_id, position, field, before_text, after_text)
select id, 1, 'rules.conditions.THREE_SERVICE.parameters.years', '18', '20' from cycle.amendment;
vacuum analyze;
SQL
stored=$(sql -c "select count(*) from application.application a where year = 2023 and state <> 'WITHDRAWN'
                   and exists (select 1 from application.verdict v where v.application_id = a.id)")
size=$(sql -c "select pg_size_pretty(pg_total_relation_size('application.verdict'))")
sleep 2 # the program looks once a second whether anything was confirmed elsewhere
sign_in zhenggong
page=$(curl -sf -b "$work/zhenggong" "$base/administration/reevaluations/new?package=1")
token=$(grep -o 'name="_csrf" value="[^"]*"' <<<"$page" | head -1 | sed 's/.*value="//; s/"$//')
from=$(date +%s%N)
curl -sf -o /dev/null -b "$work/zhenggong" --data-urlencode "_csrf=$token" -d package=1 "$base/administration/reevaluations"
echo "| $stored verdicts, $size | |"; echo "|---|---|"
echo "| start of the job | $(( ($(date +%s%N) - from) / 1000000 )) ms |"
until [ "$(counted)" -ge $((stored / 2)) ]; do sleep 0.05; done
kill -9 $program; wait $program 2>/dev/null || true
half=$(counted)
first=$(( ($(date +%s%N) - from) / 1000000 ))
mv "$work/log" "$work/log.1"
start - target/classes -Dlogging.level.org.gongkao.application.reevaluation=DEBUG
from=$(date +%s%N)
cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat")
again=$(counted)
until [ "$(ended)" = 1 ]; do sleep 0.1; done
second=$(( ($(date +%s%N) - from) / 1000000 ))
cpu=$(($(awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat") - cpu))
[ "$(counted)" = "$stored" ] || { echo "counted $(counted) of $stored"; exit 1; }
twice=$(sql -c "select count(*) from (select application_id from application.reevaluation_difference group by 1 having count(*) > 1) t")
[ "$twice" = 0 ] || { echo "$twice files differ twice"; exit 1; }
echo "| until the kill, JVM cold | $half files in $first ms |"
echo "| after the restart | $((stored - again)) files in $second ms, $((1000 * (stored - again) / second))/s, CPU of the program $cpu ms |"
echo "| a thousand files after the restart, mean | $(parts 1000000)"
echo "| a thousand files in the last fifth of the pieces, mean | $(parts $(((stored / 1000 + 9) / 10)))"
echo "| files that come out otherwise | $(sql -c 'select count(*) from application.reevaluation_difference') |"
echo "| counted | $(counted), each once |"
stop
