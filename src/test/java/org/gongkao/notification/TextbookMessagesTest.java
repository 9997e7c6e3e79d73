package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.gongkao.Cast;
import org.gongkao.textbook.TextbookTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is asked something about textbooks hears of it, once. */
class TextbookMessagesTest extends TextbookTest {

    private static final String COUNTY = "agency:410305";

    @Autowired
    private Reminding reminding;

    private List<String> told(String recipient) {
        return jdbc.sql("select heading from notification.message where recipient = :to order by id")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    @Test
    void a_unit_that_has_not_paid_is_reminded_three_days_and_one_day_before() {
        orderer(1);
        confirm(Cast.UNIT);
        for (var day : List.of("2023-04-24", "2023-04-26", "2023-04-26", "2023-04-28")) {
            clock.set(day + "T09:00:00");
            reminding.remind(clock.instant());
        }
        assertThat(told("unit:" + UNIT)).containsExactly("教材款缴纳将于3天内截止", "教材款缴纳将于1天内截止");
    }

    @Test
    void who_has_paid_is_not_reminded() {
        orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        clock.set("2023-04-28T09:00:00");
        reminding.remind(clock.instant());
        assertThat(told("unit:" + UNIT)).isEmpty();
    }

    @Test
    void agency_unit_and_worker_hear_of_what_waits_for_them() {
        var worker = orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        await().untilAsserted(() -> assertThat(told(COUNTY)).containsExactly("单位教材款已缴清，请发放教材"));
        arrives("S0201-3", 5, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        await().untilAsserted(() -> assertThat(told("unit:" + UNIT)).containsExactly("教材已发放，请清点签收"));
        post(
                "/textbook-orders/units/" + UNIT + "/handouts/" + lastSlip() + "/taking-back",
                Cast.COUNTY,
                "reason",
                "拿错了");
        await().untilAsserted(() -> assertThat(told("unit:" + UNIT)).containsExactly("教材已发放，请清点签收", "教材发放单已撤销"));
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT);
        post("/textbooks/copies/givings", Cast.UNIT);
        await().untilAsserted(
                        () -> assertThat(told("person:" + worker.person())).containsExactly("教材已发给您"));
    }
}
