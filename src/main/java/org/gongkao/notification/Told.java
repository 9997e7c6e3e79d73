package org.gongkao.notification;

import java.time.Instant;
import java.util.Map;
import org.gongkao.shared.Office;

/**
 * A message to be given. {@code occasion} names what it is told for ({@code act:17}); nobody is told twice for the same.
 * {@code link} is where it leads.
 */
record Told(String occasion, String recipient, Template template, Map<String, String> values, String link, Instant at) {

    static String to(long person) {
        return "person:" + person;
    }

    /** A number that a person had: gets the text message, and has no inbox. */
    static String toFormerPhone(long formerPhone) {
        return "former:" + formerPhone;
    }

    /** One clerk alone, not the colleagues at the same office. */
    static String toAccount(long account) {
        return "account:" + account;
    }

    static String to(Office office) {
        return office.toString();
    }
}
