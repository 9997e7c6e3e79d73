package org.gongkao.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 会话。Writes a session's last access at most once a minute: as it comes, each request with a session cookie costs an
 * update and a commit, and thousands of readers would write more than all officers together.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

    /** The parameters are those of the library's own statement, in its order. */
    private static final String UPDATE = """
            update %TABLE_NAME% s
               set session_id = n.session_id, last_access_time = n.last_access_time,
                   max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                   principal_name = n.principal_name
              from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36)))
                   n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
             where s.primary_id = n.primary_id
               and (s.session_id <> n.session_id or s.principal_name is distinct from n.principal_name
                    or s.max_inactive_interval <> n.max_inactive_interval
                    or s.last_access_time < n.last_access_time - 60000)
            """;

    /**
     * A look at a session is one statement and so is a write, but for a new one, whose id nobody has before both are there. As
     * it comes, a transaction around each doubles the ways to the database.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rareLastAccess() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
