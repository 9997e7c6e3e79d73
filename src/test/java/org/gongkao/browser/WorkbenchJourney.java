package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.gongkao.Cast;
import org.gongkao.application.KeptVerdict;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 审查工作台: a unit's clerk works through one file of the queue with the keyboard alone, the materials beside the conditions. */
class WorkbenchJourney extends BrowserTest {

    private static final String[] OTHERS = {"王海", "李保国", "张秀兰", "孙建设", "周瑞芳", "马德福", "何玉梅"};

    @Autowired
    private WorkerActs worker;

    @Autowired
    private KeptVerdict verdict;

    @Autowired
    private Files files;

    @Test
    void a_clerk_decides_every_item_by_keyboard_beside_its_material() throws IOException {
        var number = worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        verdict.keep(number, "2019-12", clock.instant());
        replace(number, "PHOTO", "证件照", receive(Papers.portrait().name, Papers.portrait().buffer, FileRule.PHOTO));
        replace(number, "ID_CARD", "居民身份证", receive("身份证.jpg", Papers.page("居民身份证").buffer, FileRule.DOCUMENT));
        replace(number, "PERSONNEL_FILE", "履历表", receive("履历表.jpg", Papers.page("履历表").buffer, FileRule.DOCUMENT));
        replace(number, "CERTIFICATE", "技能等级证书", receive("证书.pdf", twoPages(), FileRule.DOCUMENT));
        others(number);
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/reviews/" + number);
        assertThat(clerk.locator(".gk-queue a[aria-current=true]")).containsText("陈立民");
        assertThat(clerk.locator("input[type=radio]:checked")).hasCount(0);
        looksInOrder(clerk, "workbench-1-open");
        seesEveryPage(clerk);
        decidesByKeyboard(clerk);
        withoutScript(number);
        clerk.context().close();
    }

    private void seesEveryPage(Page clerk) {
        clerk.keyboard().press("7");
        assertThat(clerk.locator(".gk-sheet:visible img")).hasCount(2);
        assertThat(clerk.locator("[data-gk-page]")).hasText("第 1 页，共 2 页");
        clerk.keyboard().press("+");
        assertThat(clerk.locator("[data-gk-percent]")).hasText("125 %");
        clerk.keyboard().press("v");
        assertThat(clerk.locator(".gk-paper.gk-turn-1")).hasCount(1);
        Chromium.picture(clerk, "workbench-2-turned");
        for (int turn = 0; turn < 3; turn++) {
            clerk.keyboard().press("v");
        }
        clerk.keyboard().press("0");
        assertThat(clerk.locator("[data-gk-percent]")).hasText("100 %");
        clerk.keyboard().press("?");
        assertThat(clerk.locator(".gk-keys__panel")).isVisible();
        Chromium.picture(clerk, "workbench-3-keys");
        chromium.assertInOrder(clerk);
        clerk.keyboard().press("Escape");
        assertThat(clerk.locator(".gk-keys__panel")).isHidden();
    }

    private void decidesByKeyboard(Page clerk) {
        int all = clerk.locator("[data-gk-item]").count();
        clerk.keyboard().press("b");
        clerk.keyboard().type("证书发证时间看不清");
        clerk.keyboard().press("Tab");
        clerk.keyboard().type("请重新拍照上传");
        clerk.locator("h1").click();
        clerk.keyboard().press("g");
        assertThat(clerk.locator("#gk-why")).containsText("还有 " + (all - 1) + " 项未核对，1 项不符合");
        for (int item = 1; item < all; item++) {
            clerk.keyboard().press("f");
            clerk.keyboard().press("g");
        }
        assertThat(clerk.locator("#gk-why")).hasText("还不能通过：1 项不符合。");
        clerk.keyboard().press("s");
        clerk.keyboard().press("s");
        assertThat(clerk.locator(".gk-flash")).isVisible();
        assertThat(clerk.locator(".gk-found")).containsText("证书发证时间看不清");
        looksInOrder(clerk, "workbench-4-decided");
        clerk.keyboard().press("r");
        clerk.keyboard().press("r");
        assertThat(clerk.locator(".gk-flash")).containsText("已退回修改");
    }

    private void withoutScript(String number) {
        var plain = chromium.visitor(Chromium.DESK, address(), false);
        plain.navigate("/sign-in");
        plain.fill("#f-username", Cast.UNIT);
        plain.fill("#f-password", CastSeeds.PASSWORD);
        plain.press("#f-password", "Enter");
        plain.navigate("/reviews/" + number);
        assertThat(plain.locator(".gk-sheet:visible")).hasCount(7);
        plain.context().close();
    }

    private void looksInOrder(Page page, String name) {
        Chromium.pictures(page, name);
        for (int width : new int[] {Chromium.PHONE, Chromium.TABLET, Chromium.DESK}) {
            page.setViewportSize(width, 900);
            // The bar at the foot of a narrow screen covers what is scrolled under it, so the page is looked at from
            // its end.
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            chromium.assertInOrder(page);
        }
    }

    private FileId receive(String name, byte[] content, FileRule rule) {
        return files.receive(Upload.of(name, content, rule), cast.actor(Cast.WORKER), clock.instant());
    }

    private void replace(String number, String kind, String label, FileId file) {
        var card = files.card(file);
        jdbc.sql("""
                with old as (update application.material set removed_at = now()
                              where kind = :kind
                                and application_id = (select id from application.application where number = :number)
                             returning application_id)
                insert into application.material (application_id, kind, label, file_id, name, type, bytes, sha256, added_at)
                select application_id, :kind, :label, :file, :name, :type, :bytes, :sha, now() from old
                """)
                .param("file", String.valueOf(file.value()))
                .param("label", label)
                .param("name", card.name())
                .param("type", card.type().name())
                .param("bytes", card.bytes())
                .param("sha", card.sha256())
                .param("kind", kind)
                .param("number", number)
                .update();
    }

    private void others(String number) {
        for (int at = 0; at < OTHERS.length; at++) {
            jdbc.sql("""
                    with person as (insert into person.person (name, number_sealed, number_index, masked_number)
                                    values (:name, '\\x00', decode(cast(:index as text), 'hex'), '410305********0000') returning id)
                    insert into application.application (number, person_id, year, package_id, state, level, occupation,
                           unit_code, route, authority, overseer, tier, holder, held_since, submitted_at, content_hash,
                           created_at, changed_at)
                    select '2023-8' || lpad(:at, 5, '0'), person.id, year, package_id, state, 3, occupation, unit_code,
                           route, authority, overseer, tier, holder, held_since + (cast(:at as int) - 2) * interval '1 hour',
                           submitted_at, content_hash, created_at, changed_at
                      from application.application, person where number = :number
                    """)
                    .param("name", OTHERS[at])
                    .param("index", "00ff00ff0" + at)
                    .param("at", "" + at)
                    .param("number", number)
                    .update();
        }
    }

    private static byte[] twoPages() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (var title : new String[] {"技能等级证书", "证书变更记录"}) {
                var page = new PDPage();
                document.addPage(page);
                var picture = JPEGFactory.createFromByteArray(document, Papers.page(title).buffer);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            picture,
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
