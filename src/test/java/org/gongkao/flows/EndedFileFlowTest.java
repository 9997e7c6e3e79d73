package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 逾期失效、已撤销、已取消: the steps name the one at which the file stood; what came before it stays done, and nothing after it has
 * ended.
 */
class EndedFileFlowTest extends DecidedFlowTest {

    @Autowired
    private SystemActs system;

    @Autowired
    private Applications applications;

    @Test
    void 未在期限内缴费的_逾期的是缴费_审查仍是已完成() {
        clock.set("2023-04-08T09:00:00");
        var file = inReview();
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        end(file, "2023-04-15T00:00:00");
        var steps = steps();
        assertThat(steps)
                .contains("<b>网上缴费 ¥365.00：逾期失效</b><span>审查已通过，没有在截止前缴费</span>")
                .doesNotContain("提交：逾期失效")
                .containsOnlyOnce("逾期失效")
                .containsOnlyOnce("is-here");
        assertThat(steps.substring(0, steps.indexOf("is-here"))).doesNotContain("is-rest");
        assertThat(steps.substring(steps.indexOf("is-here"))).doesNotContain("is-done", "is-current");
    }

    @Test
    void 退回后未在期限内改正的_逾期的是退回的那一级_缴费不算逾期() {
        clock.set("2023-03-20T09:00:00");
        var file = files.passedByUnit(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.sendBack(file, Set.of("choice"), cast.actor(Cast.COUNTY), clock.instant());
        end(file, "2023-04-15T00:00:00");
        var steps = steps();
        assertThat(steps)
                .contains("<b>资格审查：逾期失效</b><span>退回后没有在期限内改正</span>")
                .containsOnlyOnce("逾期失效")
                .containsOnlyOnce("is-here");
        assertThat(steps.substring(steps.indexOf("is-here"))).doesNotContain("is-done");
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("今年的申报已失效", "退回后没有在期限内改正")
                .doesNotContain("没有在截止前缴费");
    }

    @Test
    void 没有提交的_逾期的是填报() {
        var file = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        end(file, "2023-03-29T00:00:00");
        assertThat(steps())
                .contains("：逾期失效</b><span>没有在报名截止前提交</span>")
                .containsOnlyOnce("is-here")
                .doesNotContain("资格审查：", "网上缴费 ¥365.00：");
    }

    @Test
    void 审核中撤销的_撤销的是当时审核的那一级() {
        clock.set("2023-03-20T09:00:00");
        var file = files.passedByUnit(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        withdrawn(file);
        ended("<b>资格审查：已撤销</b>", "已撤销");
    }

    @Test
    void 待缴费时撤销的_撤销的是缴费_审查仍是已完成() {
        clock.set("2023-04-08T09:00:00");
        var file = inReview();
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        withdrawn(file);
        ended("<b>网上缴费 ¥365.00：已撤销</b>", "已撤销");
    }

    @Test
    void 没有提交就撤销的_撤销的是填报() {
        var file = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        withdrawn(file);
        ended("<b>填报：已撤销</b>", "已撤销");
    }

    @Test
    void 因处理决定取消的_取消的是当时所在的一步() {
        clock.set("2023-03-20T09:00:00");
        var file = files.passedByUnit(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.sendBack(file, Set.of("choice"), cast.actor(Cast.COUNTY), clock.instant());
        cancelled();
        ended("<b>资格审查：已取消</b>", "已取消");
    }

    @Test
    void 缴费后因处理决定取消的_缴费仍是已完成() {
        clock.set("2023-04-08T09:00:00");
        files.paid(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        cancelled();
        ended("<b>核实花名册：已取消</b>", "已取消");
        assertThat(steps()).contains("<b>网上缴费 ¥365.00</b><span>已完成</span>");
    }

    private void ended(String step, String state) {
        var steps = steps();
        assertThat(steps).contains(step).containsOnlyOnce(state).containsOnlyOnce("is-here");
        assertThat(steps.substring(0, steps.indexOf("is-here"))).doesNotContain("is-rest");
        assertThat(steps.substring(steps.indexOf("is-here"))).doesNotContain("is-done", "is-current");
    }

    private void withdrawn(String file) {
        acts.withdraw(file, applications.get(file, Actor.SYSTEM).version(), "不考了", worker(), clock.instant());
        assertThat(files.state(file)).isEqualTo("WITHDRAWN");
    }

    private void cancelled() {
        decisionTold();
        await().untilAsserted(() -> assertThat(jdbc.sql("select state from application.application")
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED"));
    }

    private void end(String file, String at) {
        clock.set(at);
        system.endOfDay(clock.instant());
        assertThat(files.state(file)).isEqualTo("LAPSED");
    }

    private String steps() {
        try {
            var text = page(Cast.WORKER, "/application").getResponse().getContentAsString();
            int from = text.indexOf("gk-steps");
            return text.substring(from, text.indexOf("</ol>", from));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
