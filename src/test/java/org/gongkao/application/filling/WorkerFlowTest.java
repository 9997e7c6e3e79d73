package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkao.Cast;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.review.GivenFile;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 个人申报 (notice 三(二)、四(二)): a worker fills in, uploads, pledges, hands in, corrects. */
class WorkerFlowTest extends FillingTest {

    private static final String HERE = "/application";

    /** Another birthday than the one that was registered. */
    private static final String PUT_RIGHT = "410305197508161136";

    @Autowired
    Submissions submissions;

    @Autowired
    Persons persons;

    @Autowired
    GivenFile given;

    @Test
    void 申报人员应如实填报_上传个人申报材料_并对材料的真实性负责() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        assertThat(get("/application/submission")).hasStatusOk().bodyText().contains("请填写民族", "请上传居民身份证");
        fillEverything();
        assertThat(get("/application/submission"))
                .hasStatusOk()
                .bodyText()
                .contains("岗位设置相关政策", "真实性负责", "2004年9月")
                .doesNotContain("不是二级（技师）的普遍晋升", "年内退休", "没有填好");
        assertThat(handIn(version(), "POST_POLICY")).hasStatus(422).bodyText().contains("请阅读“诚信承诺”并打勾确认");
        assertThat(handIn(version(), "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(get("/application/receipt")).hasStatusOk().bodyText().contains("2023年3月15日 10:00:00.000", number());
        assertThat(file().state()).isEqualTo(ApplicationState.IN_REVIEW);
        var kept = jdbc.sql("select text from application.confirmation where kind = 'PLEDGE'")
                .query(String.class)
                .single();
        assertThat(kept).contains("两年内禁止再次申报");
        assertThat(get("/application")).hasStatusOk().bodyText().contains("等待单位审核", "撤回修改");
    }

    @Test
    void the_printed_form_says_what_was_handed_in_with_number_and_hash() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        fillEverything();
        handIn(version(), "POST_POLICY", "PLEDGE");
        var answer = get("/application/form");
        assertThat(answer).hasStatusOk();
        var pdf = answer.getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("申报表", number(), "陈立民", "三级（高级工）", "公路养护工", "2004年9月", "单位意见", "工考管理机构意见")
                    .contains(submissions.of(file()).getFirst().contentHash());
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void name_and_number_are_printed_as_they_were_handed_in_whatever_was_put_right_since() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        fillEverything();
        handIn(version(), "POST_POLICY", "PLEDGE");
        long person = cast.actor(Cast.WORKER).person();
        var before = persons.card(person);
        var whole = persons.reveal(person, "核对打印件", Actor.SYSTEM);
        assertThat(printed()).contains("陈立民", whole);
        var kept = submissions.of(file()).getFirst();
        assertThat(kept.content()).contains("陈立民", before.maskedNumber()).doesNotContain(whole);
        assertThat(kept.contentHash()).isEqualTo(Sha256.of(kept.content()));

        persons.changeName(person, "陈利民", Actor.SYSTEM, clock.instant());
        persons.changeNumber(person, NationalId.of(PUT_RIGHT), Actor.SYSTEM);
        assertThat(printed())
                .contains("陈立民", before.maskedNumber(), kept.contentHash())
                .doesNotContain("陈利民", whole, PUT_RIGHT);

        jdbc.sql("""
                insert into application.submission (application_id, content, content_hash, at)
                select application_id, (content::jsonb - 'name' - 'maskedNumber')::text, content_hash, at
                  from application.submission
                """).update();
        assertThat(printed()).as("what was kept before the name was").contains("陈利民", PUT_RIGHT, kept.contentHash());
    }

