package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.account.PhoneReplaced;
import org.gongkao.application.ApplicationMoved;
import org.gongkao.application.DeferralMoved;
import org.gongkao.application.DeferralState;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.organisation.UnitChangeDecided;
import org.gongkao.organisation.UnitChangeRequested;
import org.gongkao.person.NoProvider;
import org.gongkao.person.Texting;
import org.gongkao.sms.Outbox;
import org.gongkao.worker.WorkerConfirmed;
import org.gongkao.worker.WorkerRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** 消息: told once after the commit, reminded three days and one day before. */
class NotificationFlowTest extends DatabaseTest {

    private static final String COUNTY_OFFICE = "agency:410305";
    private static final Map<String, String> ANYTHING = Stream.of(
                    "number", "until", "from", "version", "unit", "document", "changes")
            .collect(Collectors.toMap(name -> name, name -> "1"));
    private static final String UNIT_OFFICE = "unit:" + CastSeeds.COUNTY_UNIT;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TellingApplications listener;

    /** The listener itself, without the registry's thread around it. */
    private TellingApplications telling;

    @Autowired
    private TellingUnits tellingUnits;

    @Autowired
    private TellingPersons tellingPersons;

    @Autowired
    private TellingDeferrals tellingDeferrals;

    @Autowired
    private Messages messages;

    @Autowired
    private Concerned concerned;

    @Autowired
    private Reminding reminding;

    @Autowired
    private NoProvider noProvider;

    @Autowired
    private Texting texting;

    @Autowired
    private SendingTexts sending;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Cycles cycles;

    @BeforeEach
    void withoutThread() {
        telling = AopTestUtils.getUltimateTargetObject(listener);
    }

    @Test
    void worker_and_office_are_told_once_after_the_commit_however_often_the_registry_asks() {
        long file = file("IN_REVIEW", UNIT_OFFICE);
        long act = act(file, "SUBMIT", "DRAFT", "IN_REVIEW", null);
        transaction.executeWithoutResult(status -> events.publishEvent(new ApplicationMoved(file, act, false)));

        await().atMost(Duration.ofSeconds(10)).until(() -> headings(worker()).size() == 1);
        telling.on(new ApplicationMoved(file, act, false));
        assertThat(headings(worker())).containsExactly("申报已提交");
        assertThat(headings(UNIT_OFFICE)).containsExactly("有申报待审核");
        assertThat(sentence(UNIT_OFFICE)).contains("2023年4月3日 24:00");
        theRegistryHoldsIdsOnly();
    }

