package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.payment.collective.GivenColleagues;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom finance reads beside some money: who paid for whom, by name, and nobody else reads it. */
class WhoPaidDbTest extends DatabaseTest {

    @Autowired
    private GivenColleagues colleagues;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private WhoPaid whoPaid;

    private List<Long> owed = List.of();

    @BeforeEach
    void five_owe() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        owed = colleagues.owing(5, cast.actor(Cast.COUNTY), clock.instant()).stream()
                .map(one -> jdbc.sql("select id from payment.charge where purpose_key = :key")
                        .param("key", one.file())
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void a_persons_own_money_is_the_persons() {
        var order = pays("A", "GK1", owed.subList(0, 1));
        assertThat(of(WhoPaid.Asked.ofNumber(order))).isEqualTo("马建国");
        assertThat(of(WhoPaid.Asked.ofCharge(owed.get(1))))
                .as("nobody has paid it yet")
                .isEqualTo("李秀兰");
    }

    @Test
    void what_a_unit_pays_says_for_whom_and_by_which_unit_and_counts_the_many() {
        var unit = jdbc.sql("select name from organisation.unit where code = :code")
                .param("code", cast.actor(Cast.UNIT).office().code())
                .query(String.class)
                .single();
        var order = pays("A", "GU" + cast.actor(Cast.UNIT).office().code(), owed);
        assertThat(of(WhoPaid.Asked.ofNumber(order))).isEqualTo("马建国、李秀兰、王志强等 5 人（" + unit + "统一缴费）");
        assertThat(of(new WhoPaid.Asked(owed.get(3), order)))
                .as("one share of it")
                .isEqualTo("刘玉梅（" + unit + "统一缴费）");
    }

    @Test
    void a_page_is_asked_at_once_and_money_of_nobody_has_no_name() {
        var order = pays("A", "GK1", owed.subList(0, 1));
        var asked = List.of(
                WhoPaid.Asked.ofNumber(order),
                WhoPaid.Asked.ofNumber("B001,nobody's"),
                WhoPaid.Asked.ofNumber(null),
                WhoPaid.Asked.ofCharge(owed.get(4)),
                WhoPaid.Asked.ofNumber(order));
        assertThat(whoPaid.of(asked, cast.actor(Cast.AUDITOR)))
                .containsOnlyKeys(asked.get(0), asked.get(3))
                .containsValues("马建国", "张海军");
        assertThat(whoPaid.of(List.of(), cast.actor(Cast.FINANCE))).isEmpty();
    }

    @Test
    void nobody_but_finance_and_the_auditor_reads_a_name() {
        for (var who : List.of(Cast.WORKER, Cast.UNIT, Cast.COUNTY, Cast.CITY, Cast.ADMINISTRATOR)) {
            assertThatThrownBy(() -> whoPaid.of(List.of(WhoPaid.Asked.ofCharge(owed.getFirst())), cast.actor(who)))
                    .as(who)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(CommonRefusal.NOT_FOUND));
        }
    }

    private String of(WhoPaid.Asked money) {
        return whoPaid.of(List.of(money), cast.actor(Cast.FINANCE)).getOrDefault(money, "");
    }

    private String pays(String key, String payer, List<Long> which) {
        var visit = new Visit(
                ChannelCode.WECHAT, ChannelOrder.Device.DESKTOP, "127.0.0.1", URI.create("http://gongkao.test"), "/x");
        starting.pay(new Payment(key, "测试", payer, which), visit, Actor.SYSTEM, clock.instant());
        return channel.lastOrder().number();
    }
}
