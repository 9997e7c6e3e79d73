package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.KeptVerdict;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 资格条件逐条核对: the conditions of the verdict are looked at one by one, as groups of fields and materials are. */
class ConditionsReviewTest extends DatabaseTest {

    @Autowired
    Applications applications;

    @Autowired
    ItemFindings findings;

    @Autowired
    WorkerActs worker;

    @Autowired
    KeptVerdict verdict;

    @Autowired
    Reviewing reviewing;

    @Test
    void a_tier_approves_only_when_every_condition_carries_its_own_finding() {
        var number = handedIn("2016-12");
        var withoutConditions = found(number, item -> true).stream()
                .filter(one -> !one.item().startsWith("condition:"))
                .toList();
        refuses(ApplicationRefusal.ITEMS_OPEN, () -> approve(number, withoutConditions));
        approve(number, found(number, item -> true));
        assertThat(holder(number)).startsWith("department:");
    }

    @Test
    void a_condition_that_the_rules_call_met_is_not_decided_by_that() {
        var number = handedIn("2016-12");
        var label = conditions(number).getFirst().label();
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.UNIT)))
                .hasStatusOk()
                .bodyText()
                .contains(label)
                .doesNotContain(" checked", " selected");
    }

    @Test
    void a_defect_is_bound_to_a_condition_and_told_to_the_worker_who_answers_with_any_change() {
        var number = handedIn("2016-12");
        var first = conditions(number).getFirst();
        sendBack(number, item -> !item.equals(first));
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .contains("申报条件：" + first.label(), "看不清");
        FilledFile.attach(jdbc, number, "OTHER", clock.instant().plusMillis(1));
        worker.submit(number, version(number), actor(Cast.WORKER), clock.instant());
        assertThat(holder(number)).startsWith("unit:");
    }

    @Test
    void a_new_verdict_opens_only_the_conditions_that_it_changed() {
        var number = handedIn("2016-12");
        reviewing.note(number, version(number), found(number, item -> true), actor(Cast.UNIT), clock.instant());
        var before = Set.copyOf(findings.items(file(number)));
        verdict.keep(number, "2017-12", clock.instant());
        var changed = findings.items(file(number)).stream()
                .filter(item -> !before.contains(item))
                .toList();
        var now = findings.of(file(number));
        assertThat(now.items().stream()
                        .filter(item -> now.of(actor(Cast.UNIT).office(), item).isEmpty())
                        .toList())
                .isNotEmpty()
                .hasSizeLessThan(conditions(number).size())
                .isEqualTo(changed)
                .allMatch(ReviewItem::isCondition);
    }

    private String handedIn(String obtained) {
        var number = worker.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        verdict.keep(number, obtained, clock.instant());
        return number;
    }

    private void approve(String number, List<Found> found) {
        reviewing.approve(
                number, version(number), found, new UnitsWord("刘芳", false), actor(Cast.UNIT), clock.instant());
    }

    private void sendBack(String number, Predicate<ReviewItem> met) {
        reviewing.returnForCorrection(
                number, version(number), found(number, met), "", actor(Cast.UNIT), clock.instant());
    }

    private List<Found> found(String number, Predicate<ReviewItem> met) {
        return findings.items(file(number)).stream()
                .map(item -> met.test(item)
                        ? new Found(item.key(), ItemOutcome.MET, Basis.PERSONNEL_FILE, "", "")
                        : new Found(item.key(), ItemOutcome.UNMET, Basis.PERSONNEL_FILE, "看不清", "重新上传"))
                .toList();
    }

    private List<ReviewItem> conditions(String number) {
        return findings.items(file(number)).stream()
                .filter(ReviewItem::isCondition)
                .toList();
    }

    private org.gongkao.application.Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    private int version(String number) {
        return file(number).version();
    }

    private String holder(String number) {
        return String.valueOf(file(number).progress().holder());
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }
}
