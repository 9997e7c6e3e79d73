package org.gongkao.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.audit.ActorNames;
import org.gongkao.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the auditor's page whom an account stands for. */
@Repository
class AccountNames implements ActorNames {

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, String> of(Collection<Long> accounts) {
        var names = new HashMap<Long, String>();
        if (accounts.isEmpty()) {
            return names;
        }
        jdbc.sql("""
                select a.id, coalesce(p.name, a.name) as name
                  from account.account a left join person.v_person p on p.id = a.person_id
                 where a.id in (:ids)
                """)
                .param("ids", accounts)
                .query((row, at) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }

    @Override
    public List<Long> matching(String text) {
        return jdbc.sql("""
                        select a.id
                          from account.account a left join person.v_person p on p.id = a.person_id
                         where p.name = :text or a.name = :text or a.user_name = lower(:text)
                        """).param("text", text.strip()).query(Long.class).list();
    }

    @Override
    public Map<Long, String> withRole(Role role) {
        var names = new LinkedHashMap<Long, String>();
        jdbc.sql("""
                select a.id, coalesce(p.name, a.name) as name
                  from account.account a left join person.v_person p on p.id = a.person_id
                 where a.role = :role and a.closed_at is null order by name, a.id limit 200
                """)
                .param("role", role.name())
                .query((row, at) -> names.put(row.getLong("id"), row.getString("name")))
                .list();
        return names;
    }
}
