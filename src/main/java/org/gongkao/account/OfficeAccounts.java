package org.gongkao.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Option;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 机构账号。The accounts of the offices right below the actor's own, in the province the other ones of it; others are not found. */
@Repository
class OfficeAccounts {

    static final int SCREEN = 50;

    private static final String ROW = """
            select a.id, a.user_name, coalesce(p.name, a.name) as name, p.masked_number, a.role, a.office, o.name as office_name, a.password_is_first,
                   a.totp_since is not null as enrolled, a.closed_at, coalesce(bp.name, before.name) as predecessor
              from account.account a
              join organisation.v_office o on o.office = a.office
              join organisation.v_agency g on g.code = o.agency_code
              left join person.v_person p on p.id = a.person_id
              left join account.account before on before.id = a.succeeds
              left join person.v_person bp on bp.id = before.person_id
             where
            """;

    private final JdbcClient jdbc;

    OfficeAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One screen, those in use first; a term is part of the office's or the whole of the clerk's name. */
    Page<OfficeAccountRow> list(String term, @Nullable Long after, Actor by) {
        var from = after == null ? "" : """
                 and (a.closed_at is not null, o.name collate "zh-Hans-x-icu", a.id)
                     > (select l.closed_at is not null, lo.name collate "zh-Hans-x-icu", l.id
                          from account.account l join organisation.v_office lo on lo.office = l.office where l.id = :after)
                """;
        var rows = new ArrayList<>(lookedAfter(ROW + Superiority.REACH + """
                         and a.id <> :self and (:term = '' or o.name like :part escape '!' or coalesce(p.name, a.name) = :term or a.user_name = lower(:term))
                        """ + from + """
                         order by (a.closed_at is not null), o.name collate "zh-Hans-x-icu", a.id limit :limit
                        """, by)
                .param("term", term)
                .param("part", part(term))
                .param("after", after)
                .param("limit", SCREEN + 1)
                .query(OfficeAccountRow.class)
                .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().id()));
    }

    OfficeAccountRow get(long id, Actor by) {
        return lookedAfter(ROW + Superiority.REACH + " and a.id <> :self and a.id = :id", by)
                .param("id", id)
                .query(OfficeAccountRow.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** One of the province's own, by the name that whoever runs the platform types; nobody else has this read. */
    OfficeAccountRow ofProvince(String userName, Actor by) {
        if (!by.equals(Actor.SYSTEM)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return jdbc.sql(ROW + " a.role = 'PROVINCE_REVIEWER' and a.user_name = lower(:user)")
                .param("user", userName.strip())
                .query(OfficeAccountRow.class)
                .optional()
                .orElseThrow(() -> new Refusal(AccountRefusal.PROVINCE_ACCOUNT_UNKNOWN));
    }

    /** The offices for which the actor may open an account of this role. */
    List<Option> offices(Role role, String term, Actor by) {
        return offices(role, " and (o.name like :term escape '!') order by o.name limit 20", part(term), by);
    }

    Optional<Option> office(Role role, String office, Actor by) {
        return offices(role, " and o.office = :term", office, by).stream().findFirst();
    }

    private List<Option> offices(Role role, String rest, String term, Actor by) {
        return scoped(
                        Superiority.opens(by.role()),
                        "select o.office, o.name, g.name as agency from organisation.v_office o"
                                + " join organisation.v_agency g on g.code = o.agency_code"
                                + " cross join (select cast(:role as text) as role) a where o.kind = :kind and "
                                + Superiority.REACH + rest,
                        by)
                .param("role", role.name())
                .param("kind", Superiority.kind(role))
                .param("term", term)
                .query((row, at) -> new Option(row.getString("office"), row.getString("name"), row.getString("agency")))
                .list();
    }

    private static String part(String term) {
        return "%" + term.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private JdbcClient.StatementSpec lookedAfter(String sql, Actor by) {
        return scoped(Superiority.lookedAfterBy(by.role()), sql, by).param("self", by.account());
    }

    private JdbcClient.StatementSpec scoped(List<Role> roles, String sql, Actor by) {
        return jdbc.sql(sql)
                .param("roles", roles.stream().map(Role::name).toList())
                .param("agency", by.office().code());
    }
}
