#!/usr/bin/env bash
# Messages of WeChat Pay taken per second, each with its commit before the answer: ./bench/callbacks.sh [at once] [a round] [rounds]
# Prints Markdown rows for docs/benchmarks.md: the answers, and how many a second when also all is settled, each file is paid and its
# people are told, the start of the sender included. Fails when anything that was thanked for is not in the database with settled charge,
# receipt, booking and paid file, or anything is in doubt. Every message is another order's, is
# encrypted and signed before the round begins, and comes over a connection that stays open. Not imitated: a network, a proxy that
# ends https, repeated, forged or late messages, payers at the pages meanwhile, the issuing of fiscal receipts, which stay queued;
# files, charges and orders are made by SQL.
set -euo pipefail
cd "$(dirname "$0")/.."
at_once=${1:-32} each=${2:-5000} rounds=${3:-3}
. bench/platform.sh
"$bin/javac" -nowarn -d "$work/bench" bench/Callbacks.java
"$bin/java" -cp "$work/bench" Callbacks keys "$work"
export GONGKAO_PAYMENT_WECHAT_MERCHANT=1900000001 GONGKAO_PAYMENT_WECHAT_APP=wx0123456789abcdef \
  GONGKAO_PAYMENT_WECHAT_SERIAL=00 GONGKAO_PAYMENT_WECHAT_PRIVATEKEY=$work/merchant-private.pem \
  GONGKAO_PAYMENT_WECHAT_APIKEY=0123456789abcdef0123456789abcdef \
  GONGKAO_PAYMENT_WECHAT_PUBLICKEYID=PUB_KEY_ID_0119000000012023000000000000000001 \
  GONGKAO_PAYMENT_WECHAT_PUBLICKEY=$work/platform-public.pem
export GONGKAO_PAYMENT_ASKBYITSELF=false
start - target/classes

owe() { # so many more files of one county's unit, each approved, with an order that waits for its payer
  sql -v n="$1" <<'SQL'
set synchronous_commit = off;
begin;
create temp table new on commit drop as
select g as n, nextval('payment.charge_number') as c from generate_series(1, :n) g;
alter table new add person bigint, add file text, add charge bigint;
with there as (select coalesce(max(id), 0) as most from person.person),
     added as (insert into person.person (name, number_sealed, number_index, masked_number)
               select '张' || chr(19968 + (n % 20000)::int), '\x00', decode(lpad(to_hex(most + n), 16, '0'), 'hex'),
                      '410305********' || lpad((n % 10000)::text, 4, '0') from new, there
               returning id)
update new set person = a.id from (select id, row_number() over (order by id) as n from added) a where a.n = new.n;
update new set file = '9' || lpad(person::text, 10, '0');
insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code, route,
       department_code, authority, overseer, tier, held_since, submitted_at, content_hash, created_at, changed_at)
select file, person, 2023, (select min(id) from cycle.year_package), 'PAYMENT_DUE', 3, '0101', u.code,
       array['unit:' || u.code, 'department:' || u.department_code, 'agency:410305'], u.department_code, 'agency:410305',
       'agency:410300', 2, now(), now(), md5(file), now(), now()
  from new cross join (select code, department_code from organisation.v_unit where agency_code = '410305' limit 1) u;
insert into payment.charge (number, purpose, purpose_key, person_id, title, amount_fen, deadline, state, order_number, opened_at,
       region_code, level)
select '20230315' || lpad(c::text, 8, '0'), 'GRADING', file, person, '2023年度工考', 36500, timestamptz '2023-04-15 00:00+08',
       'PREPARED', '20230315' || lpad(c::text, 8, '0') || '_1', timestamptz '2023-03-15 10:00+08', '410305', 3 from new;
update new set charge = c.id from payment.charge c where c.purpose_key = new.file;
insert into payment.charge_part (charge_id, place, name, amount_fen) select charge, 1, '等级考核费', 36500 from new;
insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
select c.order_number, c.number, 'WECHAT', 36500, 'GK' || person, '', 0, now() from new join payment.charge c on c.id = charge;
insert into payment.order_share (order_number, charge_id, amount_fen)
select c.order_number, c.id, 36500 from new join payment.charge c on c.id = charge;
commit;
analyze;
SQL
  sql -c "select order_number || ' GK' || person_id || ' ' || amount_fen from payment.charge where state = 'PREPARED'" >"$work/orders"
}

postmaster() { head -1 "$work/data/database/postgresql/postmaster.pid"; }
database() { # its CPU, with all its processes, also those that ended
  local all=$(awk '{ print ($14 + $15 + $16 + $17) * 10 }' "/proc/$(postmaster)/stat")
  for one in $(pgrep -P "$(postmaster)"); do
    all=$((all + $(awk '{ print ($14 + $15) * 10 }' "/proc/$one/stat" 2>/dev/null || echo 0)))
  done
  echo "$all"
}
program() { awk '{ print ($14 + $15) * 10 }' "/proc/$program/stat"; }

round() { # name, how many
  owe "$2"
  local p=$(program) d=$(database) from=$(date +%s%N)
  local row
  row=$("$bin/java" -cp "$work/bench" Callbacks send "$work" "$port" "$at_once" "$work/orders" "$work/taken")
  until [ "$(sql -c "select count(*) from payment.kept_message")" = 0 ]; do sleep 0.1; done
  until [ "$(sql -c "select count(*) from event_publication")" = 0 ]; do sleep 0.1; done
  echo "| $1 | $row | $(awk "BEGIN { printf \"%.0f\", $2 / (($(date +%s%N) - $from) / 1e9) }") | $(awk "BEGIN { printf \"%.2f\", ($(program) - $p) / $2 }") ms | $(awk "BEGIN { printf \"%.2f\", ($(database) - $d) / $2 }") ms |"
  all=$((all + $2))
  local found=$(sql -c "
    select count(*) filter (where c.state = 'SETTLED') || ' ' || count(r.charge_id) || ' ' || count(*) filter (where a.state = 'PAID')
           || ' ' || (select count(*) from ledger.entry where kind = 'RECEIPT')
           || ' ' || (select sum(amount_fen)::bigint from ledger.line where amount_fen > 0)
           || ' ' || (select count(*) from payment.notification where verdict = 'TAKEN')
      from payment.charge c join application.application a on a.number = c.purpose_key
      left join payment.receipt r on r.charge_id = c.id and r.amount_fen = 36500")
  [ "$found" = "$all $all $all $all $((all * 36500)) $all" ] || {
    echo "settled, receipts, paid files, entries, their sum, messages: $found where $all of each and $((all * 36500)) were expected" >&2; exit 1; }
  [ "$(sql -c "select count(*) from payment.discrepancy")" = 0 ] || { echo "something is in doubt" >&2; exit 1; }
}

all=0
echo "| round | messages/s | median | 95 % | 99 % | with all that follows | CPU of program | CPU of database |"; echo "|---|---|---|---|---|---|---|---|"
round "to warm up" "$each" >/dev/null
for ((i = 1; i <= rounds; i++)); do round "$i" "$each"; done
stop
