package org.gongkao.textbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.letter.Letters;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Spreadsheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A confirmed order sheet as the paper that is stamped, and as a spreadsheet. */
@Controller
@Allowed(Role.UNIT_CLERK)
class SheetPaperController {

    private final OrderSheets sheets;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Persons persons;
    private final Letters letters;
    private final Audit audit;

    SheetPaperController(
            OrderSheets sheets,
            Cycles cycles,
            Organisation organisation,
            Persons persons,
            Letters letters,
            Audit audit) {
        this.sheets = sheets;
        this.cycles = cycles;
        this.organisation = organisation;
        this.persons = persons;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/textbooks/sheets/{version}/letter")
    ResponseEntity<byte[]> letter(@PathVariable int version, Actor actor, Instant arrived) {
        var found = find(version, actor, arrived);
        var unit = organisation.unit(found.unitCode());
        var content = sheets.content(found);
        var paper = SheetPaper.of(found, unit.name(), content, names(content));
        var pdf = letters.pdf("textbook/paper.jte", paper);
        audit.seen(actor, "打印教材征订单", "textbooks:" + found.unitCode() + ":" + found.year(), "第 " + version + " 版");
        return Download.paper("教材征订单第" + version + "版.pdf").body(pdf);
    }

    @GetMapping("/textbooks/sheets/{version}/spreadsheet")
    ResponseEntity<byte[]> spreadsheet(@PathVariable int version, Actor actor, Instant arrived) throws IOException {
        var found = find(version, actor, arrived);
        var sheet = sheets.content(found);
        var out = new ByteArrayOutputStream();
        try (var book = Spreadsheet.to(out)) {
            books(book.newWorksheet("教材征订单"), sheet, "第 " + version + " 版，校验码 " + found.hash());
            people(book.newWorksheet("征订人员"), SheetPaper.of(found, "", sheet, names(sheet)));
        }
        audit.seen(actor, "导出教材征订单", "textbooks:" + found.unitCode() + ":" + found.year(), "第 " + version + " 版");
        return Download.sheet("教材征订单第" + version + "版.xlsx").body(out.toByteArray());
    }

    private static void books(Worksheet page, OrderSheet sheet, String foot) {
        int row = 0;
        Spreadsheet.head(page, 0, List.of("书名", "等级", "工种", "册数", "单价（元）", "金额（元）"));
        for (var line : sheet.lines()) {
            var price = line.price();
            page.value(++row, 0, line.title());
            page.value(row, 1, line.book().level().full());
            page.value(row, 2, line.occupation());
            page.value(row, 3, line.quantity());
            if (price != null) {
                page.value(row, 4, price.inYuan());
                page.value(row, 5, line.sum().inYuan());
            }
        }
        page.value(++row, 0, "合计");
        page.value(row, 3, sheet.total());
        if (sheet.priced()) {
            page.value(row, 5, sheet.amount().inYuan());
        }
        page.value(row + 2, 0, foot);
    }

    private static void people(Worksheet page, SheetPaper paper) {
        Spreadsheet.head(page, 0, List.of("序号", "姓名", "等级", "书名", "单价"));
        int row = 0;
        for (var one : paper.people()) {
            page.value(++row, 0, one.place());
            page.value(row, 1, one.name());
            page.value(row, 2, one.level());
            page.value(row, 3, one.title());
            page.value(row, 4, one.price());
        }
    }

    private Map<Long, String> names(OrderSheet sheet) {
        return persons
                .cards(sheet.members().stream().map(OrderSheet.Member::person).toList())
                .stream()
                .collect(Collectors.toMap(PersonCard::id, PersonCard::name));
    }

    private SheetVersion find(int version, Actor clerk, Instant arrived) {
        var agency = organisation.unit(clerk.office().code()).agencyCode();
        return sheets.find(clerk, cycles.current(agency, arrived).year(), version)
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }
}
