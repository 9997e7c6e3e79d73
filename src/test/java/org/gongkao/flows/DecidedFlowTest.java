package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Timestamp;
import java.time.Duration;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationRegister;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.Charges;
import org.gongkao.sanction.SanctionImposed;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The year's file of a worker on whom something was decided, and the people who look at it. */
abstract class DecidedFlowTest extends DatabaseTest {

    @Autowired
    protected GivenFile files;

    @Autowired
    protected WorkerActs acts;

    @Autowired
    protected ApplicationRegister register;

    @Autowired
    protected Charges charges;

    @Autowired
    protected TransactionTemplate transactions;

    @Autowired
    protected ApplicationEventPublisher events;

    protected Actor worker() {
        return cast.actor(Cast.WORKER);
    }

    protected MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    protected MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    protected String told(String recipient) {
        return String.join(
                "\n",
                jdbc.sql("select heading || sentence from notification.message where recipient = :to")
                        .param("to", recipient)
                        .query(String.class)
                        .list());
    }

    protected String inReview() {
        return files.inReview(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    /** A decision on false papers is in force, and whoever hears of it is told; its id. */
    protected long decisionTold() {
        long id = jdbc.sql("""
                insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on, material,
                       facts, clause, state, handled_by, answer_until, decision, barred_from, barred_until, opened_at)
                select '2023031500001', :person, '410305', '410300', min(id), 2023, date '2023-03-12', '证书', '查无此证', '八（三）',
                       'IMPOSED', 1, :now, '洛人社工考〔2023〕5号', :now, :until, :now
                  from cycle.year_package
                returning id
                """)
                .param("person", worker().person())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(clock.instant().plus(Duration.ofDays(730))))
                .query(Long.class)
                .single();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(id)));
        return id;
    }

    protected static void refused(ApplicationRefusal reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    protected void freeze() {
        var line = valueAfter("name=\"line\" value=\"");
        assertThat(post(Cast.UNIT, "/roster/confirmations", "line", line)).hasStatus3xxRedirection();
        assertThat(post(Cast.UNIT, "/roster/versions", "hash", valueAfter("name=\"hash\" value=\"")))
                .hasStatus3xxRedirection();
    }

    protected String valueAfter(String before) {
        try {
            var text = page(Cast.UNIT, "/roster").getResponse().getContentAsString();
            int from = text.indexOf(before) + before.length();
            return text.substring(from, text.indexOf('"', from));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
