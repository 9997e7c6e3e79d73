package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.KeptVerdict;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 审查工作台, from the keyboard alone: twenty files of a county's queue, from the first to the empty list. Nothing here clicks,
 * fills or checks; what a file costs in keys is counted, words that are typed aside.
 */
class KeyboardReviewJourney extends BrowserTest {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";

    private static final Pattern LIST = Pattern.compile("/reviews$");
    private static final Pattern FILE = Pattern.compile("/reviews/[0-9-]+$");

    /** The material of the certificate, and that of the proof of post, as the page numbers them. */
    private static final String CERTIFICATE = "6";

    private static final String POST_PROOF = "3";

    @Autowired
    private GivenFile given;

    @Autowired
    private KeptVerdict verdict;

    @Autowired
    private Files files;

    @Autowired
    private Persons persons;

    @Test
    void a_reviewer_works_through_20_files_with_the_keyboard_alone() {
        queue();
        var page = signedIn(Cast.COUNTY, Chromium.DESK);
        var reviewer = new Reviewer(page);
        reviewer.opensTheQueue();
        reviewer.press("j", "j", "k", "Enter");
        for (int file = 1; file <= 20; file++) {
            page.waitForURL(FILE);
            reviewer.keys = 0;
            switch (file) {
                case 1 -> reviewer.looksClosely();
                case 6 -> reviewer.sendsBackWithTwoDefects();
                case 10 -> reviewer.rejects();
                case 13 -> reviewer.remarks();
                case 16 -> reviewer.goesToTheNextAndBack();
                default -> {
                    reviewer.letsPass();
                    assertThat(reviewer.keys)
                            .as("keys of a file that is in order")
                            .isEqualTo(5);
                }
            }
            if (file < 20) {
                reviewer.press("j", "Enter");
            }
        }
        assertThat(page.locator("main")).containsText("这里没有申报");
        look(page, "keyboard-7-empty");
        assertThat(count("PAYMENT_DUE")).isEqualTo(18);
        assertThat(count("RETURNED")).isOne();
        assertThat(count("REJECTED")).isOne();
        page.context().close();
    }

    /** Who sits before the page and has no mouse. */
    private final class Reviewer {

        private final Page page;
        private int keys;

        Reviewer(Page page) {
            this.page = page;
        }

        void opensTheQueue() {
            keys = 0;
            while (!"资格审查"
                    .equals(page.evaluate("document.activeElement.textContent.trim().replace(/\\(\\d+\\)$/, '')"))) {
                press("Tab");
                assertThat(keys).as("keys from the first page to the queue").isLessThan(6);
            }
            press("Enter");
            page.waitForURL(LIST);
            assertThat(page.locator("tbody tr")).hasCount(20);
            Chromium.picture(page, "keyboard-1-queue");
        }

        /** Every item that nobody has decided, at once; then the decision, which takes two presses. */
        void letsPass() {
            press("e", "f", "g");
            assertThat(page.locator("#gk-why")).hasText("逐项核对完毕。");
            decides("a", "已通过");
        }

        void looksClosely() {
            press(CERTIFICATE, "+", "+", "v");
            assertThat(page.locator("[data-gk-percent]")).hasText("150 %");
            assertThat(page.locator(".gk-paper.gk-turn-1 .gk-sheet:visible")).containsText("技能等级证书");
            Chromium.picture(page, "keyboard-2-turned");
            press("0", "h");
            assertThat(page.locator("[data-gk-item]:focus")).containsText("技能等级证书");
            press("?");
            look(page, "keyboard-3-keys");
            press("Escape", "e");
            int all = page.locator("[data-gk-item]").count();
            assertThat(page.locator("[data-gk-picked]")).hasText("已选 " + all + " 项。");
            press("m");
            assertThat(page.locator("[data-gk-picked]")).hasText("已选 " + (all - 1) + " 项。");
            press("m", "f");
            Chromium.picture(page, "keyboard-4-picked");
            press("g");
            assertThat(page.locator("[data-gk-picked]")).hasText("");
            decides("a", "已通过");
        }

