package org.gongkao.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String GOOD = "k1:Z29uZ2thby10ZXN0LWVuY3J5cHRpb24ta2V5LTAwMDE=";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "c2VjcmV0", "k1", "k1:", "k1:c2VjcmV0", "k1:no base64!", "K 1:c2VjcmV0", GOOD + ",", ":"
            })
    void a_malformed_key_is_told_in_a_sentence_that_does_not_repeat_it(@Nullable String malformed) {
        assertThatThrownBy(() -> new Keys(new KeySettings(malformed, GOOD)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.getMessage()).contains("gongkao.keys.encryption", "平台没有启动");
                    assertThat(refused.getMessage() + refused.remedy()).doesNotContain("c2VjcmV0", "no base64");
                    assertThat(refused.remedy()).contains("32 字节");
                });
        assertThatThrownBy(() -> new Keys(new KeySettings(GOOD, malformed)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("gongkao.keys.index");
    }

    @Test
    void the_first_key_is_the_one_in_use() {
        assertThat(new Keys(new KeySettings("k2:" + GOOD.substring(3) + "," + GOOD, GOOD))
                        .encryption()
                        .current())
                .isEqualTo("k2");
    }
}
