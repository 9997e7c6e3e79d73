package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of all inboxes, and how far each account has read its own. */
@Repository
class Messages {

    private static final String ALL = "recipient in (:shared, :alone)";

    /** Of an agency, whose messages of these kinds have an index of their own. */
    private static final String SOME =
            "(recipient = :alone or recipient = :shared and recipient like 'agency:%' and template in (:templates))";

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message as the inbox shows it. */
    record Message(long id, String heading, String sentence, String link, Instant at) {}

    /** A text message that is due: to whom, and what it says. */
    record Text(long id, boolean former, long key, String sentence) {}

    /** Gives a message, unless this recipient has been told of this occasion. */
    void give(Told told) {
        jdbc.sql("""
                insert into notification.message (occasion, recipient, template, heading, sentence, link, at, text)
                values (:occasion, :recipient, :template, :heading, :sentence, :link, :at, :text)
                on conflict (recipient, occasion) do nothing
                """)
                .param("occasion", told.occasion())
                .param("recipient", told.recipient())
                .param("template", told.template().name())
                .param("heading", told.template().heading(told.values()))
                .param("sentence", told.template().sentence(told.values()))
                .param("link", told.link())
                .param("at", Timestamp.from(told.at()))
                .param("text", text(told))
                .update();
    }

    private static String text(Told told) {
        return told.template().isTexted() && isOfAPerson(told.recipient()) ? "DUE" : "NONE";
    }

    private static boolean isOfAPerson(String recipient) {
        return recipient.startsWith("person:") || recipient.startsWith("former:");
    }

    /** The actor's own inbox, newest first. */
    List<Message> inbox(Actor reader, @Nullable Long before, int atMost) {
        return of(reader, """
                select id, heading, sentence, link, at
                  from notification.message
                 where %s and id < :before
                 order by id desc
                 limit :most
                """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", atMost)
                .query(Message.class)
                .list();
    }

    long readUpTo(Actor reader) {
        return jdbc.sql("select message_id from notification.read_up_to where account_id = :account")
                .param("account", reader.account())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Counted no further than anybody would read. */
    int unread(Actor reader) {
        return of(reader, """
                select count(*) from (
                    select 1 from notification.message
                     where %s
                       and id > coalesce((select message_id from notification.read_up_to where account_id = :account), 0)
                     limit 99) newest
                """)
                .param("account", reader.account())
                .query(Integer.class)
                .single();
    }

    /** Never back: an older page's button does not make newer messages unread. */
    void markRead(Actor reader, long upTo) {
        jdbc.sql("""
                insert into notification.read_up_to (account_id, message_id) values (:account, :message)
                on conflict (account_id) do update
                   set message_id = greatest(read_up_to.message_id, excluded.message_id)
                """).param("account", reader.account()).param("message", upTo).update();
    }

    /**
     * Takes one due text for sending, so that no other node takes it; it is sent at most once. One that the provider did not take
     * pauses, longer each time, and lets the others pass meanwhile.
     */
    Optional<Text> takeText(Instant now) {
        return jdbc.sql("""
                update notification.message set text = 'SENDING', text_at = :now
                 where id = (select id from notification.message
                              where text = 'DUE' and (text_tries = 0
                                    or text_at <= cast(:now as timestamptz) - least(60, 2 ^ least(text_tries, 10)) * interval '1 minute')
                              order by id limit 1 for update skip locked)
                returning id, recipient like 'former:%' as former, substr(recipient, 8)::bigint as key, sentence
                """).param("now", Timestamp.from(now)).query(Text.class).optional();
    }

    void texted(long id, TextOutcome outcome) {
        jdbc.sql("update notification.message set text = :outcome, text_tries = text_tries + 1 where id = :id")
                .param("outcome", outcome.name())
                .param("id", id)
                .update();
    }

    int triesOf(long id) {
        return jdbc.sql("select text_tries from notification.message where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** What is told to the person or to the office, as far as it concerns the reader, and what to this account alone. */
    private JdbcClient.StatementSpec of(Actor reader, String sql) {
        var some = Template.readBy(reader.role());
        var statement = jdbc.sql(sql.formatted(some.isEmpty() ? ALL : SOME))
                .param("shared", reader.officeText() != null ? reader.officeText() : Told.to(reader.person()))
                .param("alone", Told.toAccount(reader.account()));
        return some.map(templates -> statement.param(
                        "templates", templates.stream().map(Template::name).toList()))
                .orElse(statement);
    }
}
