package org.gongkao.application.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.file.Serving;
import org.gongkao.letter.Letters;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A frozen roster as spreadsheet, as the sheet to be stamped, and its stamped scan; for the unit and for its agency. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class RosterPaperController {

    private static final List<String> HEAD = List.of("序号", "姓名", "证件号码", "性别", "申报等级", "申报工种", "申报编号", "缴费日期");

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final Organisation organisation;
    private final Letters letters;
    private final Serving serving;
    private final Audit audit;

    RosterPaperController(
            LiveRosters live,
            FrozenRosters frozen,
            Organisation organisation,
            Letters letters,
            Serving serving,
            Audit audit) {
        this.live = live;
        this.frozen = frozen;
        this.organisation = organisation;
        this.letters = letters;
        this.serving = serving;
        this.audit = audit;
    }

    @GetMapping("/rosters/{unitCode}/versions/{version}/spreadsheet")
    ResponseEntity<byte[]> spreadsheet(
            @PathVariable String unitCode, @PathVariable int version, Actor actor, Instant arrived) throws IOException {
        var found = find(unitCode, version, actor, arrived);
        var out = new ByteArrayOutputStream();
        try (var book = Spreadsheet.to(out)) {
            var sheet = book.newWorksheet("花名册");
            Spreadsheet.head(sheet, 0, HEAD);
            int row = 0;
            for (var line : frozen.content(found).lines()) {
                sheet.value(++row, 0, row);
                sheet.value(row, 1, line.name());
                sheet.value(row, 2, line.maskedNumber());
                sheet.value(row, 3, line.sex());
                sheet.value(row, 4, line.level().full());
                sheet.value(row, 5, line.occupation());
                sheet.value(row, 6, line.number());
                sheet.value(row, 7, Shanghai.date(line.paidOn()));
            }
            sheet.value(row + 2, 0, "第 " + found.version() + " 版，校验码 " + found.hash());
        }
        audit.seen(actor, "导出花名册", "roster:" + unitCode + ":" + found.year(), "表格，第 " + version + " 版");
        return Download.sheet("花名册第" + version + "版.xlsx").body(out.toByteArray());
    }

    @GetMapping("/rosters/{unitCode}/versions/{version}/letter")
    ResponseEntity<byte[]> letter(
            @PathVariable String unitCode, @PathVariable int version, Actor actor, Instant arrived) {
        var found = find(unitCode, version, actor, arrived);
        var sheet = RosterSheet.of(found, organisation.unit(unitCode).name(), frozen.content(found));
        var pdf = letters.pdf("application/roster/sheet.jte", sheet);
        audit.seen(actor, "打印花名册", "roster:" + unitCode + ":" + found.year(), "第 " + version + " 版");
        return Download.paper("花名册第" + version + "版.pdf").body(pdf);
    }

    @GetMapping("/rosters/{unitCode}/versions/{version}/scan")
    ResponseEntity<Resource> scan(
            @PathVariable String unitCode, @PathVariable int version, Actor actor, Instant arrived) {
        var found = find(unitCode, version, actor, arrived);
        var scan = frozen.scan(found).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        audit.seen(actor, "查看盖章花名册", "roster:" + unitCode + ":" + found.year(), "第 " + version + " 版");
        return serving.show(scan.file());
    }

    private RosterVersion find(String unitCode, int version, Actor actor, Instant arrived) {
        var roster = live.of(unitCode, actor, arrived);
        return frozen.get(unitCode, roster.year(), version);
    }
}
