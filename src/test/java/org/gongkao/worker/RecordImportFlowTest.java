package org.gongkao.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The unit's spreadsheets of base data and appraisals, and the agency's of certificates. */
class RecordImportFlowTest extends DatabaseTest {

    private static final String OWN = whole("41030519750618113");
    private static final String OTHERS = whole("41031119780421204");
    private static final String NEW = whole("41030519800101221");

    @Autowired
    private Persons persons;

    @Autowired
    private Workers workers;

    @Autowired
    private ServiceRecords records;

    @Autowired
    private JobSteps steps;

    /** The whole number, which only the package of persons can write down: its check character is counted here. */
    private static String whole(String digits) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A number that ends in X, which spreadsheets and people like to write small. */
    private static String endingInX() {
        for (int sequence = 0; sequence < 1000; sequence++) {
            var number = whole("41030519790512" + String.format("%03d", sequence));
            if (number.endsWith("X")) {
                return number;
            }
        }
        throw new IllegalStateException();
    }

    private String results(MvcTestResult started, String who) throws IOException {
        assertThat(started).hasStatus(302);
        var path = Objects.requireNonNull(started.getResponse().getRedirectedUrl());
        steps.runAll();
        return mvc.get().uri(path).with(cast.as(who)).exchange().getResponse().getContentAsString();
    }

    private long person(String number) {
        return persons.find(NationalId.of(number)).orElseThrow();
    }

