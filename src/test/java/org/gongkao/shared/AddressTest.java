package org.gongkao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void what_is_empty_is_left_out_and_the_rest_comes_back_as_it_was() {
        assertThat(Address.of("/list").with("a", "")).hasToString("/list");
        var full = Address.of("/list?b=1").with("q", "马 a+b&c=d?#%{x}").with("day", "2023-04-10");
        assertThat(full.toString())
                .startsWith("/list?b=1&q=%E9%A9%AC%20a%2Bb%26c%3Dd%3F%23%25%7Bx%7D")
                .endsWith("&day=2023-04-10");
        assertThat(URI.create(full.toString()).getQuery()).isEqualTo("b=1&q=马 a+b&c=d?#%{x}&day=2023-04-10");
    }
}
