package org.gongkao.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of accounts. */
@Repository
class AccountRows {

    private static final String ACCOUNT = """
            select a.id, a.user_name, coalesce(p.name, a.name) as name, a.role, a.office, a.person_id, a.password_hash,
                   a.password_is_first, a.totp_since, a.closed_at, a.version
              from account.account a left join person.v_person p on p.id = a.person_id
            """;

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Audit audit;
    private final MachineClock clock;

    AccountRows(JdbcClient jdbc, Persons persons, Audit audit, MachineClock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account that this person has as a worker. */
    Optional<Long> ofPerson(long person) {
        return jdbc.sql(
                        "select id from account.account where person_id = :person and role = 'WORKER' and closed_at is null")
                .param("person", person)
                .query(Long.class)
                .optional();
    }

    /** Those in use, whoever holds them. */
    List<Long> ofOffice(String office) {
        return jdbc.sql("select id from account.account where office = :office and closed_at is null")
                .param("office", office)
                .query(Long.class)
                .list();
    }

    @Transactional
    long add(
            @Nullable String userName,
            String passwordHash,
            boolean passwordIsFirst,
            Role role,
            @Nullable Office office,
            long person,
            Actor by) {
        try {
            long id = jdbc.sql("""
                            insert into account.account (user_name, role, office, person_id, password_hash,
                                                         password_is_first, password_since, opened_at, opened_by)
                            values (:user, :role, :office, :person, :hash, :first, :now, :now, :by)
                            returning id
                            """)
                    .param("user", userName == null ? null : userName.toLowerCase(Locale.ROOT))
                    .param("role", role.name())
                    .param("office", office == null ? null : office.toString())
                    .param("person", person)
                    .param("hash", passwordHash)
                    .param("first", passwordIsFirst)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by.account())
                    .query(Long.class)
                    .single();
            audit.record(by, "开立账号", "account:" + id, role.label());
            return id;
        } catch (DuplicateKeyException taken) {
            throw new Refusal(taken(String.valueOf(taken.getMessage())));
        }
    }

    private static AccountRefusal taken(String index) {
        if (index.contains("account_worker")) {
            return AccountRefusal.ALREADY_REGISTERED;
        }
        return index.contains("account_holder") ? AccountRefusal.HOLDER_HERE : AccountRefusal.USER_NAME_TAKEN;
    }

    /** An account from before offices' accounts carried a person gets its own, once. */
    @Transactional
    void identify(Account account, long person, Actor by) {
        try {
            int rows = jdbc.sql("""
                    update account.account set person_id = :person, name = null, version = version + 1
                     where id = :id and person_id is null and version = :version
                    """)
                    .param("id", account.id())
                    .param("version", account.version())
                    .param("person", person)
                    .update();
            if (rows == 0) {
                throw new Refusal(AccountRefusal.STEP_OVER);
            }
            audit.record(by, "补录经办人身份证号码", "account:" + account.id(), "");
        } catch (DuplicateKeyException another) {
            throw new Refusal(AccountRefusal.HOLDER_HERE);
        }
    }

    void agreed(long id, String noticeVersion, Instant at) {
        jdbc.sql("update account.account set notice_version = :notice, notice_agreed_at = :at where id = :id")
                .param("id", id)
                .param("notice", noticeVersion)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Account> find(long id) {
        return jdbc.sql(ACCOUNT + " where a.id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** By what a person types to sign in: a worker's ID number or phone, or a user name; only accounts in use. */
    Optional<Account> findBySignInName(String typed) {
        var number = NationalId.parse(typed).flatMap(persons::find);
        var person = number.isPresent() ? number : Phone.parse(typed).flatMap(persons::findByPhone);
        if (person.isPresent()) {
            return jdbc.sql(ACCOUNT + " where a.person_id = :person and a.role = 'WORKER' and a.closed_at is null")
                    .param("person", person.get())
                    .query(Account.class)
                    .optional();
        }
        return jdbc.sql(ACCOUNT + " where a.user_name = :user and a.closed_at is null")
                .param("user", typed.strip().toLowerCase(Locale.ROOT))
                .query(Account.class)
                .optional();
    }

    void setPassword(long id, @Nullable String hash, boolean first) {
        jdbc.sql("""
                update account.account
                   set password_hash = :hash, password_is_first = :first, password_since = :now, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("hash", hash)
                .param("first", first)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Ends an account for good; what it did stays. */
    boolean close(long id, Actor by) {
        return jdbc.sql("""
                        update account.account
                           set closed_at = :now, closed_by = :by, password_hash = null, version = version + 1
                         where id = :id and closed_at is null
                        """)
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by.account())
                        .update()
                == 1;
    }

    void succeeds(long id, long predecessor) {
        jdbc.sql("update account.account set succeeds = :predecessor where id = :id")
                .param("id", id)
                .param("predecessor", predecessor)
                .update();
    }
}
