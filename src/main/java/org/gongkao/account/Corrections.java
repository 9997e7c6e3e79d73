package org.gongkao.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.person.Phone;
import org.gongkao.person.Place;
import org.gongkao.person.Seal;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 账号更正登记。A unit sees its own workers' requests, an agency those of the units that it answers for. */
@Repository
class Corrections {

    static final int SCREEN = 50;

    static final String PHONE = "account.correction.phone";

    private static final String ROW = """
            select c.id, c.kind, c.person_id, p.name, p.masked_number, c.unit_code, u.name as unit_name, c.masked_phone,
                   c.new_name, c.reason, c.state, c.requested_by, r.person_id as requester_person,
                   coalesce(rp.name, r.name) as requester,
                   c.requested_at, c.answer
              from account.correction c
              join person.v_person p on p.id = c.person_id
              join organisation.v_unit u on u.code = c.unit_code
              join account.account r on r.id = c.requested_by
              left join person.v_person rp on rp.id = r.person_id
             where (c.unit_code = :unit or u.agency_code = :agency)
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    Corrections(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    long add(
            CorrectionKind kind,
            long person,
            String unitCode,
            @Nullable Phone phone,
            @Nullable String newName,
            String reason,
            Actor by,
            Instant at) {
        long id = jdbc.sql("select nextval('account.correction_id_seq')")
                .query(Long.class)
                .single();
        try {
            jdbc.sql("""
                    insert into account.correction (id, kind, person_id, unit_code, phone_sealed, masked_phone, new_name,
                                                    reason, state, requested_by, requested_at)
                    overriding system value
                    values (:id, :kind, :person, :unit, :phone, :masked, :name, :reason, 'REQUESTED', :by, :at)
                    """)
                    .param("id", id)
                    .param("kind", kind.name())
                    .param("person", person)
                    .param("unit", unitCode)
                    .param("phone", phone == null ? null : seal.seal(new Place(PHONE, id), phone))
                    .param("masked", phone == null ? null : phone.masked())
                    .param("name", newName)
                    .param("reason", reason)
                    .param("by", by.account())
                    .param("at", Timestamp.from(at))
                    .update();
            return id;
        } catch (DuplicateKeyException open) {
            throw new Refusal(AccountRefusal.CORRECTION_OPEN);
        }
    }

    /** One screen: those still open first, then the newest. */
    Page<Correction> list(@Nullable Long after, Actor by) {
        var from = after == null ? "" : """
                 and (c.state = 'REQUESTED', c.id)
                     < (select l.state = 'REQUESTED', l.id from account.correction l where l.id = :after)
                """;
        var rows = new ArrayList<>(
                scoped(ROW + from + " order by (c.state = 'REQUESTED') desc, c.id desc limit :limit", by)
                        .param("after", after)
                        .param("limit", SCREEN + 1)
                        .query(Correction.class)
                        .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().id()));
    }

    int open(Actor by) {
        return scoped("select count(*) from (" + ROW + " and c.state = 'REQUESTED') open", by)
                .query(Integer.class)
                .single();
    }

    Correction get(long id, Actor by) {
        return scoped(ROW + " and c.id = :id", by)
                .param("id", id)
                .query(Correction.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The worker's own open request for another name. */
    Optional<String> openName(Actor worker) {
        return jdbc.sql("""
                        select new_name from account.correction
                         where person_id = :person and kind = 'NAME' and state = 'REQUESTED'
                        """)
                .param("person", worker.person())
                .query(String.class)
                .optional();
    }

    Phone phone(Correction correction) {
        var box = jdbc.sql("select phone_sealed from account.correction where id = :id")
                .param("id", correction.id())
                .query(byte[].class)
                .single();
        return seal.openPhone(new Place(PHONE, correction.id()), box);
    }

    void decide(Correction seen, CorrectionState to, @Nullable String answer, Actor by, Instant at) {
        int rows = jdbc.sql("""
                update account.correction
                   set state = :to, answer = :answer, decided_by = :by, decided_at = :at
                 where id = :id and state = 'REQUESTED' and requested_by <> :by
                """)
                .param("to", to.name())
                .param("answer", answer)
                .param("by", by.account())
                .param("at", Timestamp.from(at))
                .param("id", seen.id())
                .update();
        if (rows == 0) {
            throw new Refusal(AccountRefusal.CORRECTION_DECIDED);
        }
    }

    private JdbcClient.StatementSpec scoped(String sql, Actor by) {
        var code = by.office().code();
        return jdbc.sql(sql)
                .param("unit", by.is(Role.UNIT_CLERK) ? code : "")
                .param("agency", by.is(Role.UNIT_CLERK) ? "" : code);
    }
}
