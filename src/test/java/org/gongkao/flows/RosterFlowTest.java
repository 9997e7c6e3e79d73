package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.account.SignedIn;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 信息确认及教材征订 (notice 四（五）). */
class RosterFlowTest extends DatabaseTest {

    private static final String AGENCY_PAGE = "/rosters/" + CastSeeds.COUNTY_UNIT;

    @Autowired
    private GivenFile files;

    @Autowired
    private Persons persons;

    private String file = "";

    @BeforeEach
    void paid() {
        clock.set("2023-04-08T09:00:00");
        file = files.paid(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void 各单位人事部门领取申报人员花名册_核实申报人员信息() {
        assertThat(page()).hasStatusOk().bodyText().contains("陈立民", "三级（高级工）", "核实 1 人的信息", "待核实");
        assertThat(post("/roster/versions", "hash", hash()))
                .as("nothing is frozen unseen")
                .hasStatus(409);
        assertThat(confirm()).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("全部核实无误", "定稿花名册");
        assertThat(post("/roster/versions", "hash", hash())).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("第 1 版", "打印盖章，上传扫描件");
    }

    @Test
    void 加盖单位公章后_连同教材征订单一起报送() throws Exception {
        confirm();
        post("/roster/versions", "hash", hash());
        assertThat(mvc.get()
                        .uri(AGENCY_PAGE + "/versions/1/letter")
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/pdf");
        var scan = new MockMultipartFile("scan", "盖章.png", "image/png", png());
        assertThat(mvc.post()
                        .uri("/roster/scan")
                        .multipart()
                        .file(scan)
                        .param("version", "1")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("盖章扫描件已上传", "教材征订单");
        assertThat(agency("/rosters")).hasStatusOk().bodyText().contains("已盖章报送", "1 个单位已报送盖章花名册");
        assertThat(mvc.get()
                        .uri(AGENCY_PAGE + "/versions/1/scan")
                        .with(cast.as(Cast.COUNTY))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void the_spreadsheet_of_a_version_can_be_taken_along() {
        confirm();
        post("/roster/versions", "hash", hash());
        assertThat(mvc.get()
                        .uri(AGENCY_PAGE + "/versions/1/spreadsheet")
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void an_error_is_reported_corrected_by_the_agency_and_confirmed_again() {
        var line = line();
        assertThat(post("/roster/" + file + "/errors", "line", line, "note", " "))
                .hasStatus(422);
        assertThat(post("/roster/" + file + "/errors", "line", line, "note", "姓名应为陈立明"))
                .hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("信息有误", "姓名应为陈立明");
        assertThat(post("/roster/versions", "hash", hash())).hasStatus(409);
        assertThat(agency(AGENCY_PAGE)).bodyText().contains("姓名应为陈立明");
        assertThat(correct(line, "陈立明", "与身份证核对")).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("陈立明", "待核实").doesNotContain("陈立民");
    }

    @Test
    void a_correction_after_freezing_makes_a_new_version_with_a_list_of_differences() {
        confirm();
        post("/roster/versions", "hash", hash());
        assertThat(correct(line(), "陈立明", "")).as("not without a reason").hasStatus(422);
        assertThat(correct(line(), "陈立明", "与身份证核对")).hasStatus3xxRedirection();
        assertThat(agency(AGENCY_PAGE)).bodyText().contains("第 2 版", "更正姓名：与身份证核对", "第 2 版与上一版的差异", "陈立民", "陈立明");
        assertThat(page()).bodyText().contains("核实 1 人的信息", "已更正，核实后打印现行版盖章");
        confirm();
        assertThat(page()).bodyText().contains("打印盖章，上传扫描件");
        assertThat(jdbc.sql("select count(*) from application.roster_correction")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_refused_correction_keeps_what_the_agency_typed() {
        assertThat(correct("NUMBER", "number", "41030519800101123", line()))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"41030519800101123\"", "value=\"NUMBER\" checked", ">与原件核对</textarea>");
        var report = post("/roster/" + file + "/errors", "line", line(), "note", "姓名应为陈立明" + "。".repeat(200));
        assertThat(report).hasStatus(422).bodyText().contains("姓名应为陈立明。。");
        var seen = line();
        correct(seen, "陈立明", "与身份证核对");
        assertThat(post("/roster/" + file + "/errors", "line", seen, "note", "性别应为女"))
                .as("the line was corrected while the clerk wrote")
                .hasStatus(409)
                .bodyText()
                .contains("陈立明", ">性别应为女</textarea>");
    }

    @Test
    void a_correction_brings_nobody_onto_the_frozen_roster_whom_the_unit_has_not_confirmed() {
        confirm();
        post("/roster/versions", "hash", hash());
        var second = files.paid(
                cast.actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(correct(line(), "陈立明", "与身份证核对")).hasStatus3xxRedirection();
        assertThat(jdbc.sql("""
                        select v.version || ' ' || l.name from application.roster_line l
                          join application.roster_version v on v.id = l.version_id order by v.version, l.place
                        """).query(String.class).list()).containsExactly("1 陈立民", "2 陈立明");
        assertThat(page()).bodyText().contains("核实 2 人的信息", "定稿以后的变动", "新增人员", second, "第 2 版与上一版的差异", "陈立民");
        assertThat(correct(read("name=\"line\" value=\"(" + second + "~[0-9a-f]{64})\""), "赵桂英子", "与身份证核对"))
                .as("not frozen yet, so no version comes of it")
                .hasStatus3xxRedirection();
        assertThat(page()).bodyText().doesNotContain("第 3 版");
    }

    @Test
    void the_stamp_is_under_the_version_that_was_printed() throws Exception {
        confirm();
        post("/roster/versions", "hash", hash());
        correct(line(), "陈立明", "与身份证核对");
        var refused = mvc.post()
                .uri("/roster/scan")
                .multipart()
                .file(new MockMultipartFile("scan", "盖章.png", "image/png", png()))
                .param("version", "1")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("这份扫描件盖的是第 1 版", "name=\"version\" value=\"2\"");
        assertThat(jdbc.sql("select count(*) from application.roster_scan")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_agency_finds_a_frozen_roster_whose_last_worker_is_off_it() {
        confirm();
        post("/roster/versions", "hash", hash());
        for (var state : List.of("FORFEITED", "LAPSED", "CANCELLED")) {
            jdbc.sql("update application.application set state = :state where number = :number")
                    .param("state", state)
                    .param("number", file)
                    .update();
            assertThat(agency(AGENCY_PAGE)).as(state).hasStatusOk().bodyText().contains("移出人员");
        }
    }

    @Test
    void a_correction_is_a_line_of_the_files_history_and_told_to_the_worker_and_the_unit() {
        assertThat(correct(line(), "陈立明", "与身份证核对")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/reviews/" + file).with(cast.as(Cast.COUNTY)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("更正信息", "姓名由“陈立民”更正为“陈立明”，与身份证核对");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> told("person:" + cast.actor(Cast.WORKER).person()).contains("申报信息已更正"));
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("花名册信息已更正");
    }

    @Test
    void a_correction_does_not_touch_the_day_on_which_was_paid() {
        clock.set("2023-04-12T09:00:00");
        correct(line(), "陈立明", "与身份证核对");
        assertThat(page()).bodyText().contains("<span class=\"gk-nb\">2023年4月8日</span>");
    }

    @Test
    void the_day_of_payment_is_the_payers_whenever_its_message_came() {
        jdbc.sql("""
                with charge as (select id, number, amount_fen from payment.charge where purpose_key = :file),
                sent as (
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                select number || '_1', number, 'WECHAT', amount_fen, 'x', 'x', 0, :at from charge),
                share as (
                insert into payment.order_share (order_number, charge_id, amount_fen) select number || '_1', id, amount_fen from charge)
                insert into payment.receipt (charge_id, order_number, channel, transaction_no, amount_fen, paid_at, recorded_at)
                select id, number || '_1', 'WECHAT', 't1', amount_fen, '2023-04-07T23:59:59+08:00', :at from charge
                """)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("file", file)
                .update();
        assertThat(page())
                .bodyText()
                .contains("<span class=\"gk-nb\">2023年4月7日</span>")
                .doesNotContain("<span class=\"gk-nb\">2023年4月8日</span>");
    }

    @Test
    void a_name_is_corrected_by_the_one_rule_for_names() {
        for (var none : new String[] {"··", "陈··利民", "·陈利民", "陈", "Chen Limin"}) {
            assertThat(correct(line(), none, "与身份证核对")).as(none).hasStatus(422);
        }
        assertThat(correct(line(), "陈・利民", "与身份证核对")).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("陈·利民").doesNotContain("陈・利民");
        assertThat(correct(line(), "陈.利民", "与身份证核对"))
                .as("the same name in another spelling")
                .hasStatus(422);
    }

    @Test
    void the_personal_number_is_corrected_masked_and_sex_follows_it() {
        assertThat(correctNumber("41030519800101123")).hasStatus(422).bodyText().contains("身份证号码应为 18 位");
        assertThat(correctNumber("410305198001011221")).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("女", "410305********1221").doesNotContain("19800101");
        assertThat(correctNumber("410305198001011221"))
                .as("the same number again")
                .hasStatus(422);
    }

    @Test
    void a_corrected_number_that_looks_the_same_masked_is_a_difference_and_confirmed_again() {
        var wrong = NationalId.complete("41030519750618113");
        var digits = IntStream.rangeClosed(1, 365)
                .mapToObj(day -> LocalDate.of(1976, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE))
                .map(born -> "410305" + born + "113")
                .filter(one -> NationalId.complete(one).masked().equals(wrong.masked()))
                .findFirst()
                .orElseThrow();
        var right = digits + wrong.masked().substring(wrong.masked().length() - 1);
        confirm();
        post("/roster/versions", "hash", hash());
        assertThat(agency("/rosters")).bodyText().contains("0 个单位已报送盖章花名册");
        assertThat(correctNumber(right)).hasStatus3xxRedirection();
        assertThat(page())
                .bodyText()
                .contains("第 2 版", "第 2 版与上一版的差异", wrong.masked() + "（隐去的数字已更正）", "1 人待核实")
                .doesNotContain(right);
    }

    @Test
    void another_persons_number_is_not_taken() {
        var other = jdbc.sql("select id from person.person where id <> :id order by id limit 1")
                .param("id", cast.actor(Cast.WORKER).person())
                .query(Long.class)
                .single();
        var number = persons.reveal(other, "测试需要", cast.actor(Cast.COUNTY));
        assertThat(correctNumber(number)).hasStatus(409);
    }

    @Test
    void the_level_is_not_corrected_and_the_sentence_says_what_to_do() {
        assertThat(correct("LEVEL", "name", "", line()))
                .hasStatus(422)
                .bodyText()
                .contains("申报等级关系到费用和考核科目", "下一年度按正确的等级重新申报");
        assertThat(correct("", "name", "陈立明", line())).hasStatus(422).bodyText().contains("请先选择更正哪一项");
    }

    @Test
    void the_occupation_is_corrected_only_to_one_that_is_open() {
        assertThat(correct("OCCUPATION", "occupation", "S9999", line())).hasStatus(422);
        assertThat(correct("OCCUPATION", "occupation", "S0201", line()))
                .as("what it is already")
                .hasStatus(422);
    }

    @Test
    void the_agency_is_told_of_a_wrong_line_and_of_a_frozen_roster() {
        post("/roster/" + file + "/errors", "line", line(), "note", "姓名应为陈立明");
        await().atMost(Duration.ofSeconds(10)).until(() -> told("agency:410305").contains("单位报告花名册信息有误"));
        confirm();
        post("/roster/versions", "hash", hash());
        await().atMost(Duration.ofSeconds(10)).until(() -> told("agency:410305").contains("单位花名册已定稿"));
        assertThat(jdbc.sql(
                                "select string_agg(sentence, '') from notification.message where recipient = 'agency:410305'")
                        .query(String.class)
                        .single())
                .as("no name, no reason")
                .doesNotContain("陈立");
    }

    @Test
    void nobody_corrects_their_own_line() {
        var both = cast.also(Cast.WORKER, Cast.COUNTY);
        for (var act : List.of("corrections", "answers")) {
            assertThat(mvc.post()
                            .uri(AGENCY_PAGE + "/" + act)
                            .param("lineText", line())
                            .param("fact", "NAME")
                            .param("name", "陈立明")
                            .param("why", "与身份证核对")
                            .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                    new SignedIn(both), null, AuthorityUtils.NO_AUTHORITIES)))
                            .with(csrf())
                            .exchange())
                    .as(act)
                    .hasStatus(403);
        }
    }

    private MvcTestResult correctNumber(String number) {
        return correct("NUMBER", "number", number, line());
    }

    private MvcTestResult correct(String fact, String field, String value, String line) {
        return mvc.post()
                .uri(AGENCY_PAGE + "/corrections")
                .param("lineText", line)
                .param("fact", fact)
                .param(field, value)
                .param("why", "与原件核对")
                .with(cast.as(Cast.COUNTY))
                .with(csrf())
                .exchange();
    }

    private List<String> told(String recipient) {
        return jdbc.sql("select heading from notification.message where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .list();
    }

    @Test
    void what_has_changed_since_it_was_on_the_screen_is_not_confirmed() {
        var seen = line();
        correct(seen, "陈立明", "与身份证核对");
        assertThat(post("/roster/confirmations", "line", seen)).hasStatus(409);
    }

    @Test
    void nobody_elses_roster_is_found() {
        assertThat(mvc.get().uri(AGENCY_PAGE).with(cast.as(Cast.OTHER_COUNTY)).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(AGENCY_PAGE).with(cast.as(Cast.CITY)).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(AGENCY_PAGE).with(cast.as(Cast.UNIT)).exchange())
                .hasStatus(403);
        assertThat(mvc.get().uri("/roster").with(cast.as(Cast.CITY_UNIT)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("花名册上还没有人")
                .doesNotContain("陈立民");
        assertThat(post("/roster/" + file + "/errors", "line", line(), "note", "x", Cast.CITY_UNIT))
                .hasStatus(404);
    }

    private MvcTestResult page() {
        return mvc.get().uri("/roster").with(cast.as(Cast.UNIT)).exchange();
    }

    private MvcTestResult agency(String uri) {
        return mvc.get().uri(uri).with(cast.as(Cast.COUNTY)).exchange();
    }

    private MvcTestResult confirm() {
        return post("/roster/confirmations", "line", line());
    }

    private MvcTestResult correct(String line, String name, String why) {
        return mvc.post()
                .uri(AGENCY_PAGE + "/corrections")
                .param("lineText", line)
                .param("fact", "NAME")
                .param("name", name)
                .param("why", why)
                .with(cast.as(Cast.COUNTY))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String uri, String name, String value) {
        return post(uri, name, value, "", "", Cast.UNIT);
    }

    private MvcTestResult post(String uri, String name, String value, String second, String secondValue) {
        return post(uri, name, value, second, secondValue, Cast.UNIT);
    }

    private MvcTestResult post(String uri, String name, String value, String second, String secondValue, String who) {
        var request = mvc.post().uri(uri).param(name, value).with(cast.as(who)).with(csrf());
        return (second.isEmpty() ? request : request.param(second, secondValue)).exchange();
    }

    /** The line as the unit's page carries it. */
    private String line() {
        return read("name=\"line\" value=\"(" + file + "~[0-9a-f]{64})\"");
    }

    private String hash() {
        var body = body();
        var found = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(body);
        return found.find() ? found.group(1) : "none";
    }

    private String read(String pattern) {
        var found = Pattern.compile(pattern).matcher(body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String body() {
        try {
            return page().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png() throws Exception {
        var image = new java.awt.image.BufferedImage(400, 300, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
