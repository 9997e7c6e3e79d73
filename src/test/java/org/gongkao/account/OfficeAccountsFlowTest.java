package org.gongkao.account;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.job.JobSteps;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Refusal;
import org.gongkao.sms.Outbox;
import org.gongkao.worker.Standing;
import org.gongkao.worker.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Offices' accounts come from the office above; a worker's account is put right by two people. */
class OfficeAccountsFlowTest extends DatabaseTest {

    private static final String NUMBER = NationalIds.whole("41030519750618113");
    private static final String ZHANGHONG = NationalIds.whole("41030519870214006");
    private static final String LIQIANG = NationalIds.whole("41030219811020013");

    @Autowired
    private OpeningAccounts opening;

    @Autowired
    private JobRegister register;

    @Autowired
    private JobSteps steps;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Persons persons;

    @Autowired
    private Workers workers;

    @Autowired
    private Outbox outbox;

    @Autowired
    private CastSeeds seeds;

    @Autowired
    private Accounts accounts;

    private Web unit = new Web(mvc, "10.0.0.1");
    private Web county = new Web(mvc, "10.0.0.2");
    private Web city = new Web(mvc, "10.0.0.3");
    private Web worker = new Web(mvc, "10.0.0.4");

    @BeforeEach
    void everybodySignsIn() {
        outbox.clear();
        unit = signedIn(Cast.UNIT, "10.0.0.1");
        county = signedIn(Cast.COUNTY, "10.0.0.2");
        city = signedIn(Cast.CITY, "10.0.0.3");
        worker = signedIn(Cast.WORKER, "10.0.0.4");
    }

    private Web signedIn(String name, String address) {
        var web = new Web(mvc, address);
        assertThat(web.signIn(name, CastSeeds.PASSWORD)).hasRedirectedUrl("/home");
        return web;
    }

