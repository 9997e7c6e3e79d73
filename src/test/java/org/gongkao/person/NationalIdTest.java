package org.gongkao.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkao.shared.Sex;
import org.junit.jupiter.api.Test;

/** GB 11643, as tables of cases. */
class NationalIdTest {

    private static final String DIGITS = "41030519680312123";
    private static final String NUMBER = DIGITS + "9";

    @Test
    void of_eleven_check_characters_exactly_one_is_right() {
        int right = 0;
        for (char check : "0123456789X".toCharArray()) {
            right += NationalId.parse(DIGITS + check).isPresent() ? 1 : 0;
        }
        assertThat(right).isEqualTo(1);
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        for (int at = 0; at < 17; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = NUMBER.substring(0, at) + digit + NUMBER.substring(at + 1);
                assertThat(NationalId.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(NUMBER));
            }
        }
    }

    @Test
    void two_neighbouring_digits_exchanged_are_noticed() {
        for (int at = 0; at < 16; at++) {
            var turned = new StringBuilder(NUMBER);
            turned.setCharAt(at, NUMBER.charAt(at + 1));
            turned.setCharAt(at + 1, NUMBER.charAt(at));
            assertThat(NationalId.parse(turned.toString()).isPresent())
                    .as(turned.toString())
                    .isEqualTo(turned.toString().equals(NUMBER));
        }
    }

    @Test
    void the_standards_own_example_is_accepted_in_any_writing() {
        var writings =
                List.of("11010519491231002X", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ");
        for (var typed : writings) {
            assertThat(NationalId.parse(typed)).as(typed).isPresent();
        }
    }

    @Test
    void address_codes_of_districts_that_are_gone_stay_valid() {
        // 吉利区 410306 went up in 孟津区, 偃师市 410381 became a district; people keep their numbers.
        for (var code : List.of("410306", "410381", "410322", "412300", "410000")) {
            assertThat(NationalId.complete(code + "19700101001").masked()).startsWith(code);
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        var wrong = List.of(
                "",
                "4103051968031",
                "410305680312123",
                "010305196803121238",
                "abc",
                NUMBER + "X",
                "X" + NUMBER.substring(1));
        for (var typed : wrong) {
            assertThat(NationalId.parse(typed)).as(typed).isEmpty();
        }
        for (var noSuchDay :
                List.of("41030520230229001", "41030519681301001", "41030519680431001", "41030518680312001")) {
            assertThat(NationalId.parse(noSuchDay + NationalId.check(noSuchDay)))
                    .as(noSuchDay)
                    .isEmpty();
        }
    }

    @Test
    void birth_and_sex_come_from_the_number() {
        var man = NationalId.complete(DIGITS);
        assertThat(man.birth()).isEqualTo(LocalDate.of(1968, 3, 12));
        assertThat(man.sex()).isEqualTo(Sex.MALE);
        assertThat(NationalId.complete("41030519720229002").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void it_prints_masked_and_so_does_a_phone() {
        assertThat(NationalId.of(NUMBER)).hasToString("410305********1239");
        assertThat(Phone.of("13800001234")).hasToString("138****1234");
    }

    @Test
    void phones_are_read_in_any_writing() {
        for (var typed : List.of("13800001234", "138 0000 1234", "138-0000-1234", "+8613800001234", "１３８００００１２３４")) {
            assertThat(Phone.parse(typed)).as(typed).contains(Phone.of("13800001234"));
        }
        for (var typed : List.of("12800001234", "1380000123", "138000012345", "0379-69933812", "")) {
            assertThat(Phone.parse(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void names_of_all_peoples_and_rare_characters_have_one_spelling() {
        assertThat(PersonName.parse("买买提•艾力")).contains("买买提·艾力");
        assertThat(PersonName.parse("买买提．艾力")).contains("买买提·艾力");
        assertThat(PersonName.parse(" 陈　立 民 ")).contains("陈立民");
        for (var rare : List.of("李㛃", "王𬀩", "李𠅤", "〇一")) {
            assertThat(PersonName.parse(rare)).as(rare).contains(rare);
        }
        for (var wrong : List.of("", "王", "Wang Hai", "王海1", "·王海", "王海·", "王··海", "<b>王海</b>", "王".repeat(31))) {
            assertThat(PersonName.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
