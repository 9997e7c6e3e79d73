package org.gongkao.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** 登录会话。Where an account is signed in, and the ending of it. A session is named on pages by a hash, never by its id. */
@Component
class OwnSessions {

    /** One session as its owner sees it. */
    record Row(String key, String device, String address, String since, String last, boolean here) {}

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    List<Row> of(long account, String currentId) {
        return repository.findByPrincipalName(String.valueOf(account)).values().stream()
                .map(session -> (Session) session)
                .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
                .map(session -> row(session, currentId))
                .toList();
    }

    void end(long account, String key) {
        endIf(account, session -> key(session.getId()).equals(key));
    }

    void endOthers(long account, String currentId) {
        endIf(account, session -> !session.getId().equals(currentId));
    }

    /** Everywhere and at once. */
    void endAll(long account) {
        endIf(account, session -> true);
    }

    private void endIf(long account, Predicate<Session> which) {
        for (Session session :
                repository.findByPrincipalName(String.valueOf(account)).values()) {
            if (which.test(session)) {
                repository.deleteById(session.getId());
            }
        }
    }

    private static Row row(Session session, String currentId) {
        String from = session.getAttributeOrDefault(SessionStart.FROM, "未知设备|");
        int bar = from.lastIndexOf('|');
        return new Row(
                key(session.getId()),
                from.substring(0, bar),
                address(from.substring(bar + 1)),
                minute(session.getCreationTime()),
                minute(session.getLastAccessedTime()),
                session.getId().equals(currentId));
    }

    /** The machine itself has several spellings that mean nothing to people. */
    private static String address(String address) {
        return address.equals("127.0.0.1") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1")
                ? "服务器本机"
                : address;
    }

    private static String minute(Instant at) {
        return Shanghai.minute(at);
    }

    private static String key(String id) {
        return Sha256.of(id).substring(0, 16);
    }
}
