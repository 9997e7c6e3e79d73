package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gongkao.organisation.SocialCreditCode.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015, the whole of what can go wrong with a code. */
class SocialCreditCodeTest {

    private static final String GOOD = "91350100M000100Y43";
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void the_published_example_ends_with_3() {
        assertThat(SocialCreditCode.complete("91350100M000100Y4").value()).isEqualTo(GOOD);
        assertThat(SocialCreditCode.fault(GOOD)).isEmpty();
    }

    @Test
    void each_other_character_in_any_single_place_is_found() {
        for (int place = 0; place < 18; place++) {
            for (char other : CHARACTERS.toCharArray()) {
                if (GOOD.charAt(place) == other) {
                    continue;
                }
                var changed = GOOD.substring(0, place) + other + GOOD.substring(place + 1);
                assertThat(SocialCreditCode.fault(changed)).as(changed).contains(Wrong.CHECK);
            }
        }
    }

    @Test
    void each_swap_of_two_neighbours_is_found() {
        for (int place = 0; place < 17; place++) {
            char a = GOOD.charAt(place);
            char b = GOOD.charAt(place + 1);
            var swapped = GOOD.substring(0, place) + b + a + GOOD.substring(place + 2);
            assertThat(SocialCreditCode.fault(swapped))
                    .as(swapped)
                    .isEqualTo(a == b ? Optional.empty() : Optional.of(Wrong.CHECK));
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z'})
    void the_five_letters_that_do_not_exist_are_told_as_such(char letter) {
        for (int place = 0; place < 18; place++) {
            var changed = GOOD.substring(0, place) + letter + GOOD.substring(place + 1);
            assertThat(SocialCreditCode.fault(changed)).contains(Wrong.CHARACTER);
        }
    }

    @Test
    void a_rest_of_zero_is_written_0_and_not_31() {
        assertThat(SocialCreditCode.complete("00000000000000000").value()).isEqualTo("000000000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9135", "91350100M000100Y4", "91350100M000100Y433"})
    void a_code_of_another_length_is_told_as_such(String text) {
        assertThat(SocialCreditCode.fault(text)).contains(Wrong.LENGTH);
    }

    @Test
    void full_width_characters_small_letters_and_blanks_are_no_faults() {
        assertThat(SocialCreditCode.normalise(" 91350100m000100y4 3 ")).isEqualTo(GOOD);
    }

    @Test
    void units_of_this_field_begin_with_11_12_13_or_19() {
        assertThat(SocialCreditCode.complete("1241030500000001X").isUsualHere()).isTrue();
        assertThat(new SocialCreditCode(GOOD).isUsualHere()).isFalse();
    }
}