    private static String firstPassword(String page) {
        var found = Pattern.compile("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void a_county_opens_its_units_accounts_and_the_city_its_counties() throws Exception {
        var opened = county.post(
                "/administration/accounts/new",
                "act",
                "open",
                "role",
                "UNIT_CLERK",
                "office",
                "unit:" + CastSeeds.COUNTY_UNIT,
                "name",
                "张红",
                "number",
                ZHANGHONG,
                "userName",
                "zhanghong");
        assertThat(opened).hasStatusOk();
        var web = new Web(mvc, "10.0.0.9");
        assertThat(web.signIn("zhanghong", firstPassword(opened.getResponse().getContentAsString())))
                .hasRedirectedUrl("/sign-in/new-password");
        assertThat(city.post(
                        "/administration/accounts/new",
                        "act",
                        "open",
                        "role",
                        "COUNTY_REVIEWER",
                        "office",
                        "agency:410311",
                        "name",
                        "李强",
                        "number",
                        LIQIANG,
                        "userName",
                        "liqiang"))
                .hasStatusOk();
    }

    @Test
    void the_provinces_first_people_are_opened_on_the_machine_and_open_the_citys() throws Exception {
        var first = opening.openForProvince("chenjing", "陈静", NationalIds.whole("41010519790908002"), "410000");
        var province = new Web(mvc, "10.0.0.5");
        assertThat(province.signIn("chenjing", first.password())).hasRedirectedUrl("/sign-in/new-password");
        assertThat(province.post("/sign-in/new-password", "password", "Yellow-River-9", "again", "Yellow-River-9"))
                .hasRedirectedUrl("/home");
        assertThat(province.post(
                        "/administration/accounts/new",
                        "act",
                        "open",
                        "role",
                        "ADMINISTRATOR",
                        "office",
                        "agency:410300",
                        "name",
                        "李强",
                        "number",
                        LIQIANG,
                        "userName",
                        "liqiang"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThatThrownBy(() -> opening.openForProvince("9", "x", "1", "410000"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobody_opens_accounts_beside_or_above_themselves() {
        assertThat(county.post(
                        "/administration/accounts/new",
                        "act",
                        "open",
                        "role",
                        "UNIT_CLERK",
                        "office",
                        "unit:" + CastSeeds.CITY_UNIT,
                        "name",
                        "张红",
                        "number",
                        ZHANGHONG,
                        "userName",
                        "zhanghong"))
                .hasStatus(422)
                .bodyText()
                .contains("上一级办理");
        assertThat(county.post(
                        "/administration/accounts/new",
                        "act",
                        "open",
                        "role",
                        "CITY_REVIEWER",
                        "office",
                        "agency:410300",
                        "name",
                        "张红",
                        "number",
                        ZHANGHONG,
                        "userName",
                        "zhanghong"))
                .hasStatus(422);
        assertThat(county.get("/administration/accounts/"
                        + cast.actor(Cast.OTHER_COUNTY).account()))
                .hasStatus(404);
        assertThat(unit.get("/administration/accounts")).hasStatus(403);
    }

    @Test
    void a_clerk_who_leaves_is_out_at_once_and_the_successor_sees_the_offices_work() throws Exception {
        long id = cast.actor(Cast.UNIT).account();
        assertThat(unit.get("/workers")).hasStatusOk();
        var opened = county.post(
                "/administration/accounts/" + id + "/succession",
                "name",
                "张红",
                "number",
                ZHANGHONG,
                "userName",
                "zhanghong");
        assertThat(opened).hasStatusOk();
        assertThat(unit.get("/workers")).as("the session has ended").hasRedirectedUrl("/sign-in");
        assertThat(unit.signIn(Cast.UNIT, CastSeeds.PASSWORD)).hasForwardedUrl("/sign-in/refused");
        var web = new Web(mvc, "10.0.0.9");
        web.signIn("zhanghong", firstPassword(opened.getResponse().getContentAsString()));
        web.post("/sign-in/new-password", "password", "Youeryuan77", "again", "Youeryuan77");
        assertThat(web.get("/workers")).bodyText().contains("陈立民");
    }

    @Test
    void what_a_leaving_clerks_job_had_left_is_seen_and_carried_on_by_the_successor() throws Exception {
        var leaving = cast.actor(Cast.COUNTY);
        long job = startsWaitingJob(leaving);
        assertThat(county.get("/jobs/" + job)).hasStatusOk();
        var opened = city.post(
                "/administration/accounts/" + leaving.account() + "/succession",
                "name",
                "李强",
                "number",
                LIQIANG,
                "userName",
                "liqiang");
        steps.runAll();
        var successor = new Web(mvc, "10.0.0.9");
        successor.signIn("liqiang", firstPassword(opened.getResponse().getContentAsString()));
        successor.post("/sign-in/new-password", "password", "Xiqu-77-Xiqu", "again", "Xiqu-77-Xiqu");
        assertThat(successor.get("/jobs")).bodyText().contains("批量通过");
        assertThat(successor.get("/jobs/" + job))
                .bodyText()
                .contains("0 / 2", "账号已停用，其余 2 行没有办理", "这一行没有办理", "接着办理未办的行");
        assertThat(signedIn(Cast.OTHER_COUNTY, "10.0.0.8").post("/jobs/" + job + "/succession"))
                .hasStatus(404);
        assertThat(successor.post("/jobs/" + job + "/succession")).hasRedirectedUrl("/jobs/" + (job + 1));
        assertThat(successor.post("/jobs/" + job + "/succession"))
                .as("a second click")
                .hasStatus(409);
        steps.runAll();
        assertThat(successor.get("/jobs/" + (job + 1)))
                .bodyText()
                .contains("已办完")
                .doesNotContain("这一行没有办理");
        assertThat(successor.get("/jobs/" + job)).bodyText().contains("接续的任务").doesNotContain("接着办理未办的行");
    }

    @Test
    void one_provincial_account_ends_resets_and_hands_over_another_and_never_itself() throws Exception {
        var province = signedIn(Cast.PROVINCE, "10.0.0.5");
        var first = opening.openForProvince("chenjing", "陈静", NationalIds.whole("41010519790908002"), "410000");
        var here = "/administration/accounts/" + first.account();
        assertThat(province.get("/administration/accounts"))
                .bodyText()
                .contains("陈静")
                .doesNotContain("<td data-l=\"用户名\">" + Cast.PROVINCE + "</td>");
        assertThat(province.post(here + "/password")).hasStatusOk().bodyText().contains("首次密码已重置");
        assertThat(province.post(here + "/succession", "name", "李强", "number", LIQIANG, "userName", "liqiang"))
                .hasStatusOk();
        assertThat(new Web(mvc, "10.0.0.6").signIn("chenjing", first.password()))
                .hasForwardedUrl("/sign-in/refused");
        long next = account("liqiang");
        assertThat(province.post("/administration/accounts/" + next + "/end"))
                .hasRedirectedUrl("/administration/accounts");
        assertThat(province.post("/administration/accounts/" + next + "/end")).hasStatus(409);
        long own = cast.actor(Cast.PROVINCE).account();
        for (var act : new String[] {"/end", "/password", "/succession"}) {
            assertThat(province.post(
                            "/administration/accounts/" + own + act,
                            "name",
                            "李强",
                            "number",
                            LIQIANG,
                            "userName",
                            "liqiang2"))
                    .as(act)
                    .hasStatus(404);
        }
        assertThat(province.get("/administration/accounts/new")).bodyText().doesNotContain("PROVINCE_REVIEWER");
        var administrator = signedIn(Cast.ADMINISTRATOR, "10.0.0.7");
        assertThat(administrator.get("/administration/accounts/" + own)).hasStatus(404);
    }

    @Test
    void on_the_machine_a_provincial_account_is_reset_handed_over_and_ended() {
        var province = signedIn(Cast.PROVINCE, "10.0.0.5");
        var reset = opening.resetForProvince(Cast.PROVINCE);
        assertThat(province.get("/administration/accounts")).as("out at once").hasRedirectedUrl("/sign-in");
        assertThat(new Web(mvc, "10.0.0.6").signIn(Cast.PROVINCE, reset.password()))
                .hasRedirectedUrl("/sign-in/new-password");
        var next = opening.handOverForProvince(Cast.PROVINCE, "liqiang", "李强", LIQIANG);
        assertThat(new Web(mvc, "10.0.0.6").signIn(Cast.PROVINCE, reset.password()))
                .hasForwardedUrl("/sign-in/refused");
        assertThat(new Web(mvc, "10.0.0.6").signIn("liqiang", next.password()))
                .hasRedirectedUrl("/sign-in/new-password");
        opening.closeForProvince("liqiang");
        assertThat(new Web(mvc, "10.0.0.6").signIn("liqiang", next.password())).hasForwardedUrl("/sign-in/refused");
        assertThatThrownBy(() -> opening.closeForProvince("liqiang")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> opening.resetForProvince(Cast.CITY))
                .as("only the province's own")
                .isInstanceOf(Refusal.class);
    }

    private long account(String userName) {
        return jdbc.sql("select id from account.account where user_name = :name")
                .param("name", userName)
                .query(Long.class)
                .single();
    }

    private long startsWaitingJob(Actor by) {
        var rows = List.of(
                new JobRow(1, List.of("20230000001", "1", "approve", "")),
                new JobRow(2, List.of("20230000002", "1", "approve", "")));
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> register.start(
                        "review-batch", "批量通过", List.of("申报编号", "版本", "办理", "责任人"), rows, by, clock.instant())));
    }

    @Test
    void rebinding_takes_two_people_and_ends_what_the_old_holder_had() {
        assertThat(unit.post("/rebindings/new", "act", "code", "phone", "13700007777"))
                .hasStatusOk();
        var form = new String[] {
            "act",
            "request",
            "number",
            NUMBER,
            "phone",
            "13700007777",
            "code",
            Web.code(outbox),
            "reason",
            "原手机号已停用",
            "seen",
            "false"
        };
        assertThat(unit.post("/rebindings/new", form)).hasStatus(422).bodyText().contains("当面核对");
        form[11] = "true";
        assertThat(unit.post("/rebindings/new", form)).hasRedirectedUrl("/rebindings");
        assertThat(unit.post("/rebindings/1/approval")).as("one's own").hasStatus(403);
        assertThat(signedIn(Cast.OTHER_COUNTY, "10.0.0.5").get("/rebindings/1")).hasStatus(404);
        assertThat(county.post("/rebindings/1/approval")).hasRedirectedUrl("/rebindings");
        assertThat(county.post("/rebindings/1/approval")).as("a second click").hasStatus(409);
        assertThat(worker.get("/account")).hasRedirectedUrl("/sign-in");
        assertThat(worker.signIn(NUMBER, CastSeeds.PASSWORD)).hasForwardedUrl("/sign-in/refused");
        long person = persons.find(NationalId.of(NUMBER)).orElseThrow();
        assertThat(persons.card(person).maskedPhone()).isEqualTo("137****7777");
        assertThat(workers.find(person).orElseThrow().standing()).isEqualTo(Standing.CONFIRMED);
    }

    @Test
    void long_lists_of_accounts_and_corrections_go_on_screen_after_screen() throws Exception {
        jdbc.sql("""
                insert into account.account (user_name, name, role, office, password_is_first, password_since,
                                             opened_at, opened_by)
                select 'clerk' || n, '经办人', 'UNIT_CLERK', :office, true, now(), now(), 0
                  from generate_series(1, 210) n
                """).param("office", "unit:" + CastSeeds.COUNTY_UNIT).update();
        assertThat(everyScreen("/administration/accounts", "clerk[0-9]+")).hasSize(210);
        jdbc.sql("""
                insert into account.correction (kind, person_id, unit_code, new_name, reason, state, requested_by,
                                                requested_at, decided_by, decided_at)
                select 'NAME', :person, :unit, '陈·利民', '户口登记姓名已变更', 'REFUSED', 1, now(), 2, now()
                  from generate_series(1, 110) n
                """)
                .param("person", persons.find(NationalId.of(NUMBER)).orElseThrow())
                .param("unit", CastSeeds.COUNTY_UNIT)
                .update();
        worker.post("/account/name", "name", "陈·利民", "reason", "户口登记姓名已变更");
        assertThat(county.get("/rebindings")).bodyText().contains("现有 1 件等待办理");
        assertThat(everyScreen("/rebindings", "/rebindings/[0-9]+")).hasSize(111);
    }

    /** What stands on all screens of a list, each found once. */
    private Set<String> everyScreen(String path, String what) throws Exception {
        var found = new HashSet<String>();
        for (var at = path; !at.isEmpty(); ) {
            var page = county.get(at).getResponse().getContentAsString();
            var own = Pattern.compile(what)
                    .matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .collect(toSet());
            assertThat(found).doesNotContainAnyElementsOf(own);
            found.addAll(own);
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            at = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        return found;
    }

    /** 一人一号: what a unit claims of an unconfirmed worker ends where the unit that knows the person confirms them. */
    @Test
    void an_account_that_another_unit_has_confirmed_meanwhile_is_not_rebound() throws Exception {
        long person = persons.find(NationalId.of(NUMBER)).orElseThrow();
        jdbc.sql("update worker.worker set standing = 'UNCONFIRMED', decided_at = null, decided_by = null, version = 1")
                .update();
        var claiming = signedIn(Cast.CITY_UNIT, "10.0.0.6");
        claiming.post("/rebindings/new", "act", "code", "phone", "13700007777");
        assertThat(claiming.post(
                        "/rebindings/new",
                        "act",
                        "request",
                        "number",
                        NUMBER,
                        "phone",
                        "13700007777",
                        "code",
                        Web.code(outbox),
                        "reason",
                        "号码已被他人注册",
                        "seen",
                        "true"))
                .hasRedirectedUrl("/rebindings");
        assertThat(unit.post("/workers/" + person + "/confirmation", "version", "1"))
                .hasStatus(302);
        var before = persons.card(person).maskedPhone();
        var city = signedIn(Cast.CITY, "10.0.0.8");
        assertThat(city.post("/rebindings/1/approval"))
                .hasStatus(409)
                .bodyText()
                .contains("已由其他单位核验");
        assertThat(persons.card(person).maskedPhone()).isEqualTo(before);
        assertThat(workers.find(person).orElseThrow().standing()).isEqualTo(Standing.CONFIRMED);
        assertThat(worker.get("/account")).as("and stays signed in").hasStatusOk();
        assertThat(city.post("/rebindings/1/refusal", "answer", "已由所在单位核验")).hasRedirectedUrl("/rebindings");
    }

    @Test
    void a_name_is_asked_for_by_the_worker_and_changed_by_the_unit() {
        assertThat(worker.post("/account/name", "name", "陈·利民", "reason", "户口登记姓名已变更"))
                .hasRedirectedUrl("/account");
        assertThat(worker.post("/account/name", "name", "陈黎民", "reason", "又想改一次"))
                .hasStatus(422);
        assertThat(unit.post("/rebindings/1/approval")).hasRedirectedUrl("/rebindings");
        assertThat(worker.get("/account")).bodyText().contains("陈·利民");
    }

    @Test
    void who_holds_an_account_is_asked_for_by_number_and_fits_the_registered_person() {
        for (var wrong : List.of("410305198702140060", "", "陈")) {
            assertThat(opened("张红", wrong, "zhanghong"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("身份证号码不对", "value=\"" + wrong + "\"", "value=\"张红\"");
        }
        assertThat(opened("张红", NUMBER, "zhanghong"))
                .as("that number is 陈立民's")
                .hasStatus(422)
                .bodyText()
                .contains("身份证号码与姓名不符");
        assertThat(opened("张红", ZHANGHONG, "zhanghong")).hasStatusOk();
        assertThat(opened("张红", ZHANGHONG, "zhanghong2"))
                .as("one account of one office is one human")
                .hasStatus(422)
                .bodyText()
                .contains("在这个机构已有一个在用的账号");
        long id = cast.actor("zhanghong").account();
        assertThat(county.get("/administration/accounts/" + id))
                .bodyText()
                .contains("张红", ZHANGHONG.substring(0, 6) + "********")
                .doesNotContain(ZHANGHONG);
        assertThat(jdbc.sql("""
                        select string_agg(t::text, ' ') from (select a::text from account.account a
                         union all select p::text from person.person p union all select l::text from audit.line l) t
                        """).query(String.class).single()).doesNotContain(ZHANGHONG);
    }

    @Test
    void an_account_from_before_is_asked_at_the_next_sign_in_and_until_then_is_a_stranger() {
        jdbc.sql("update account.account set person_id = null, name = '刘芳' where user_name = 'liufang'")
                .update();
        var clerk = new Web(mvc, "10.0.0.9");
        assertThat(clerk.signIn(Cast.UNIT, CastSeeds.PASSWORD)).hasRedirectedUrl("/sign-in/identity");
        assertThat(clerk.get("/workers")).hasRedirectedUrl("/sign-in");
        assertThat(clerk.post("/sign-in/identity", "number", "41030519850312002"))
                .hasStatus(422)
                .bodyText()
                .contains("身份证号码不对", "value=\"41030519850312002\"");
        assertThat(clerk.post("/sign-in/identity", "number", NUMBER))
                .as("陈立民's")
                .hasStatus(422)
                .bodyText()
                .contains("身份证号码与姓名不符");
        assertThat(clerk.post("/sign-in/identity", "number", NationalIds.whole("41030519850312002")))
                .as("on to where it wanted")
                .hasStatus(302);
        assertThat(clerk.get("/workers")).hasStatusOk();
        assertThat(clerk.get("/account")).bodyText().contains("刘芳", "410305********");
        assertThat(new Web(mvc, "10.0.0.8").signIn(Cast.UNIT, CastSeeds.PASSWORD))
                .as("asked once")
                .hasRedirectedUrl("/home");
    }

    @Test
    void the_cast_of_a_demo_kept_from_before_gets_its_persons_at_the_next_start() {
        long before = Objects.requireNonNull(cast.actor(Cast.COUNTY).personId());
        jdbc.sql("update account.account set person_id = null, name = '王海' where user_name = 'wanghai'")
                .update();
        seeds.plant(clock.instant());
        assertThat(accounts.actor(cast.actor(Cast.COUNTY).account())
                        .orElseThrow()
                        .personId())
                .isEqualTo(before);
    }

    @Test
    void a_clerk_registers_as_a_worker_too_and_the_phone_opens_no_office_s_account() {
        var clerk = new Web(mvc, "10.0.0.9");
        clerk.post("/register", "agreed", "true");
        clerk.post("/register/form", "act", "code", "phone", "13900004321");
        assertThat(clerk.register("刘芳", NationalIds.whole("41030519850312002"), "13900004321", Web.code(outbox)))
                .hasRedirectedUrl("/home");
        outbox.clear();
        assertThat(clerk.post("/forgotten-password", "act", "code", "username", Cast.UNIT))
                .hasStatusOk();
        assertThat(outbox.latest()).as("nothing for the office's account").isEmpty();
        assertThat(new Web(mvc, "10.0.0.8").signIn("13900004321", CastSeeds.PASSWORD))
                .as("the office's password is not the worker's")
                .hasForwardedUrl("/sign-in/refused");
        assertThat(new Web(mvc, "10.0.0.7").signIn("13900004321", "Luoyang2023"))
                .hasRedirectedUrl("/home");
        assertThat(unit.get("/workers")).as("and the office's session goes on").hasStatusOk();
    }

    @Test
    void a_worker_who_is_also_a_clerk_does_not_decide_on_the_own_correction() throws Exception {
        var page = opened("陈立民", NUMBER, "chenbanshi");
        var clerk = new Web(mvc, "10.0.0.9");
        clerk.signIn("chenbanshi", firstPassword(page.getResponse().getContentAsString()));
        clerk.post("/sign-in/new-password", "password", "Youeryuan77", "again", "Youeryuan77");
        worker.post("/account/name", "name", "陈·利民", "reason", "户口登记姓名已变更");
        assertThat(clerk.get("/rebindings/1")).hasStatusOk().bodyText().doesNotContain("/rebindings/1/approval");
        assertThat(clerk.post("/rebindings/1/approval"))
                .hasStatus(403)
                .bodyText()
                .contains("涉及本人");
        assertThat(unit.post("/rebindings/1/approval")).hasRedirectedUrl("/rebindings");
    }

    @Test
    void who_asked_for_a_correction_at_the_unit_does_not_decide_it_at_the_agency() {
        jdbc.sql("""
                insert into account.correction (kind, person_id, unit_code, new_name, reason, state, requested_by, requested_at)
                values ('NAME', :person, :unit, '陈立明', '户口登记姓名已变更', 'REQUESTED', :by, now())
                """)
                .param("person", cast.actor(Cast.WORKER).person())
                .param("unit", CastSeeds.COUNTY_UNIT)
                .param("by", cast.actor(Cast.UNIT).account())
                .update();
        cast.also(Cast.UNIT, Cast.COUNTY);
        var officer = Cast.UNIT + "_" + Cast.COUNTY;
        assertThat(mvc.post()
                        .uri("/rebindings/1/approval")
                        .with(cast.as(officer))
                        .with(csrf()))
                .hasStatus(403)
                .bodyText()
                .contains("自己提出的");
        assertThat(county.post("/rebindings/1/approval")).hasRedirectedUrl("/rebindings");
    }

    private MvcTestResult opened(String name, String number, String userName) {
        return county.post(
                "/administration/accounts/new",
                "act",
                "open",
                "role",
                "UNIT_CLERK",
                "office",
                "unit:" + CastSeeds.COUNTY_UNIT,
                "name",
                name,
                "number",
                number,
                "userName",
                userName);
    }

    @Test
    void nobody_confirms_or_refuses_themselves_as_a_worker_of_the_unit() throws Exception {
        var account = opened("陈立民", NUMBER, "chenbanshi");
        var clerk = new Web(mvc, "10.0.0.9");
        clerk.signIn("chenbanshi", firstPassword(account.getResponse().getContentAsString()));
        clerk.post("/sign-in/new-password", "password", "Youeryuan77", "again", "Youeryuan77");
        jdbc.sql("update worker.worker set standing = 'UNCONFIRMED', decided_at = null, decided_by = null, version = 1")
                .update();
        var page = "/workers/" + persons.find(NationalId.of(NUMBER)).orElseThrow();
        assertThat(clerk.get(page))
                .hasStatusOk()
                .bodyText()
                .contains("另一位经办人", "工考管理机构")
                .doesNotContain(page + "/confirmation", page + "/refusal");
        assertThat(clerk.post(page + "/confirmation", "version", "1"))
                .hasStatus(403)
                .bodyText()
                .contains("不能核验本人");
        assertThat(clerk.post(page + "/refusal", "version", "1", "reason", "不是本单位职工"))
                .hasStatus(403);
        assertThat(unit.post(page + "/confirmation", "version", "1")).hasStatus(302);
    }

    @Test
    void a_unit_confirms_or_refuses_a_worker_once_and_sees_the_whole_number_only_with_a_reason() {
        long person = persons.find(NationalId.of(NUMBER)).orElseThrow();
        jdbc.sql("update worker.worker set standing = 'UNCONFIRMED', decided_at = null, decided_by = null, version = 1")
                .update();
        var page = "/workers/" + person;
        assertThat(signedIn(Cast.CITY_UNIT, "10.0.0.6").get(page)).hasStatus(404);
        assertThat(unit.post(page + "/number", "revealReason", ""))
                .hasStatus(422)
                .bodyText()
                .doesNotContain(NUMBER);
        assertThat(unit.post(page + "/number", "revealReason", "对照人事档案核验"))
                .hasStatusOk()
                .bodyText()
                .contains(NUMBER);
        assertThat(jdbc.sql("select count(*) from audit.line where act = '查看完整身份证号码'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(unit.post("/workers/search", "q", NUMBER)).hasRedirectedUrl(page);
        assertThat(unit.post(page + "/refusal", "version", "1", "reason", "")).hasStatus(422);
        assertThat(unit.post(page + "/confirmation", "version", "1")).hasStatus(302);
        assertThat(unit.post(page + "/confirmation", "version", "1")).hasStatus(409);
    }
}
