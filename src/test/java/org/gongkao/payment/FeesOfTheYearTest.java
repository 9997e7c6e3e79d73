package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 工考收费标准, notice 七（一）, as the published year has it. */
class FeesOfTheYearTest extends DatabaseTest {

    @Autowired
    private Cycles cycles;

    @Test
    void 五级275元_四级320元_三级365元_二级470元_一级第一次380元() {
        var fees = cycles.current(clock.instant()).section(FeeSchedule.class);
        var expected = Map.of(Level.FIVE, 275, Level.FOUR, 320, Level.THREE, 365, Level.TWO, 470, Level.ONE, 380);
        expected.forEach((level, yuan) -> assertThat(fees.fee(level)).isEqualTo(Money.yuan(yuan)));
    }

    @Test
    void 一级380元为报名考试费60元和培训费320元_评审费130元只列出() {
        var fees = cycles.current(clock.instant()).section(FeeSchedule.class);
        assertThat(fees.parts(Level.ONE))
                .containsExactly(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320)));
        assertThat(fees.panelParts(Level.ONE)).containsExactly(new FeePart("评审费", Money.yuan(130)));
    }
}
