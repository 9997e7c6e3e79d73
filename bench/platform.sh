# What the scripts beside this share: the platform on its embedded, durable database, under a folder that is thrown away.
# Needs psql, curl and a finished ./mvnw compile.
work=$(mktemp -d)
port=${PORT:-18080}
base=http://127.0.0.1:$port
bin=$(dirname "$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)")
./mvnw -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/libraries" >/dev/null
program=
trap '[ -z "$program" ] || kill "$program"; wait; rm -rf "$work"' EXIT

start() { # what, classes, options of the JVM …
  local what=$1 classes=$2; shift 2
  local from=$(date +%s%N)
  SERVER_PORT=$port GONGKAO_DATA=$work/data "$bin/java" --enable-native-access=ALL-UNNAMED "$@" \
    -cp "$classes:$(cat "$work/libraries")" org.gongkao.demo.Demo >"$work/log" 2>&1 &
  program=$!
  until curl -sf -o /dev/null "$base/"; do sleep 0.05; kill -0 $program; done
  local cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat")
  [ "$what" = - ] || echo "| $what | $(( ($(date +%s%N) - from) / 1000000 )) ms | $cpu ms |"
  until grep -q 已启动 "$work/log"; do sleep 0.2; kill -0 $program; done
}
stop() { kill $program; wait $program || true; program=; }
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
