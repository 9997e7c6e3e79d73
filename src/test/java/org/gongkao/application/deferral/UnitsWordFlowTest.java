package org.gongkao.application.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.filling.FilledFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 单位承诺: given with the approval, by a named person who ticked the liability; asked again after a correction. */
class UnitsWordFlowTest extends DeferralTest {

    @Autowired
    private ItemFindings items;

    @Test
    void without_the_tick_nothing_passes_and_nothing_typed_is_lost() {
        var number = submitted();
        assertThat(approve(number, "responsible", "王海", "reason", "写到一半"))
                .hasStatus(422)
                .bodyText()
                .contains("阅读责任告知并打勾", "id=\"f-liability\"", "value=\"王海\"", "写到一半")
                .containsPattern("name=\"outcome.promise:\\d+\" value=\"DEFERRED\" checked");
        assertThat(approve(number, "liability", "on"))
                .hasStatus(422)
                .bodyText()
                .contains("负责审核的责任人")
                .containsPattern("name=\"liability\" value=\"on\" checked");
        assertThat(given.state(number)).isEqualTo("IN_REVIEW");
        assertThat(promise(number).isGuaranteed()).isFalse();
    }

    @Test
    void with_the_tick_the_unit_stands_in_by_name_and_the_file_goes_on() {
        var number = submitted();
        assertThat(approve(number, "responsible", "王海", "liability", "on")).hasStatus3xxRedirection();
        assertThat(promise(number).guarantor()).isEqualTo("王海");
        assertThat(file(number).progress().tier()).isEqualTo(1);
        assertThat(page(Cast.DEPARTMENT, "/reviews/" + number)).bodyText().contains("单位已承诺，责任人 王海");
    }

    @Test
    void what_is_set_for_all_leaves_the_promise_to_be_decided_on() {
        var number = submitted();
        var fields = new ArrayList<String>(List.of("act", "note", "all.outcome", "MET", "all.basis", "PERSONNEL_FILE"));
        for (var item : items.items(file(number))) {
            fields.addAll(List.of("pick", item.key()));
        }
        fields.addAll(List.of("version", version(number)));
        assertThat(post(Cast.UNIT, "/reviews/" + number, fields.toArray(String[]::new)))
                .hasStatus3xxRedirection();
        assertThat(page(Cast.UNIT, "/reviews/" + number)).bodyText().contains("还有 1 项未核对");
    }

    @Test
    void a_correction_that_comes_back_to_the_unit_asks_for_its_word_again() {
        var number = submitted();
        approve(number, "responsible", "王海", "liability", "on");
        given.approve(number, cast.actor(Cast.DEPARTMENT), clock.instant());
        var photo = items.items(file(number)).stream()
                .filter(item -> item.isMaterial())
                .findFirst()
                .orElseThrow()
                .key();
        given.sendBack(number, Set.of(photo), cast.actor(Cast.COUNTY), clock.instant());
        jdbc.sql("update application.material set removed_at = added_at where 'material:' || id = :key")
                .param("key", photo)
                .update();
        FilledFile.attach(jdbc, number, "PHOTO", clock.instant());
        acts.submit(number, file(number).version(), worker(), clock.instant());
        assertThat(file(number).progress().tier()).isZero();
        assertThat(approve(number, "responsible", "刘芳"))
                .hasStatus(422)
                .bodyText()
                .contains("阅读责任告知并打勾");
        assertThat(approve(number, "responsible", "刘芳", "liability", "on")).hasStatus3xxRedirection();
        assertThat(promise(number).guarantor()).isEqualTo("刘芳");
    }

    /** Every item decided on, and what else is said. */
    private MvcTestResult approve(String number, String... more) {
        var fields = new ArrayList<>(List.of(more));
        for (var item : items.items(file(number))) {
            fields.addAll(List.of("outcome." + item.key(), item.isPromise() ? "DEFERRED" : "MET"));
            fields.addAll(List.of("basis." + item.key(), "PERSONNEL_FILE"));
        }
        fields.addAll(List.of("act", "approve", "version", version(number)));
        return post(Cast.UNIT, "/reviews/" + number, fields.toArray(String[]::new));
    }

    private String version(String number) {
        return String.valueOf(file(number).version());
    }
}
