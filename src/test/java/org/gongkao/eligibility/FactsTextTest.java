package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTextTest {

    @Test
    void what_is_written_reads_back_and_writes_the_same_again() {
        var text = FactsText.write(
                Given.worker("{\"certificates\":[{\"occupation\":\"保管工·\\\"瀍\\\"\",\"level\":\"五级\"}]}"));
        assertThat(FactsText.write(FactsText.read(text))).isEqualTo(text);
        assertThat(text)
                .startsWith("{\"day\":\"2023-03-15\",\"occupation\":\"保管工\",")
                .contains("\"level\":\"FIVE\"");
    }

    @Test
    void the_order_of_names_spaces_and_nulls_make_no_difference() {
        assertThat(FactsText.write(FactsText.read("{ \"startOfWork\": \"2014年12月\", \"day\": null, \"level\": 4 }")))
                .isEqualTo(FactsText.write(FactsText.read("{\"level\":\"四级\",\"startOfWork\":\"2014-12\"}")));
    }

    @Test
    void unknown_and_none_are_two_things() {
        assertThat(FactsText.read("{\"honours\":null}").knows(Fact.HONOURS)).isFalse();
        assertThat(FactsText.read("{\"honours\":[]}").knows(Fact.HONOURS)).isTrue();
    }

    @Test
    void every_wrong_name_and_value_is_told_at_once_under_its_path() {
        var refused = catchThrowableOfType(InvalidInput.class, () -> FactsText.read("""
                        {"startofwork":"2014","level":"SIX","retired":"no","birthDate":"2014-13",
                         "certificates":[{"levl":4},{"obtained":2014}],"appraisals":{}}"""));
        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "startofwork",
                        "level",
                        "retired",
                        "birthDate",
                        "certificates[0].levl",
                        "certificates[1].obtained",
                        "appraisals");
        assertThat(refused.faults()).extracting(Fault::sentence).allMatch(sentence -> sentence.endsWith("。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"level\":4,\"level\":5}", "{\"day\":\"2023-02-30\"}", "null"})
    void what_is_no_object_of_facts_is_refused(String text) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> FactsText.read(text)))
                .isNotNull();
    }
}
