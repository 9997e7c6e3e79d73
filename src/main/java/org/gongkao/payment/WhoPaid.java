package org.gongkao.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 缴费人姓名。Who paid for whom, for the lists of finance: by name alone, as {@code person} gives names to lists, and in one query. */
@Repository
public class WhoPaid {

    /** 所问缴费。Some money: by its charge where that is known, and by our number of its order or of its refund. */
    public record Asked(@Nullable Long charge, @Nullable String number) {

        public static Asked ofCharge(long charge) {
            return new Asked(charge, null);
        }

        public static Asked ofNumber(@Nullable String number) {
            return new Asked(null, number);
        }
    }

    private static final int NAMED = 3;

    private final JdbcClient jdbc;

    WhoPaid(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 陈立民；马建国、李秀兰等 8 人（某单位统一缴费）. What is nobody's that we know is absent. */
    public Map<Asked, String> of(Collection<Asked> money, Actor reader) {
        if (!reader.is(Role.FINANCE, Role.AUDITOR)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var asked = money.stream().distinct().toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Asked, String>();
        jdbc.sql("""
                        select a.place, b.name as payer, w.many, w.names, w.people
                          from unnest(cast(:charges as bigint[]), cast(:numbers as text[])) with ordinality as a (charge, number, place)
                          left join payment.refund r on r.number = a.number
                          left join payment.channel_order o on o.order_number = coalesce(r.order_number, a.number)
                          left join organisation.v_unit b on starts_with(o.payer, :unit) and b.code = substr(o.payer, length(:unit) + 1)
                         cross join lateral (
                               select count(*) as many, string_agg(each.name, '、' order by each.nth) filter (where each.nth <= :named) as names,
                                      bool_and(each.person) as people
                                 from (select row_number() over (order by c.id) as nth, coalesce(p.name, u.name) as name,
                                              c.person_id is not null as person
                                         from (select coalesce(a.charge, r.charge_id) as id
                                                where coalesce(a.charge, r.charge_id) is not null
                                               union all
                                               select s.charge_id from payment.order_share s
                                                where coalesce(a.charge, r.charge_id) is null and s.order_number = o.order_number) as one
                                         join payment.charge c on c.id = one.id
                                         left join person.v_person p on p.id = c.person_id
                                         left join organisation.v_unit u on u.code = c.unit_code) as each) as w
                         where w.many > 0
                        """)
                .param("named", NAMED)
                .param("unit", Payer.UNIT_MARK)
                .param("charges", asked.stream().map(Asked::charge).toArray(Long[]::new))
                .param("numbers", asked.stream().map(Asked::number).toArray(String[]::new))
                .query(row -> {
                    var names = Optional.ofNullable(row.getString("names")).orElse("");
                    var payer = row.getBoolean("people") ? row.getString("payer") : null;
                    found.put(asked.get(row.getInt("place") - 1), words(names, row.getInt("many"), payer));
                });
        return found;
    }

    private static String words(String names, int many, @Nullable String payer) {
        var whom = many > NAMED ? names + "等 " + many + " 人" : names;
        return payer == null ? whom : whom + "（" + payer + "统一缴费）";
    }
}