    @Test
    void every_line_has_its_result_and_the_good_ones_are_on_record() throws IOException {
        var x = endingInX();
        var badX = x.substring(0, 17) + "1";
        var page = results(
                PersonWorkbook.records()
                        .record("陈立民", OWN, "1995年9月", "汽车驾驶员")
                        .record("高小芳", x.toLowerCase(java.util.Locale.ROOT), "2003", "保育员")
                        .record("坏号码", badX, "2003", "保育员")
                        .record("赵桂英", OTHERS, "2003", "保育员")
                        .record("郑未来", NEW, "2031-09", "不存在的工")
                        .record("高小芳", x, "2003", "保育员")
                        .send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        assertThat(page)
                .contains("全部 6 行已办完，其中 4 行未成功")
                .contains("身份证号码不对")
                .contains("本单位没有找到这位同志")
                .contains("参加工作时间晚于今天")
                .contains("工种目录中没有“不存在的工”")
                .contains("与第 3 行重复");
        var chen = records.of(person(OWN)).orElseThrow();
        assertThat(chen.facts().startOfWork().orElseThrow()).hasToString("1995-09");
        assertThat(chen.facts().postKind()).contains(PostKind.TECHNICAL);
        assertThat(chen.facts().education()).contains(Education.SENIOR);
        assertThat(chen.verified()).isTrue();
        assertThat(records.of(person(x)).orElseThrow().facts().startOfWork().orElseThrow())
                .hasToString("2003");
        assertThat(workers.find(person(x)).orElseThrow().confirmed()).isTrue();
        assertThat(records.of(person(OTHERS))).isEmpty();
        assertThat(persons.find(NationalId.of(NEW))).isEmpty();
    }

    @Test
    void nobody_takes_themselves_in_as_a_worker_of_the_unit() throws IOException {
        var own = whole("41030519850312002");
        assertThat(persons.find(NationalId.of(own)))
                .contains(Objects.requireNonNull(cast.actor(Cast.UNIT).personId()));
        var sheet = PersonWorkbook.records().record("刘芳", own, "2003", "保育员");
        assertThat(results(sheet.send(mvc, cast, Cast.UNIT, "start"), Cast.UNIT))
                .contains("1 行未成功", "另一位经办人");
        assertThat(workers.find(person(own))).isEmpty();
    }

    @Test
    void the_same_sheet_again_changes_nothing_and_another_value_is_a_new_version() throws IOException {
        var sheet = PersonWorkbook.records().record("陈立民", OWN, "1995-09", "汽车驾驶员");
        results(sheet.send(mvc, cast, Cast.UNIT, "start"), Cast.UNIT);
        assertThat(results(sheet.send(mvc, cast, Cast.UNIT, "start"), Cast.UNIT))
                .contains("与已有记录一致");
        assertThat(records.of(person(OWN)).orElseThrow().version()).isEqualTo(1);
        results(
                PersonWorkbook.records().record("陈立民", OWN, "1995-10", "汽车驾驶员").send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        assertThat(records.of(person(OWN)).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_check_tells_what_is_wrong_and_writes_nothing() throws IOException {
        var answer = PersonWorkbook.records()
                .record("陈立民", OWN, "1980-01", "汽车驾驶员")
                .record("李新人", NEW, "2003-07", "保育员")
                .send(mvc, cast, Cast.UNIT, "check");
        assertThat(answer).hasStatusOk().bodyText().contains("1 行没有问题，1 行有问题", "早于 14 周岁");
        assertThat(persons.find(NationalId.of(NEW))).isEmpty();
        assertThat(jdbc.sql("select count(*) from job.job").query(Integer.class).single())
                .isZero();
    }

    @Test
    void whole_numbers_are_in_no_row_of_a_job() throws IOException {
        results(
                PersonWorkbook.records()
                        .record("陈立民", OWN, "1995-09", OWN)
                        .record("坏号码", OWN.substring(0, 17) + "Z", "2003", "保育员")
                        .record(OTHERS, OTHERS, "2003", "保育员")
                        .send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        var stored = jdbc.sql("""
                        select (select string_agg(i::text, ' ') from job.input i)
                               || (select string_agg(r::text, ' ') from job.result r)
                        """).query(String.class).single();
        assertThat(stored)
                .contains("410305********")
                .doesNotContain(OWN.substring(0, 17))
                .doesNotContain(OTHERS.substring(0, 17));
    }

    @Test
    void a_person_of_nobody_is_taken_in_only_under_the_right_name_and_finds_the_record_on_registering()
            throws IOException {
        long known = persons.add("吴老师", NationalId.of(NEW), null, Actor.SYSTEM);
        assertThat(results(
                        PersonWorkbook.records()
                                .record("吴小二", NEW, "2003-07", "保育员")
                                .send(mvc, cast, Cast.UNIT, "start"),
                        Cast.UNIT))
                .contains("本单位没有找到这位同志");
        assertThat(workers.find(known)).isEmpty();
        results(
                PersonWorkbook.records().record("吴老师", NEW, "2003-07", "保育员").send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        workers.enrol(known, CastSeeds.COUNTY_UNIT, clock.instant());
        assertThat(workers.find(known).orElseThrow().confirmed())
                .as("whom the unit has entered it does not confirm again")
                .isTrue();
        assertThat(records.of(known)).isPresent();
    }

    @Test
    void appraisals_come_in_the_words_of_offices_and_of_institutions() throws IOException {
        var page = results(
                PersonWorkbook.appraisals()
                        .line("陈立民", OWN, "2022", "称职", "是")
                        .line("陈立民", OWN, "2021年", "优秀", "否")
                        .line("陈立民", OWN, "2023", "合格", "是")
                        .line("陈立民", OWN, "2020", "良好", "是")
                        .line("陈立民", OWN, "2022", "不称职", "是")
                        .line("赵桂英", OTHERS, "2022", "合格", "是")
                        .send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        assertThat(page).contains("其中 4 行未成功", "2023年的年度考核还没有结果", "考核结果应为优秀、合格", "与第 2 行重复", "本单位没有找到这位同志");
        assertThat(records.appraisals(person(OWN)))
                .extracting(Appraisal::year, Appraisal::result, Appraisal::filed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2022, AppraisalResult.COMPETENT, true),
                        org.assertj.core.groups.Tuple.tuple(2021, AppraisalResult.EXCELLENT, false));
        results(
                PersonWorkbook.appraisals().line("陈立民", OWN, "2021", "优秀", "是").send(mvc, cast, Cast.UNIT, "start"),
                Cast.UNIT);
        assertThat(records.appraisals(person(OWN)).get(1).filed()).isTrue();
        assertThat(records.appraisals(person(OWN)).get(1).version()).isEqualTo(2);
    }

    @Test
    void a_certificate_of_the_agency_that_issued_it_counts_as_verified() throws IOException {
        var page = results(
                PersonWorkbook.certificates()
                        .line("陈立民", OWN, "汽车驾驶员", "四级（中级工）", "2016-12", "豫2016-001")
                        .line("陈立民", OWN, "汽车驾驶员", "高级工", "2026", "豫2026-001")
                        .line("陈立民", OWN, "航天员", "九级", "1980-01", "")
                        .line("别的名", OTHERS, "保育员", "三级", "2018", "豫2018-003")
                        .line("李新人", NEW, "保育员", "5", "2005", "豫2005-009")
                        .line("赵桂英", OTHERS, "保育员", "三级", "2018", "豫2016-001")
                        .send(mvc, cast, Cast.CITY, "start"),
                Cast.CITY);
        assertThat(page)
                .contains("其中 4 行未成功")
                .contains("取证时间晚于今天")
                .contains("没有“航天员”")
                .contains("等级应为一级至五级")
                .contains("不满 14 周岁")
                .contains("请填写证书编号")
                .contains("姓名与这个号码登记的不一致")
                .contains("已登记在另一人名下");
        assertThat(records.certificates(person(OWN))).singleElement().satisfies(one -> {
            assertThat(one.verified()).isTrue();
            assertThat(one.level()).isEqualTo(org.gongkao.shared.Level.FOUR);
            assertThat(one.issuer()).contains("洛阳");
        });
        assertThat(records.certificates(person(NEW))).hasSize(1);
        assertThat(results(
                        PersonWorkbook.certificates()
                                .line("陈立民", OWN, "汽车驾驶员", "四级（中级工）", "2016-11", "豫2016-001")
                                .send(mvc, cast, Cast.CITY, "start"),
                        Cast.CITY))
                .contains("内容已更正");
        assertThat(records.certificates(person(OWN)))
                .singleElement()
                .satisfies(one -> assertThat(one.obtainedOn()).hasToString("2016-11"));
    }

    @Test
    void a_sheet_is_only_for_those_whose_it_is() throws IOException {
        for (var path : new String[] {"/record-imports/records", "/record-imports/appraisals"}) {
            assertThat(mvc.get().uri(path).with(cast.as(Cast.CITY)).exchange()).hasStatus(404);
            assertThat(mvc.get().uri(path).with(cast.as(Cast.UNIT)).exchange()).hasStatusOk();
        }
        assertThat(mvc.get()
                        .uri("/record-imports/certificates")
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatus(404);
        assertThat(PersonWorkbook.certificates()
                        .line("陈立民", OWN, "汽车驾驶员", "四级", "2016", "豫2016-001")
                        .send(mvc, cast, Cast.UNIT, "start"))
                .hasStatus(404);
        assertThat(PersonWorkbook.records()
                        .record("陈立民", OWN, "1995-09", "汽车驾驶员")
                        .send(mvc, cast, Cast.WORKER, "start"))
                .hasStatus(403);
    }

    @Test
    void the_template_explains_each_column() throws IOException {
        var answer = mvc.get()
                .uri("/record-imports/records/template.xlsx")
                .with(cast.as(Cast.UNIT))
                .exchange();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            assertThat(book.getFirstSheet().read().getFirst().getCellCount())
                    .isEqualTo(RecordField.values().length + 2);
            assertThat(book.getSheet(1).orElseThrow().read()).hasSize(RecordField.values().length + 3);
        }
    }
}