    /** Whatever stands in the registry, told or not, says nothing about a person. */
    private void theRegistryHoldsIdsOnly() {
        var rows = jdbc.sql("""
                select serialized_event from event_publication
                union all select serialized_event from event_publication_archive""").query(String.class).list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .matches("\\{(\"[A-Za-z]+\":(\"[A-Za-z0-9:_.-]*\"|\\d+|null|true|false),?)*}")
                        .doesNotContainPattern("\\d{17}[0-9Xx]|(?<!\\d)1[3-9]\\d{9}(?!\\d)"));
    }

    @Test
    void an_act_told_after_the_next_one_is_told_to_the_office_that_had_the_file_then() {
        long file = file("PAYMENT_DUE", null);
        long submit = act(file, "SUBMIT", "DRAFT", "IN_REVIEW", null);
        long passedOn = actFrom(UNIT_OFFICE, file, "APPROVE", "IN_REVIEW", "IN_REVIEW");
        long approved = actFrom(COUNTY_OFFICE, file, "APPROVE", "IN_REVIEW", "PAYMENT_DUE");

        telling.on(new ApplicationMoved(file, submit, false));
        assertThat(headings(UNIT_OFFICE)).containsExactly("有申报待审核");
        assertThat(headings(COUNTY_OFFICE)).isEmpty();
        telling.on(new ApplicationMoved(file, passedOn, false));
        assertThat(headings(COUNTY_OFFICE)).containsExactly("有申报待审核");
        telling.on(new ApplicationMoved(file, approved, false));
        assertThat(headings(UNIT_OFFICE)).containsExactly("有申报待审核");
        assertThat(headings(COUNTY_OFFICE)).containsExactly("有申报待审核");
    }

    @Test
    void nothing_is_told_of_an_act_that_was_rolled_back() {
        long file = file("IN_REVIEW", UNIT_OFFICE);
        long act = act(file, "SUBMIT", "DRAFT", "IN_REVIEW", null);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ApplicationMoved(file, act, false));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(headings(worker())).isEmpty();
    }

    @Test
    void a_return_goes_to_the_phone_as_well_once_and_names_nobody() {
        long file = file("RETURNED", null);
        telling.on(new ApplicationMoved(file, act(file, "RETURN", "IN_REVIEW", "RETURNED", COUNTY_OFFICE), false));

        sendAll();
        sendAll();
        var texts = outbox.latest().stream()
                .filter(line -> line.text().contains("退回修改"))
                .toList();
        assertThat(texts)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text()).contains("2023年4月8日 24:00").doesNotContain("陈立民"));
        assertThat(headings(UNIT_OFFICE)).containsExactly("申报被上级退回修改");
    }

    @Test
    void every_act_of_the_table_has_its_message() {
        for (var act : org.gongkao.application.Act.values()) {
            long file = file("PAYMENT_DUE", null);
            telling.on(new ApplicationMoved(
                    file, act(file, act.name(), "PAYMENT_DUE", "PAYMENT_DUE", COUNTY_OFFICE), false));
            jdbc.sql("update application.application set state = 'WITHDRAWN'").update();
        }
        // All but the recall, which is the worker's own and changes nothing for anybody.
        assertThat(headings(worker())).hasSize(org.gongkao.application.Act.values().length - 1);
    }

    @Test
    void reminders_go_three_days_and_one_day_before_the_deadline_each_once_to_those_who_still_owe() {
        file("DRAFT", null);
        clock.set("2023-03-25T23:59:59.999");
        assertThat(reminding.remind(clock.instant())).isZero();

        clock.set("2023-03-26T00:00");
        assertThat(reminding.remind(clock.instant())).isEqualTo(1);
        assertThat(reminding.remind(clock.instant())).isZero();

        clock.set("2023-03-28T00:00");
        assertThat(reminding.remind(clock.instant())).isEqualTo(1);
        clock.set("2023-03-28T23:59:59.999");
        assertThat(reminding.remind(clock.instant())).isZero();
        assertThat(headings(worker())).containsExactly("报名将于3天内截止", "报名将于1天内截止");

        clock.set("2023-03-29T00:00");
        assertThat(reminding.remind(clock.instant())).isZero();
    }

    @Test
    void who_has_handed_in_is_not_reminded() {
        file("IN_REVIEW", COUNTY_OFFICE);
        clock.set("2023-03-28T08:00");

        assertThat(reminding.remind(clock.instant())).isZero();
    }

    @Test
    void a_unit_with_files_before_it_is_reminded_of_its_own_bell() {
        file("IN_REVIEW", UNIT_OFFICE);
        clock.set("2023-04-01T09:00");

        assertThat(reminding.remind(clock.instant())).isEqualTo(1);
        assertThat(sentence(UNIT_OFFICE)).contains("还有 1 份申报未审核");
    }

    @Test
    void a_file_with_a_date_of_its_own_is_reminded_of_that_one() {
        long file = file("RETURNED", null);
        clock.set("2023-04-20T09:00");
        jdbc.sql("update application.application set correction_until = :until where id = :id")
                .param("until", Timestamp.from(clock.instant().plus(Duration.ofHours(30))))
                .param("id", file)
                .update();

        assertThat(reminding.remind(clock.instant())).isEqualTo(1);
        assertThat(reminding.remind(clock.instant().plusSeconds(60)))
                .isEqualTo(1)
                .as("given again, kept once");
        clock.pass(Duration.ofHours(10));
        reminding.remind(clock.instant());
        assertThat(headings(worker())).containsExactly("补正将于3天内截止", "补正将于1天内截止");
    }

    @Test
    void a_promise_that_comes_due_reminds_the_worker_and_the_unit_that_stands_in_for_it() {
        promise(file("PAID", null), "OPEN");
        clock.set("2023-06-27T23:59:59.999");
        assertThat(reminding.remind(clock.instant())).isZero();
        clock.set("2023-06-28T09:00");
        reminding.remind(clock.instant());
        reminding.remind(clock.instant());
        clock.set("2023-06-30T09:00");
        reminding.remind(clock.instant());
        assertThat(headings(worker())).containsExactly("容缺材料补交将于3天内截止", "容缺材料补交将于1天内截止");
        assertThat(headings(UNIT_OFFICE)).hasSize(2);
        clock.set("2023-07-01T00:00");
        assertThat(reminding.remind(clock.instant())).isZero();
    }

    @Test
    void what_was_handed_in_or_is_not_approved_yet_is_not_reminded() {
        promise(file("IN_REVIEW", COUNTY_OFFICE), "OPEN");
        jdbc.sql("update application.application set state = 'WITHDRAWN', holder = null")
                .update();
        promise(file("PAID", null), "HANDED_IN");
        clock.set("2023-06-29T09:00");
        assertThat(reminding.remind(clock.instant())).isZero();
    }

    @Test
    void a_promised_material_is_told_to_those_concerned_once_each_time_it_moves() {
        TellingDeferrals deferrals = AopTestUtils.getUltimateTargetObject(tellingDeferrals);
        long promise = promise(file("PAID", null), "HANDED_IN");
        var first = clock.instant();
        deferrals.on(new DeferralMoved(promise, DeferralState.HANDED_IN, first));
        deferrals.on(new DeferralMoved(promise, DeferralState.HANDED_IN, first));
        deferrals.on(new DeferralMoved(promise, DeferralState.OPEN, first));
        deferrals.on(new DeferralMoved(promise, DeferralState.HANDED_IN, first.plusSeconds(60)));
        deferrals.on(new DeferralMoved(promise, DeferralState.KEPT, first.plusSeconds(90)));

        assertThat(headings(COUNTY_OFFICE)).containsExactly("有补交的容缺材料待审核", "有补交的容缺材料待审核");
        assertThat(headings(worker())).containsExactly("容缺材料已补交", "补交的材料没有通过", "容缺材料已补交", "容缺材料审核通过");
        assertThat(headings(UNIT_OFFICE)).containsExactly("申报人补交的材料没有通过", "申报人的容缺材料审核通过");
    }

    private long promise(long file, String state) {
        return jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, state, promised_at)
                values (:file, :person, 'APPRAISAL', '年度考核登记表', '告知', '2023-07-01T00:00+08:00', :state, :at)
                returning id
                """)
                .param("file", file)
                .param("person", cast.actor(Cast.WORKER).person())
                .param("state", state)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Test
    void an_amendment_is_told_to_those_concerned_and_only_in_its_region() {
        var values = Map.of("document", "洛人社函〔2023〕9号", "changes", "网上注册报名截止改为3月30日24时");
        concerned.tell("amendment:1", "410300", 2023, Template.AMENDED, values, clock.instant());
        concerned.tell("amendment:1", "410300", 2023, Template.AMENDED, values, clock.instant());

        assertThat(headings(worker())).containsExactly("补充通知：洛人社函〔2023〕9号");
        assertThat(headings(UNIT_OFFICE)).hasSize(1);
        assertThat(headings("agency:410311")).hasSize(1);
        assertThat(headings("agency:410000")).isEmpty();
    }

    @Test
    void a_unit_learns_what_came_of_its_request_and_the_agency_that_there_is_one() {
        TellingUnits units = AopTestUtils.getUltimateTargetObject(tellingUnits);
        units.on(new UnitChangeRequested(7, "410300"));
        units.on(new UnitChangeDecided(7, "20230001", CastSeeds.COUNTY_UNIT, true));
        units.on(new UnitChangeDecided(7, "20230001", CastSeeds.COUNTY_UNIT, true));

        assertThat(headings("agency:410300")).containsExactly("有单位变更申请");
        assertThat(headings(UNIT_OFFICE)).containsExactly("单位变更申请已同意");
    }

    @Test
    void a_replaced_phone_is_told_to_the_person_and_due_to_the_former_number() {
        TellingPersons persons = AopTestUtils.getUltimateTargetObject(tellingPersons);
        persons.on(new PhoneReplaced(cast.actor(Cast.WORKER).person(), 5));
        persons.on(new PhoneReplaced(cast.actor(Cast.WORKER).person(), 5));

        assertThat(headings(worker())).containsExactly("手机号已更换");
        assertThat(headings("former:5")).containsExactly("手机号已解除绑定");
        sendAll();
        assertThat(jdbc.sql("select text from notification.message where recipient = 'former:5'")
                        .query(String.class)
                        .single())
                .isIn("NO_NUMBER", "SENDING");
    }

    @Test
    void a_text_that_the_provider_did_not_take_is_tried_again_later_and_sent_once_it_is_back() {
        long file = file("REJECTED", null);
        telling.on(new ApplicationMoved(file, act(file, "REJECT", "IN_REVIEW", "REJECTED", COUNTY_OFFICE), false));
        var now = new Instant[] {Instant.parse("2023-03-15T02:00:00Z")};
        var out = new SendingTexts(messages, noProvider.texting(), () -> now[0]);
        for (int round = 0; round < 20; round++) {
            out.send(100);
        }
        assertThat(text()).as("an outage of a minute loses nothing").isEqualTo("DUE 1");
        now[0] = now[0].plus(Duration.ofMinutes(2));
        out.send(100);
        assertThat(text()).isEqualTo("DUE 2");

        now[0] = now[0].plus(Duration.ofMinutes(4));
        var back = new SendingTexts(messages, texting, () -> now[0]);
        back.send(100);
        back.send(100);
        assertThat(text()).isEqualTo("SENT 3");
    }

    private String text() {
        return jdbc.sql("select text || ' ' || text_tries from notification.message where recipient = :to")
                .param("to", worker())
                .query(String.class)
                .single();
    }

    @Test
    void what_the_unit_said_of_a_person_is_told_once_each_time_however_late_the_registry_asks_again() {
        TellingPersons persons = AopTestUtils.getUltimateTargetObject(tellingPersons);
        long person = cast.actor(Cast.WORKER).person();
        persons.on(new WorkerRefused(person, 2));
        persons.on(new WorkerConfirmed(person, 3));
        clock.set("2023-03-20T09:00:00");
        persons.on(new WorkerRefused(person, 2));
        persons.on(new WorkerConfirmed(person, 3));
        assertThat(headings(worker())).containsExactlyInAnyOrder("单位未确认您的身份", "单位已确认您的身份");

        persons.on(new WorkerConfirmed(person, 5));
        assertThat(headings(worker())).as("confirmed by another unit").hasSize(3);
    }

    @Test
    void the_inbox_shows_a_count_until_it_is_read() {
        long file = file("IN_REVIEW", UNIT_OFFICE);
        telling.on(new ApplicationMoved(file, act(file, "SUBMIT", "DRAFT", "IN_REVIEW", null), false));
        var newest = jdbc.sql("select max(id) from notification.message")
                .query(Long.class)
                .single();

        assertThat(mvc.get().uri("/inbox").with(cast.as(Cast.WORKER)))
                .hasStatusOk()
                .bodyText()
                .contains("申报已提交", "有 1 条未读消息", "消息<span class=\"gk-nb\">(1)</span>")
                .doesNotContain("有申报待审核");
        assertThat(mvc.post()
                        .uri("/inbox/read")
                        .param("newest", newest.toString())
                        .with(cast.as(Cast.WORKER))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(mvc.get().uri("/inbox").with(cast.as(Cast.WORKER)))
                .bodyText()
                .contains("没有未读消息");
        assertThat(mvc.get().uri("/inbox").with(cast.as(Cast.UNIT))).bodyText().contains("有申报待审核", "有 1 条未读消息");
        assertThat(mvc.get().uri("/inbox").with(cast.as(Cast.COUNTY)))
                .bodyText()
                .contains("还没有消息");
    }

    /** Who neither reviews nor administers is told what concerns all, and nobody of an agency what they may not open. */
    @Test
    void of_an_agencys_messages_each_role_reads_those_that_it_may_open() {
        var office = "agency:410300";
        var places = Map.of(
                Template.TO_REVIEW, "/reviews/2023-1",
                Template.CLOSING_STAMPED, "/closings/410305",
                Template.ROSTER_FROZEN, "/rosters/" + CastSeeds.COUNTY_UNIT,
                Template.PROMISE_TO_JUDGE, "/deferrals/2023-1",
                Template.UNIT_CHANGE_ASKED, "/administration/units/changes",
                Template.SANCTION_PROPOSED, "/sanctions/1",
                Template.TEXTBOOKS_PAID, "/textbook-orders/units/" + CastSeeds.COUNTY_UNIT,
                Template.AMENDED, "/inbox");
        places.forEach((template, link) ->
                messages.give(new Told("test:" + template, office, template, ANYTHING, link, clock.instant())));
        for (var who : List.of(Cast.CITY, Cast.ADMINISTRATOR, Cast.FINANCE, Cast.AUDITOR)) {
            var reader = cast.actor(who);
            assertThat(reader.officeText()).isEqualTo(office);
            var open = places.values().stream()
                    .filter(link -> mvc.get()
                                    .uri(link)
                                    .with(cast.as(who))
                                    .exchange()
                                    .getResponse()
                                    .getStatus()
                            != 403)
                    .toList();
            assertThat(messages.inbox(reader, null, 20))
                    .as(who)
                    .extracting(Messages.Message::link)
                    .containsExactlyInAnyOrderElementsOf(open);
            assertThat(messages.unread(reader)).as(who).isEqualTo(open.size());
        }
        assertThat(messages.unread(cast.actor(Cast.CITY))).isEqualTo(8);
        assertThat(messages.unread(cast.actor(Cast.FINANCE))).isOne();
    }

    private void sendAll() {
        while (sending.send(100) > 0) {
            // the scheduler's own rounds may have taken some
        }
    }

    private String worker() {
        return "person:" + cast.actor(Cast.WORKER).person();
    }

    private List<String> headings(String recipient) {
        return jdbc.sql("select heading from notification.message where recipient = :to order by id")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    private String sentence(String recipient) {
        return jdbc.sql("select sentence from notification.message where recipient = :to")
                .param("to", recipient)
                .query(String.class)
                .single();
    }

    private long file(String state, @org.jspecify.annotations.Nullable String holder) {
        return jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, holder, tier, submitted_at, created_at, changed_at)
                values ('2023' || lpad(nextval('application.application_number')::text, 7, '0'), :person, 2023, :package,
                       :state, 3, '6-18', :unit, array[:unitOffice, 'agency:410305'],
                       case when :state = 'DRAFT' then null else 'agency:410305' end, :holder, 0, :at, :at, :at)
                returning id
                """)
                .param("person", cast.actor(Cast.WORKER).person())
                .param("package", cycles.current(clock.instant()).packageId())
                .param("state", state)
                .param("unit", CastSeeds.COUNTY_UNIT)
                .param("unitOffice", UNIT_OFFICE)
                .param("holder", holder)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** As the office that had the file has left its line. */
    private long actFrom(String office, long file, String act, String from, String to) {
        return act(file, act, from, to, office, office);
    }

    private long act(long file, String act, String from, String to, @org.jspecify.annotations.Nullable String office) {
        return act(file, act, from, to, office, null);
    }

    private long act(
            long file,
            String act,
            String from,
            String to,
            @org.jspecify.annotations.Nullable String office,
            @org.jspecify.annotations.Nullable String holder) {
        return jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, tier, office, account_id, actor_name,
                       role, at, from_holder)
                values (:file, :act, :from, :to, 0, :office, 1, '陈立民', 'WORKER', :at, :holder) returning id
                """)
                .param("holder", holder)
                .param("file", file)
                .param("act", act)
                .param("from", from)
                .param("to", to)
                .param("office", office)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
