package org.gongkao.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The code that a payer copies by hand, and what people and banks make of it. */
class PayCodeTest {

    @Test
    void no_wrong_digit_and_no_two_changed_about_give_another_code() {
        for (int round = 0; round < 200; round++) {
            var code = PayCode.draw();
            assertThat(PayCode.isSound(code)).as(code).isTrue();
            for (int place = 0; place < PayCode.LENGTH; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != code.charAt(place)) {
                        var wrong = code.substring(0, place) + digit + code.substring(place + 1);
                        assertThat(PayCode.isSound(wrong))
                                .as("%s for %s", wrong, code)
                                .isFalse();
                    }
                }
            }
            for (int place = 0; place + 1 < PayCode.LENGTH; place++) {
                if (code.charAt(place) != code.charAt(place + 1)) {
                    var wrong = code.substring(0, place)
                            + code.charAt(place + 1)
                            + code.charAt(place)
                            + code.substring(place + 2);
                    assertThat(PayCode.isSound(wrong))
                            .as("%s for %s", wrong, code)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void it_is_found_in_what_people_write() {
        var code = PayCode.draw();
        var grouped = code.substring(0, 4) + " " + code.substring(4, 7) + " " + code.substring(7);
        var wide = code.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                .reduce("", String::concat);
        for (var text : new String[] {
            code,
            "缴款码" + code + "陈立民",
            "工考费 " + grouped,
            "2023 " + grouped + " 2023",
            grouped.replace(' ', '-'),
            wide,
            wide.substring(0, 4) + "　" + wide.substring(4),
            "附言:" + code + ";"
        }) {
            assertThat(PayCode.in(text)).as(text).contains(code);
        }
    }

    @Test
    void it_is_not_found_within_a_longer_number_nor_where_a_digit_is_missing() {
        var code = PayCode.draw();
        assertThat(PayCode.in("1" + code)).doesNotContain(code);
        assertThat(PayCode.in(code + "0")).doesNotContain(code);
        assertThat(PayCode.in(code.substring(1))).isEmpty();
        assertThat(PayCode.in("")).isEmpty();
        assertThat(PayCode.in("陈立民 13800000001")).isEmpty();
    }

    @Test
    void two_codes_are_two() {
        var one = PayCode.draw();
        var other = PayCode.draw();
        assertThat(PayCode.in(one + "，" + other)).contains(one, other);
    }
}
