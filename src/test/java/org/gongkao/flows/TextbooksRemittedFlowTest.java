package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.textbook.TextbookTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 各工种教材本着自愿原则征订，由各单位统一汇总后上缴 (notice 七（二）), and 发放培训教材 (六（四）), from the choice to the book in the hand. */
class TextbooksRemittedFlowTest extends TextbookTest {

    @Autowired
    private GivenFile files;

    @Test
    void 各工种教材本着自愿原则征订_由各单位统一汇总后上缴_再发放() {
        for (var worker : new String[] {Cast.WORKER, Cast.CITY_WORKER}) {
            files.paid(cast.actor(worker), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        }
        assertThat(get("/textbooks", Cast.WORKER)).bodyText().contains("《汽车驾驶员》（高级工）", "¥36.00", "待确认", "自愿");
        assertThat(post("/textbooks", Cast.WORKER, "wanted", "yes")).hasStatus3xxRedirection();
        // The other one says nothing, and nothing is ordered.
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订 1 册", "1 人还没有选择，按不征订计");
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("由单位统一缴款", "应缴", "¥36.00");
        pays(Cast.UNIT);

        arrives("S0201-3", 20, Cast.COUNTY);
        assertThat(get("/textbook-orders/units?open=yes", Cast.COUNTY))
                .bodyText()
                .contains("洛阳市涧西区实验幼儿园");
        assertThat(handsOut(UNIT, "S0201-3", "2", Cast.COUNTY))
                .as("more than opted in")
                .hasStatus(422);
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.COUNTY)).hasStatus3xxRedirection();
        assertThat(post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT))
                .hasStatus3xxRedirection();
        assertThat(post("/textbooks/copies/givings", Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.WORKER)).bodyText().contains("单位已登记把教材发给您");
        assertThat(get("/textbooks", Cast.CITY_WORKER)).bodyText().doesNotContain("发给您");
        assertThat(get("/textbook-orders", Cast.CITY)).bodyText().contains("征订 1 册，已发放 1 册", "已缴 1 册，库存 19 册");
    }

    @Test
    void who_says_nothing_until_the_end_has_ordered_nothing() {
        files.paid(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        clock.set("2023-04-29T00:00:00");
        assertThat(get("/textbooks", Cast.WORKER)).bodyText().contains("教材征订已截止，您没有选择，按不征订计");
        assertThat(post("/textbooks", Cast.WORKER, "wanted", "yes"))
                .hasStatus(409)
                .bodyText()
                .contains("已于2023年4月28日 24:00截止");
        assertThat(count("textbook.choice")).isZero();
    }
}
