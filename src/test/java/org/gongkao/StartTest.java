package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The whole program starts on an empty database. */
class StartTest extends DatabaseTest {

    @Test
    void a_page_that_needs_sign_in_leads_there() {
        assertThat(mvc.get().uri("/home")).hasStatus(302).hasRedirectedUrl("/sign-in");
    }
}
