package org.gongkao.application.closing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.file.Serving;
import org.gongkao.letter.Letters;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A reported version as the sheet to be stamped, as the text under its hash, and its stamped scan. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ClosingPaperController {

    private final FindingReports finding;
    private final ClosedVersions versions;
    private final ClosingSheets sheets;
    private final Letters letters;
    private final Serving serving;
    private final Audit audit;

    ClosingPaperController(
            FindingReports finding,
            ClosedVersions versions,
            ClosingSheets sheets,
            Letters letters,
            Serving serving,
            Audit audit) {
        this.finding = finding;
        this.versions = versions;
        this.sheets = sheets;
        this.letters = letters;
        this.serving = serving;
        this.audit = audit;
    }

    @GetMapping("/closings/{agencyCode}/versions/{version}/letter")
    ResponseEntity<byte[]> letter(
            @PathVariable String agencyCode, @PathVariable int version, Actor actor, Instant arrived) {
        var found = finding.find(agencyCode, version, actor, arrived);
        var pdf = letters.pdf("application/closing/sheet.jte", sheets.of(found));
        audit.seen(actor, "打印汇总表", found.closing().subject(), "第 " + version + " 版");
        return Download.paper("资格审查汇总表第" + version + "版.pdf").body(pdf);
    }

    /** Word for word what the hash was made of: {@code sha256sum} of this file gives it again. */
    @GetMapping("/closings/{agencyCode}/versions/{version}/text")
    ResponseEntity<byte[]> text(
            @PathVariable String agencyCode, @PathVariable int version, Actor actor, Instant arrived) {
        var found = finding.find(agencyCode, version, actor, arrived);
        var text = versions.report(found.closing(), found.version()).text().getBytes(StandardCharsets.UTF_8);
        audit.seen(actor, "导出汇总表复核文本", found.closing().subject(), "第 " + version + " 版");
        return Download.text("资格审查汇总表第" + version + "版.txt").body(text);
    }

    @GetMapping("/closings/{agencyCode}/versions/{version}/scan")
    ResponseEntity<Resource> scan(
            @PathVariable String agencyCode, @PathVariable int version, Actor actor, Instant arrived) {
        var found = finding.find(agencyCode, version, actor, arrived);
        var scan = versions.scan(found.version()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        audit.seen(actor, "查看盖章汇总表", found.closing().subject(), "第 " + version + " 版");
        return serving.show(scan.file());
    }
}