    private String printed() throws IOException {
        try (var document =
                Loader.loadPDF(get("/application/form").getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void a_draft_saves_itself_and_says_when() {
        begin("3", FilledFile.OCCUPATION);
        var answer = mvc.post()
                .uri("/application/sections/post")
                .header("X-Autosave", "true")
                .with(cast.as(Cast.WORKER))
                .with(csrf())
                .param("version", seen("post"))
                .param("post.post", "锅炉操作")
                .param("post.startOfWork", "2004年9月")
                .exchange();
        assertThat(answer).hasStatusOk().bodyText().isEqualTo("已保存 10:00:00");
        assertThat(answer.getResponse().getHeader("X-Version")).isEqualTo(seen("post"));
        assertThat(get("/application/sections/post")).bodyText().contains("锅炉操作", "2004-09");
    }

    @Test
    void what_is_typed_wrong_is_kept_and_told() {
        begin("3", FilledFile.OCCUPATION);
        var answer = save("post", "post.startOfWork", "零四年", "post.post", "锅炉");
        assertThat(answer).hasStatus(422).bodyText().contains("参加工作时间写法不对", "零四年", "锅炉");
        assertThat(get("/application/sections/post")).bodyText().contains("零四年");
        assertThat(save("post", "post.startOfWork", "2023-04"))
                .hasStatus(422)
                .bodyText()
                .contains("晚于今天");
    }

    @Test
    void a_field_longer_than_its_limit_is_refused_with_what_was_typed() {
        begin("3", FilledFile.OCCUPATION);
        assertThat(save("post", "post.post", "锅".repeat(41)))
                .hasStatus(422)
                .bodyText()
                .contains("最多填 40 个字", "锅".repeat(41));
    }

    @Test
    void what_no_document_can_print_is_told_at_once_and_not_handed_in() {
        begin("3", FilledFile.OCCUPATION);
        FilledFile.fill(jdbc, number(), clock.instant());
        assertThat(save("education", "education.degree", "SENIOR", "education.school", "洛阳😀一中"))
                .hasStatus(422)
                .bodyText()
                .contains("毕业学校里有表情等不能打印的符号", "洛阳😀一中");
        assertThat(get("/application/submission")).bodyText().contains("毕业学校里有表情等不能打印的符号");
        assertThat(save("education", "education.degree", "SENIOR", "education.school", "洛阳一中℃㎡𠮷"))
                .hasStatus(302);
    }

    @Test
    void of_two_windows_the_second_is_told_and_nothing_is_lost() {
        begin("3", FilledFile.OCCUPATION);
        var seen = seen("post");
        assertThat(saveSeen(seen, "post", "post.post", "锅炉操作", "then", "stay"))
                .hasRedirectedUrl("/application/sections/post");
        assertThat(saveSeen(seen, "post", "post.post", "汽车驾驶"))
                .hasStatus(409)
                .bodyText()
                .contains("另一个窗口", "汽车驾驶", "锅炉操作");
        assertThat(saveSeen(seen("post"), "post", "post.post", "汽车驾驶")).hasStatus(302);
    }

    @Test
    void two_windows_on_different_groups_do_not_disturb_each_other() {
        begin("3", FilledFile.OCCUPATION);
        var post = seen("post");
        assertThat(save("person", "person.ethnicGroup", "汉族")).hasStatus(302);
        assertThat(saveSeen(post, "post", "post.post", "汽车驾驶")).hasStatus(302);
    }

    @Test
    void a_draft_can_be_read_after_the_bell_and_not_changed() {
        begin("3", FilledFile.OCCUPATION);
        save("post", "post.post", "锅炉操作");
        clock.set("2023-03-29T00:00:00.000");
        assertThat(get("/application")).hasStatusOk().bodyText().contains("报名已截止");
        assertThat(get("/application/sections/post")).hasStatusOk().bodyText().contains("锅炉操作", "只能查看");
        assertThat(save("post", "post.post", "晚了")).hasStatus(409).bodyText().contains("没有保存", "晚了");
        assertThat(get("/application/record")).hasStatusOk().bodyText().contains("锅炉操作");
    }

    @Test
    void level_one_confirms_that_it_is_no_general_promotion() {
        begin("1", FilledFile.OCCUPATION);
        assertThat(get("/application/submission")).bodyText().contains("申报一级（高级技师）的", "请上传毕业证书", "须已聘任到二级（技师）岗位");
        FilledFile.fill(jdbc, number(), clock.instant());
        jdbc.sql("""
                update application.application
                   set record = record || '{
                       "certificates": {"rows": [{"occupation": "公路养护工", "level": "2", "issued": "2015", "appointed": "YES"}]},
                       "appraisals": {"y2022": "EXCELLENT", "filing": "FILED", "y2021": "EXCELLENT", "y2020": "COMPETENT",
                                      "y2019": "COMPETENT", "y2018": "COMPETENT"}}'
                """).update();
        jdbc.sql("update application.application set record = jsonb_set(record, '{post,startOfWork}', '\"1996-09\"')")
                .update();
        FilledFile.attach(jdbc, number(), "DIPLOMA", clock.instant());
        FilledFile.attach(jdbc, number(), "APPOINTMENT", clock.instant());
        assertThat(get("/application/submission")).bodyText().contains("不是二级（技师）的普遍晋升");
        assertThat(handIn(version(), "POST_POLICY", "PLEDGE"))
                .hasStatus(422)
                .bodyText()
                .contains("申报一级（高级技师）”并打勾");
        assertThat(handIn(version(), "POST_POLICY", "LEVEL_ONE", "PLEDGE")).hasStatus(302);
    }

    @Test
    void disguised_and_oversize_uploads_are_refused_beside_their_field() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        assertThat(upload("ID_CARD", "身份证.jpg", "MZ no picture".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("文件名写的是JPG图片");
        assertThat(upload("PHOTO", "照片.jpg", new byte[6 * 1024 * 1024]))
                .hasStatus(422)
                .bodyText()
                .contains("文件超过了5 MB");
        assertThat(upload("PHOTO", "", new byte[0])).hasStatus(422).bodyText().contains("还没有选择文件");
        assertThat(upload("NONSENSE", "a.jpg", picture())).hasStatus(404);
        assertThat(upload("ID_CARD", "身份证.jpg", picture())).hasStatus(302);
        assertThat(get("/application/materials")).hasStatusOk().bodyText().contains("身份证.jpg", "已上传 1 份");
    }

    @Test
    void a_material_is_shown_to_its_worker_and_to_offices_on_its_way_and_is_not_there_for_others() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        fillEverything();
        handIn(version(), "POST_POLICY", "PLEDGE");
        var path = "/applications/" + number() + "/materials/" + materialId("ID_CARD");
        assertThat(get(path)).hasStatusOk();
        var original = get(path + "/original");
        assertThat(original).hasStatusOk();
        assertThat(original.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(original.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(get(Cast.UNIT, path + "/preview")).hasStatusOk();
        assertThat(get(Cast.COUNTY, path + "/pages/1")).hasStatusOk();
        assertThat(get(Cast.OTHER_COUNTY, path)).hasStatus(404);
        assertThat(get(Cast.CITY_WORKER, path)).hasStatus(404);
        assertThat(get(path + "/pages/2")).hasStatus(404);
    }

    @Test
    void a_pdf_is_previewed_page_by_page() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        assertThat(upload("ID_CARD", "身份证.pdf", pdf())).hasStatus(302);
        var path = "/applications/" + number() + "/materials/" + materialId("ID_CARD");
        assertThat(get(path)).hasStatusOk().bodyText().contains("第 2 页");
        var page = get(path + "/pages/2");
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentType()).isEqualTo("image/png");
    }

    @Test
    void the_same_file_sent_twice_is_one_material_and_a_new_photo_takes_the_old_ones_place() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        upload("ID_CARD", "身份证.jpg", picture());
        upload("ID_CARD", "身份证.jpg", picture());
        upload("PHOTO", "一.jpg", picture());
        assertThat(upload("PHOTO", "又.jpg", picture())
                        .getMvcResult()
                        .getFlashMap()
                        .get("flash"))
                .asString()
                .startsWith("与已上传的相同");
        upload("PHOTO", "二.png", image("png"));
        assertThat(jdbc.sql("select kind from application.material where removed_at is null order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ID_CARD", "PHOTO");
    }

    @Test
    void a_second_click_on_handing_in_leads_to_the_receipt() {
        begin("3", FilledFile.OCCUPATION);
        FilledFile.fill(jdbc, number(), clock.instant());
        int version = version();
        assertThat(handIn(version, "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(handIn(version, "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(submissions.of(file())).hasSize(1);
    }

    @Test
    void fifty_simultaneous_beginnings_and_submissions_make_one_application() throws Exception {
        cast.actor(Cast.WORKER);
        try (var workers = Executors.newFixedThreadPool(16)) {
            Callable<MvcTestResult> beginning = () -> choose("3", FilledFile.OCCUPATION, "");
            for (var done : workers.invokeAll(
                    IntStream.range(0, 50).mapToObj(n -> beginning).toList())) {
                assertThat(done.get()).hasStatus(302);
            }
            FilledFile.fill(jdbc, number(), clock.instant());
            int version = version();
            Callable<MvcTestResult> handing = () -> handIn(version, "POST_POLICY", "PLEDGE");
            for (var done : workers.invokeAll(
                    IntStream.range(0, 50).mapToObj(n -> handing).toList())) {
                assertThat(done.get()).hasRedirectedUrl("/application/receipt");
            }
        }
        assertThat(jdbc.sql("select count(*) from application.application")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(submissions.of(file())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from application.act")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void level_and_occupation_change_until_the_unit_has_approved() {
        begin("3", FilledFile.OCCUPATION);
        assertThat(choose("4", "S0201", "3/" + FilledFile.OCCUPATION)).hasRedirectedUrl("/application");
        assertThat(choose("5", "S0201", "3/" + FilledFile.OCCUPATION))
                .hasStatus(409)
                .bodyText()
                .contains("另一个窗口");
        assertThat(choose("4", "", "4/S0201")).hasStatus(422).bodyText().contains("请选择要申报的工种");
        assertThat(choose("4", "NONE", "4/S0201")).hasStatus(422);
    }

    @Test
    void nobody_begins_before_registration_or_at_24_hours_of_its_last_day() {
        clock.set("2023-03-09T23:59:59.999");
        assertThat(choose("3", FilledFile.OCCUPATION, "")).hasStatus(409);
        clock.set("2023-03-29T00:00:00.000");
        assertThat(choose("3", FilledFile.OCCUPATION, "")).hasStatus(409);
        assertThat(get("/application")).hasStatusOk().bodyText().contains("网上注册报名已截止");
        clock.set("2023-03-28T23:59:59.999");
        assertThat(choose("3", FilledFile.OCCUPATION, "")).hasStatus(302);
    }

    @Test
    void 退回修改_all_defects_are_shown_at_once_with_the_way_to_each_and_the_corrected_file_goes_back() throws IOException {
        begin("3", FilledFile.OCCUPATION);
        fillEverything();
        handIn(version(), "POST_POLICY", "PLEDGE");
        var photo = "material:" + materialId("PHOTO");
        given.sendBack(number(), Set.of("post", photo), cast.actor(Cast.UNIT), clock.instant());
        clock.set("2023-04-08T23:59:59.999");
        assertThat(get("/application"))
                .hasStatusOk()
                .bodyText()
                .contains("要改正的 2 处", "去改这一栏", "重新上传", "2023年4月8日 24:00", "要改正");
        assertThat(get("/application/sections/post")).bodyText().contains("与档案不一致", "按档案改");
        assertThat(get("/application/submission")).bodyText().contains("退回后还没有改动");
        save(
                "post",
                "post.staff",
                "REGULAR",
                "post.postKind",
                "SKILLED_LABOUR",
                "post.interrupted",
                "NO",
                "post.away",
                "NO",
                "post.post",
                "公路养护",
                "post.startOfWork",
                "2005-09",
                "post.occupationSince",
                "2005");
        assertThat(post("/application/materials/" + photo.substring(9) + "/removal", "version", "" + version()))
                .hasStatus(302);
        assertThat(get("/application")).bodyText().contains("还缺 1 项，补齐后重新提交").doesNotContain("都改过了");
        assertThat(upload("PHOTO", "新照片.png", image("png"))).hasStatus(302);
        assertThat(get("/application")).bodyText().contains("已改正", "都改过了");
        assertThat(handIn(version(), "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(file().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(submissions.of(file())).hasSize(2);
        assertThat(get(Cast.UNIT, "/applications/" + number() + "/materials/" + photo.substring(9)))
                .as("what an office has looked at stays on record")
                .hasStatusOk()
                .bodyText()
                .contains("已由申报人删除");
    }

    @Test
    void a_worker_takes_a_file_back_until_the_unit_has_decided_and_gives_it_up() {
        begin("3", FilledFile.OCCUPATION);
        FilledFile.fill(jdbc, number(), clock.instant());
        handIn(version(), "POST_POLICY", "PLEDGE");
        assertThat(post("/application/recall", "version", "" + version())).hasRedirectedUrl("/application");
        assertThat(choose("4", "S0201", "3/" + FilledFile.OCCUPATION)).hasStatus(302);
        assertThat(post("/application/withdrawal", "version", "" + version())).hasRedirectedUrl("/application");
        assertThat(get("/application")).bodyText().contains("申报已撤销", "选择等级和工种");
    }

    private MvcTestResult post(String path, String name, String value) {
        return mvc.post()
                .uri(path)
                .with(cast.as(Cast.WORKER))
                .with(csrf())
                .param(name, value)
                .exchange();
    }

    // ── what a worker does ──

    private void begin(String level, String occupation) {
        assertThat(choose(level, occupation, "")).hasStatus(302);
    }

    private MvcTestResult choose(String level, String occupation, String version) {
        return mvc.post()
                .uri("/application/choice")
                .with(cast.as(Cast.WORKER))
                .with(csrf())
                .param("level", level)
                .param("occupation", occupation)
                .param("version", version)
                .exchange();
    }

    private void fillEverything() throws IOException {
        fillEverything(Cast.WORKER, HERE);
    }

    private MvcTestResult save(String group, String... typed) {
        return saveSeen(seen(group), group, typed);
    }

    private MvcTestResult saveSeen(String seen, String group, String... typed) {
        return saveSection(Cast.WORKER, HERE, seen, group, typed);
    }

    private MvcTestResult upload(String kind, String name, byte[] content) {
        return upload(Cast.WORKER, HERE, kind, name, content);
    }

    private MvcTestResult handIn(int version, String... confirmed) {
        return handIn(Cast.WORKER, version, confirmed);
    }

    private MvcTestResult get(String path) {
        return get(Cast.WORKER, path);
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
