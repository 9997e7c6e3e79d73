package org.gongkao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a search may stand in an address. */
class SearchTermTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "马建国",
                "欧阳·娜娜",
                "洛阳市第12中学",
                "GK17",
                "20230000017",
                "2023-0000017",
                "2023041012345",
                "2023041000000017",
                "2023041000000017_12",
                "T20230410000001_1",
                "R2023041000000017",
                "JC2023000017",
                "2023-04-10"
            })
    void names_and_numbers_that_the_platform_gives_out_may(String typed) {
        assertThat(SearchTerm.mayStandInAnAddress(typed)).isTrue();
        assertThat(SearchTerm.inAddress(" " + typed + " ")).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "410305197603121012",
                "41030519760312101X",
                "410305197603121019",
                "410305 19760312 1012",
                "410305-19760312-1012",
                "４１０３０５１９７６０３１２１０１２",
                "４１０３０５１９７６０３１２１０１ｘ",
                "4l03O5197603l2l0l2",
                "41030519760312101",
                "4103051976031210122",
                "410305760312101",
                "410305********1012",
                "马建国410305197603121012",
                "202304101976031210",
                "١٢٣٤٥٦٧٨٩٠",
                "13800000001",
                "138 0000 0001",
                "+8613800000001",
                "1380000000",
                "138000000012",
                "12800000001"
            })
    void an_id_number_and_a_phone_may_not_and_no_mistyped_one(String typed) {
        assertThat(SearchTerm.mayStandInAnAddress(typed)).isFalse();
        assertThat(SearchTerm.inAddress(typed)).isEmpty();
    }
}
