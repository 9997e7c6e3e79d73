package org.gongkao.textbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.letter.Letters;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A confirmed order sheet as the paper that is stamped, and as a spreadsheet. */
@Controller
@Allowed(Role.UNIT_CLERK)
class SheetPaperController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OrderSheets sheets;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Letters letters;
    private final Audit audit;

    SheetPaperController(OrderSheets sheets, Cycles cycles, Organisation organisation, Letters letters, Audit audit) {
        this.sheets = sheets;
        this.cycles = cycles;
        this.organisation = organisation;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/textbooks/sheets/{version}/letter")
    ResponseEntity<byte[]> letter(@PathVariable int version, Actor actor, Instant arrived) {
        var found = find(version, actor, arrived);
        var unit = organisation.unit(found.unitCode());
        var paper = SheetPaper.of(found, unit.name(), sheets.content(found));
        var pdf = letters.pdf("textbook/paper.jte", paper);
        audit.seen(actor, "打印教材征订单", "textbooks:" + found.unitCode() + ":" + found.year(), "第 " + version + " 版");
        return answer(pdf, MediaType.APPLICATION_PDF, "教材征订单第" + version + "版.pdf", true);
    }

    @GetMapping("/textbooks/sheets/{version}/spreadsheet")
    ResponseEntity<byte[]> spreadsheet(@PathVariable int version, Actor actor, Instant arrived) throws IOException {
        var found = find(version, actor, arrived);
        var sheet = sheets.content(found);
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Gongkao", "1.0")) {
            var page = book.newWorksheet("教材征订单");
            int row = 0;
            page.value(row, 0, "等级");
            page.value(row, 1, "工种");
            page.value(row, 2, "册数");
            for (var line : sheet.lines()) {
                page.value(++row, 0, line.level().full());
                page.value(row, 1, line.occupation());
                page.value(row, 2, line.quantity());
            }
            page.value(++row, 0, "合计");
            page.value(row, 2, sheet.total());
            page.value(row + 2, 0, "第 " + version + " 版，校验码 " + found.hash());
        }
        audit.seen(actor, "导出教材征订单", "textbooks:" + found.unitCode() + ":" + found.year(), "第 " + version + " 版");
        return answer(out.toByteArray(), XLSX, "教材征订单第" + version + "版.xlsx", false);
    }

    private SheetVersion find(int version, Actor clerk, Instant arrived) {
        var agency = organisation.unit(clerk.office().code()).agencyCode();
        return sheets.find(clerk, cycles.current(agency, arrived).year(), version)
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String name, boolean inline) {
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
