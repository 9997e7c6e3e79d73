package org.gongkao.application.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what a list is filtered to, stretch after stretch, so that memory does not grow with it. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class QueueSheetController {

    private static final List<String> HEAD = List.of("申报编号", "姓名", "单位", "申报等级和工种", "状态", "到达时间", "应于何时办结");

    /** Rows read with one statement: more than a screen, or asking would take longer than writing. */
    private static final int AT_ONCE = 1_000;

    private final Queues queues;
    private final QueueLines lines;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Audit audit;

    QueueSheetController(Queues queues, QueueLines lines, Cycles cycles, Organisation organisation, Audit audit) {
        this.queues = queues;
        this.lines = lines;
        this.cycles = cycles;
        this.organisation = organisation;
        this.audit = audit;
    }

    @GetMapping("/reviews/export")
    void export(
            @RequestParam(defaultValue = "mine") String desk,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String name,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var filter = new Queues.Filter(
                Desk.of(desk), QueueController.state(state), QueueController.level(level), SearchTerm.inAddress(name));
        int count = 0;
        try (var book = Spreadsheet.answer("申报列表-" + filter.desk().label() + ".xlsx", answer)) {
            var sheet = book.newWorksheet("申报列表");
            Spreadsheet.row(sheet, 0, HEAD);
            sheet.freezePane(0, 1);
            count = rows(filter, actor, arrived, sheet);
        }
        audit.seen(actor, "导出申报列表", "reviews:" + filter.desk().key(), count + " 份");
    }

    private int rows(Queues.Filter filter, Actor actor, Instant arrived, Worksheet sheet) throws IOException {
        var cycle = cycles.current(organisation.agencyOf(actor.office()), arrived);
        int count = 0;
        var page = queues.list(filter, null, AT_ONCE, actor, cycle, arrived);
        while (true) {
            var after = page.next();
            // The database looks for the next stretch while this one is written.
            var next = after == null
                    ? null
                    : CompletableFuture.supplyAsync(
                            () -> queues.list(filter, after, AT_ONCE, actor, cycle, arrived),
                            Thread::startVirtualThread);
            for (var row : page.rows()) {
                write(sheet, ++count, lines.line(row, arrived));
            }
            sheet.flush();
            if (next == null) {
                return count;
            }
            page = next.join();
        }
    }

    // Written into the cell: texts that the workbook shares among cells stay in memory to the end.
    private static void write(Worksheet sheet, int row, QueuePage.Line line) {
        sheet.inlineString(row, 0, line.number());
        sheet.inlineString(row, 1, line.person());
        sheet.inlineString(row, 2, line.unit());
        sheet.inlineString(row, 3, line.choice());
        sheet.inlineString(row, 4, line.state());
        sheet.inlineString(row, 5, line.since());
        sheet.inlineString(row, 6, line.due());
    }
}