        void sendsBackWithTwoDefects() {
            defect(CERTIFICATE, "证书发证时间看不清", "请重新拍照上传");
            defect(POST_PROOF, "没有单位公章", "请加盖单位公章后上传");
            press("e", "f", "g");
            assertThat(page.locator("#gk-why")).hasText("还不能通过：2 项不符合。");
            look(page, "keyboard-5-defects");
            decides("r", "已退回修改");
            assertThat(keys).as("keys of a file sent back with two defects").isEqualTo(17);
        }

        void defect(String material, String problem, String remedy) {
            press(material, "h", "b");
            type(problem);
            press("Tab");
            type(remedy);
            press("Escape", "g");
        }

        void rejects() {
            press("i");
            type("取得四级证书后从事本工种工作年限不足。");
            press("Tab");
            type("豫人社工考〔2013〕1号");
            press("Escape");
            decides("x", "不予通过");
            assertThat(keys).as("keys of a rejection").isEqualTo(5);
        }

        void remarks() {
            press("l");
            type("已与单位电话核实岗位。");
            press("Tab", "Enter");
            assertThat(page.locator(".gk-flash")).containsText("备注已保存");
            Chromium.picture(page, "keyboard-6-remark");
            letsPass();
            assertThat(keys).as("keys of a file with a remark").isEqualTo(8);
        }

        void goesToTheNextAndBack() {
            var here = page.url();
            press("j");
            page.waitForURL(url -> !url.equals(here) && FILE.matcher(url).find());
            press("k");
            page.waitForURL(here);
            letsPass();
        }

        /** The first press shows which decision it would be. */
        void decides(String key, String told) {
            press(key);
            assertThat(page).hasURL(FILE);
            press(key);
            page.waitForURL(LIST);
            assertThat(page.locator(".gk-flash")).containsText(told);
        }

        void press(String... pressed) {
            for (var key : pressed) {
                page.keyboard().press(key);
                keys++;
            }
        }

        void type(String words) {
            page.keyboard().type(words);
        }
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from application.application where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /** Twenty people of one unit, each with a filled file and its verdict before the county, the oldest first. */
    private void queue() {
        var photo = files.receive(
                Upload.of("证件照.jpg", Papers.portrait().buffer, FileRule.PHOTO),
                cast.actor(Cast.WORKER),
                clock.instant());
        var paper = files.receive(
                Upload.of("材料.jpg", Papers.page("技能等级证书").buffer, FileRule.DOCUMENT),
                cast.actor(Cast.WORKER),
                clock.instant());
        for (int at = 0; at < 20; at++) {
            var name = SURNAMES.charAt(at) + "建国";
            var since = clock.instant().minus(Duration.ofMinutes(40L - at));
            var applicant = new Actor(
                    0,
                    name,
                    Role.WORKER,
                    null,
                    persons.add(
                            name, NationalId.complete("41030519800101%03d".formatted(2 * at + 1)), null, Actor.SYSTEM));
            var number = given.inReview(applicant, CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), since);
            FilledFile.fill(jdbc, number, since);
            verdict.keep(number, "2019-12", since);
        }
        show(photo, "kind = 'PHOTO'");
        show(paper, "kind <> 'PHOTO'");
    }

    private void show(FileId file, String which) {
        var card = files.card(file);
        jdbc.sql("""
                with old as (update application.material set removed_at = added_at where %s and removed_at is null
                             returning application_id, kind, added_at)
                insert into application.material (application_id, kind, label, file_id, name, type, bytes, sha256, added_at)
                select application_id, kind,
                       case kind when 'CERTIFICATE' then '技能等级证书' when 'POST_PROOF' then '岗位证明' when 'PHOTO' then '证件照'
                                 when 'ID_CARD' then '居民身份证' when 'PERSONNEL_FILE' then '履历表'
                                 when 'APPRAISAL' then '年度考核表' else '工作年限证明' end,
                       :file, :name, :type, :bytes, :sha, added_at
                  from old order by application_id, array_position(array['PHOTO', 'ID_CARD', 'POST_PROOF', 'PERSONNEL_FILE',
                       'APPRAISAL', 'CERTIFICATE', 'WORK_PROOF'], kind)
                """.formatted(which))
                .param("file", String.valueOf(file.value()))
                .param("name", card.name())
                .param("type", card.type().name())
                .param("bytes", card.bytes())
                .param("sha", card.sha256())
                .update();
    }
}
