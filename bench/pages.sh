#!/usr/bin/env bash
# Start and page times of the platform on its embedded, durable database: ./bench/pages.sh [rows …]
# Needs psql, curl and a finished ./mvnw compile. Prints Markdown rows for docs/benchmarks.md. Not imitated: a network, a
# proxy, other users at the same time; rows are made by SQL and have no materials.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=("${@:-1000}")
work=$(mktemp -d)
port=18080
base=http://127.0.0.1:$port
classpath=$work/classpath
./mvnw -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$classpath" >/dev/null
java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
program=0
trap 'kill $program 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

start() { # what
  local from=$(date +%s%N)
  SERVER_PORT=$port GONGKAO_DATA=$work/data "$java" --enable-native-access=ALL-UNNAMED \
    -cp "target/classes:$(cat "$classpath")" org.gongkao.Gongkao --spring.profiles.active=demo >"$work/log" 2>&1 &
  program=$!
  until curl -sf -o /dev/null "$base/"; do sleep 0.05; kill -0 $program; done
  echo "| $1 | $(( ($(date +%s%N) - from) / 1000000 )) ms |"
  until grep -q 已启动 "$work/log"; do sleep 0.2; kill -0 $program; done
}
stop() { kill $program; wait $program || true; }
sql() {
  PGPASSWORD=$(cat "$work/data/database/password") psql -q -v ON_ERROR_STOP=1 -At -h 127.0.0.1 \
    -p "$(sed -n 4p "$work/data/database/postgresql/postmaster.pid")" -U postgres gongkao "$@"
}
sign_in() { # user
  local page=$(curl -s -c "$work/$1" "$base/sign-in")
  local token=$(grep -o 'name="_csrf" value="[^"]*"' <<<"$page" | head -1 | sed 's/.*value="//; s/"$//')
  curl -s -o /dev/null -b "$work/$1" -c "$work/$1" --data-urlencode "_csrf=$token" \
    -d "username=$1&password=Gongkao@2023" "$base/sign-in"
}
time_page() { # label user path
  local jar=()
  [ "$2" = - ] || jar=(-b "$work/$2")
  local code=$(curl -s -o /dev/null "${jar[@]}" -w '%{http_code}' "$base$3")
  [ "$code" = 200 ] || { echo "| $1 | answered $code |"; return; }
  for _ in $(seq 100); do curl -s -o /dev/null "${jar[@]}" "$base$3"; done
  for _ in $(seq 200); do curl -s -o /dev/null "${jar[@]}" -w '%{time_starttransfer}\n' "$base$3"; done | sort -n |
    awk -v label="$1" '{ t[NR] = $1 * 1000 } END { printf "| %s | %.1f ms | %.1f ms |\n", label, t[int(NR / 2)], t[int(NR * 0.95)] }'
}
fill() { # up to this many applications, before one county's agency
  sql -v n="$1" <<'SQL'
set synchronous_commit = off;
insert into person.person (name, number_sealed, number_index, masked_number)
select '张' || chr(19968 + (g % 20000)::int), '\x00', decode(lpad(to_hex(g), 16, '0'), 'hex'),
       '410305********' || lpad((g % 10000)::text, 4, '0')
  from generate_series((select count(*) from person.person) + 1, :n) g;
insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code, route,
       department_code, authority, overseer, tier, holder, held_since, submitted_at, content_hash, created_at, changed_at)
select '9' || lpad(p.id::text, 10, '0'), p.id, 2023, (select min(id) from cycle.year_package), s.state, 1 + p.id % 5, '0101',
       u.code, array['unit:' || u.code, 'department:' || u.department_code, 'agency:410305'], u.department_code,
       'agency:410305', 'agency:410300', 2, case when s.state = 'IN_REVIEW' then 'agency:410305' end,
       timestamptz '2023-03-10 00:00+08' + p.id * interval '1 second', now(), md5(p.id::text), now(), now()
  from person.person p
  cross join lateral (select (array['IN_REVIEW', 'IN_REVIEW', 'IN_REVIEW', 'RETURNED', 'PAYMENT_DUE'])[1 + p.id % 5] as state) s
  cross join (select code, department_code from organisation.v_unit where agency_code = '410305' limit 1) u
 where not exists (select 1 from application.application a where a.person_id = p.id);
vacuum analyze;
SQL
}

echo "| start | from the JVM's start to the first page |"; echo "|---|---|"
start "new database, migrations included"
stop
start "existing data"
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
