package org.gongkao.sanction;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what the list is filtered to, screen after screen. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class SanctionSheetController {

    private static final List<String> HEAD =
            List.of("案件编号", "姓名", "证件号码", "立案机构", "不真实的信息、材料", "立案时间", "状态", "决定文号", "禁止申报起", "禁止申报止");

    private final SanctionRows rows;
    private final Persons persons;
    private final CaseWords words;
    private final Audit audit;

    SanctionSheetController(SanctionRows rows, Persons persons, CaseWords words, Audit audit) {
        this.rows = rows;
        this.persons = persons;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping("/sanctions/export")
    void export(
            @RequestParam(defaultValue = "mine") String desk, Actor actor, Instant arrived, HttpServletResponse answer)
            throws IOException {
        var chosen = Desk.of(desk);
        int count = 0;
        try (var book = Spreadsheet.answer("违规处理-" + chosen.label() + ".xlsx", answer)) {
            var sheet = book.newWorksheet("违规处理");
            Spreadsheet.row(sheet, 0, HEAD);
            sheet.freezePane(0, 1);
            Long before = null;
            do {
                var page = rows.list(chosen, before, actor, arrived);
                count = write(sheet, count, page.rows(), arrived);
                sheet.flush();
                before = page.next() == null ? null : Long.valueOf(page.next());
            } while (before != null);
        }
        audit.seen(actor, "导出违规处理案件", "sanctions:" + chosen.key(), count + " 件");
    }

    private int write(Worksheet sheet, int written, List<Sanction> found, Instant now) {
        var cards = persons.cards(found.stream().map(Sanction::personId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(PersonCard::id, card -> card));
        int row = written;
        for (var sanction : found) {
            row++;
            PersonCard card = cards.get(sanction.personId());
            var bar = sanction.bar();
            var cells = List.of(
                    sanction.number(),
                    card == null ? "" : card.name(),
                    card == null ? "" : card.maskedNumber(),
                    words.agency(sanction),
                    sanction.material(),
                    Shanghai.second(sanction.openedAt()),
                    CaseWords.state(sanction, now),
                    text(sanction.decision()),
                    bar.map(one -> Shanghai.second(one.from())).orElse(""),
                    bar.map(one -> Shanghai.deadline(one.until())).orElse(""));
            Spreadsheet.row(sheet, row, cells);
        }
        return row;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
