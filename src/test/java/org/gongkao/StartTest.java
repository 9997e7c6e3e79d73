package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.core.ApplicationModules;

/** The whole program starts on an empty database. */
class StartTest extends DatabaseTest {

    @Autowired
    private ApplicationModuleIdentifiers inOrder;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void a_page_that_needs_sign_in_leads_there() {
        assertThat(mvc.get().uri("/home")).hasStatus(302).hasRedirectedUrl("/sign-in");
    }

    @Test
    void migrations_run_in_the_order_of_the_modules_without_a_search_through_all_classes() {
        assertThat(inOrder.stream())
                .containsExactlyElementsOf(ApplicationModules.of(Gongkao.class).stream()
                        .map(module -> module.getIdentifier())
                        .toList());
        assertThat(context.getBeanFactory().containsSingleton("modulesRuntime")).isFalse();
    }
}
