package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.CycleAmended;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 通知六(二): 3月28日24时后停止受理注册报名 – and what becomes of it when it is extended by 48 hours while it runs. */
@RecordApplicationEvents
class RegistrationExtendedFlowTest extends DatabaseTest {

    private static final String END = "windows.REGISTRATION.to";

    @Autowired
    private Cycles cycles;

    @Autowired
    private ApplicationEvents events;

    @Test
    void a_file_that_began_before_the_extension_gets_the_new_end() {
        clock.set("2023-03-12T09:00:00");
        long begunWith = cycles.current("410305", clock.instant()).packageId();
        assertThat(open(begunWith, "410305", "2023-03-29T00:00:00+08:00")).isFalse();

        clock.set("2023-03-27T16:00:00");
        var proposed = propose("410300", "2023-03-30 24:00:00");
        assertThat(proposed).hasStatus(302);
        clock.set("2023-03-28T18:30:00");
        assertThat(open(begunWith, "410305", "2023-03-29T00:00:00+08:00"))
                .as("nothing changes before the second person has confirmed")
                .isFalse();
        assertThat(confirm(Cast.SECOND_ADMINISTRATOR)).hasStatus(302);

        assertThat(open(begunWith, "410305", "2023-03-28T23:59:59.999+08:00")).isTrue();
        assertThat(open(begunWith, "410305", "2023-03-29T00:00:00+08:00")).isTrue();
        assertThat(open(begunWith, "4103Z1", "2023-03-29T00:00:00+08:00")).isTrue();
        assertThat(open(begunWith, "", "2023-03-29T00:00:00+08:00")).isTrue();
        assertThat(open(begunWith, "410305", "2023-03-30T23:59:59.999+08:00"))
                .as("in time")
                .isTrue();
        assertThat(open(begunWith, "410305", "2023-03-31T00:00:00.000+08:00"))
                .as("too late")
                .isFalse();
        var cycle = cycles.of(begunWith, "410305", at("2023-03-29T08:00:00+08:00"));
        assertThat(cycle.version()).isEqualTo(2);
        assertThat(cycle.packageId()).isEqualTo(begunWith);
        assertThat(cycle.window(Window.UNIT_REVIEW).to())
                .as("what the amendment does not name stays")
                .isEqualTo(at("2023-04-04T00:00:00+08:00"));
    }

    @Test
    void those_concerned_are_told_once_and_the_home_page_shows_the_new_end() {
        clock.set("2023-03-27T16:00:00");
        propose("410300", "2023-03-30 24:00:00");
        assertThat(events.stream(CycleAmended.class)).isEmpty();
        confirm(Cast.SECOND_ADMINISTRATOR);
        assertThat(events.stream(CycleAmended.class)).containsExactly(new CycleAmended(1));
        assertThat(cycles.amendment(1)).hasValueSatisfying(amendment -> {
            assertThat(amendment.changes(END)).isTrue();
            assertThat(amendment.changes()).singleElement().satisfies(change -> {
                assertThat(change.label()).isEqualTo("网上注册报名 · 截止");
                assertThat(change.before()).isEqualTo("2023年3月28日 24:00");
                assertThat(change.after()).isEqualTo("2023年3月30日 24:00");
            });
        });
        clock.set("2023-03-29T09:00:00");
        assertThat(mvc.get().uri("/").exchange()).bodyText().contains("网上注册报名正在进行", "3月30日 24:00", "洛人社函〔2023〕12号");
    }

    @Test
    void an_amendment_for_one_county_leaves_the_others_as_they_were() {
        clock.set("2023-03-27T16:00:00");
        long begunWith = cycles.current(clock.instant()).packageId();
        assertThat(propose("410305", "2023-03-30 24:00:00")).hasStatus(302);
        assertThat(confirm(Cast.SECOND_ADMINISTRATOR)).hasStatus(302);
        assertThat(open(begunWith, "410305", "2023-03-29T00:00:00+08:00")).isTrue();
        assertThat(open(begunWith, "410311", "2023-03-29T00:00:00+08:00")).isFalse();
        assertThat(open(begunWith, "410300", "2023-03-29T00:00:00+08:00")).isFalse();
    }

    /** 四月三日前: what is asked of an office by when is said as it holds for that office. */
    @Test
    void an_office_reads_the_bell_of_its_own_county() {
        clock.set("2023-03-27T16:00:00");
        assertThat(propose("windows.UNIT_REVIEW.to", "410305", "2023-04-05 24:00:00"))
                .hasStatus(302);
        assertThat(confirm(Cast.SECOND_ADMINISTRATOR)).hasStatus(302);
        assertThat(mvc.get().uri("/reviews").with(cast.as(Cast.UNIT)).exchange())
                .bodyText()
                .contains("2023年4月5日 24:00");
        assertThat(mvc.get().uri("/reviews").with(cast.as(Cast.DEPARTMENT)).exchange())
                .bodyText()
                .contains("2023年4月5日 24:00");
        assertThat(mvc.get().uri("/reviews").with(cast.as(Cast.CITY_UNIT)).exchange())
                .bodyText()
                .contains("2023年4月3日 24:00");
    }

    @Test
    void an_amendment_that_takes_effect_later_changes_nothing_before() {
        clock.set("2023-03-27T16:00:00");
        long begunWith = cycles.current(clock.instant()).packageId();
        mvc.post()
                .uri("/administration/cycles/1/amendment")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("documentNumber", "洛人社函〔2023〕12号")
                .param("reason", "网络故障")
                .param("region", "410300")
                .param("wantedFrom", "2023-03-29 08:00:00")
                .param("field-0", END)
                .param("after-0", "2023-03-30 24:00:00")
                .exchange();
        confirm(Cast.SECOND_ADMINISTRATOR);
        assertThat(open(begunWith, "410305", "2023-03-29T07:59:59.999+08:00")).isFalse();
        assertThat(open(begunWith, "410305", "2023-03-29T08:00:00.000+08:00")).isTrue();
    }

    private MvcTestResult propose(String region, String end) {
        return propose(END, region, end);
    }

    private MvcTestResult propose(String field, String region, String end) {
        return mvc.post()
                .uri("/administration/cycles/1/amendment")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("documentNumber", "洛人社函〔2023〕12号")
                .param("reason", "报名网站3月27日下午无法访问")
                .param("region", region)
                .param("wantedFrom", "")
                .param("field-0", field)
                .param("after-0", end)
                .exchange();
    }

    private MvcTestResult confirm(String who) {
        return mvc.post()
                .uri("/administration/cycles/amendments/1/confirmation")
                .with(cast.as(who))
                .with(csrf())
                .param("seen", "0")
                .exchange();
    }

    private boolean open(long packageId, String agency, String time) {
        var instant = at(time);
        return cycles.of(packageId, agency, instant).isOpen(Window.REGISTRATION, instant);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
