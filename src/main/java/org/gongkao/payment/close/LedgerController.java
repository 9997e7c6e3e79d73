package org.gongkao.payment.close;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkao.audit.Audit;
import org.gongkao.ledger.BookLines;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The book: read line by line, exported as it is filtered. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class LedgerController {

    static final String HERE = "/payment/ledger";

    private static final String EXPORT = HERE + "/export";
    private static final int SCREEN = 50;
    private static final int CHUNK = 2_000;

    /** What one sheet of a spreadsheet holds; a text may be as long as the book. */
    private static final int LONGEST_SHEET = 1_000_000;

    private final BookLines book;
    private final PayerSearch payers;
    private final LedgerWords words;
    private final Audit audit;

    LedgerController(BookLines book, PayerSearch payers, LedgerWords words, Audit audit) {
        this.book = book;
        this.payers = payers;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping(HERE)
    ModelAndView show(LedgerFilter filter, @RequestParam(required = false) @Nullable String after, Actor actor) {
        var faults = new Faults();
        var asked = filter.read(payers, faults, actor);
        var key = LedgerFilter.key(after);
        var found = faults.any() ? List.<BookLines.Row>of() : book.find(asked, key.orElse(null), SCREEN + 1);
        var shown = found.subList(0, Math.min(SCREEN, found.size()));
        var page = new LedgerPage(
                filter,
                payers.field(HERE, Map.of(), filter.q(), "，都要写完整。", actor),
                Arrays.stream(LedgerAccount.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList(),
                words.of(shown, actor),
                key.isPresent() ? filter.path(HERE).toString() : "",
                found.size() > SCREEN
                        ? filter.path(HERE)
                                .with(
                                        "after",
                                        shown.getLast().entry() + "-"
                                                + shown.getLast().place())
                                .toString()
                        : "",
                filter.path(EXPORT).with("format", "xlsx").toString(),
                filter.path(EXPORT).with("format", "csv").toString(),
                faults.list());
        return faults.any() ? Pages.refused("payment/close/ledger", page) : Pages.page("payment/close/ledger", page);
    }

    @GetMapping(EXPORT)
    void export(
            LedgerFilter filter,
            @RequestParam(defaultValue = "xlsx") String format,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var faults = new Faults();
        var asked = filter.read(payers, faults, actor);
        faults.refuse();
        boolean text = format.equals("csv");
        audit.seen(actor, "导出账簿", "ledger:export", "按页面所选条件导出");
        var note = LedgerFilter.note(asked, filter, payers.said(filter.q(), actor), arrived);
        var file = text
                ? Download.of(new MediaType("text", "csv", StandardCharsets.UTF_8), "账簿.csv")
                : Download.sheet("账簿.xlsx");
        try (var sheet = LedgerSheet.open(text, note, file.to(answer))) {
            write(sheet, asked, text ? Integer.MAX_VALUE : LONGEST_SHEET, actor);
        }
    }

    private void write(LedgerSheet sheet, BookLines.Filter asked, int most, Actor actor) throws IOException {
        BookLines.Key after = null;
        int rows = 0;
        List<BookLines.Row> piece;
        do {
            piece = book.find(asked, after, Math.min(CHUNK, most - rows));
            var said = words.of(piece, actor);
            for (int place = 0; place < piece.size(); place++) {
                sheet.add(LedgerSheet.cells(piece.get(place), said.get(place)));
            }
            rows += piece.size();
            if (!piece.isEmpty()) {
                after = piece.getLast().key();
            }
        } while (piece.size() == CHUNK && rows < most);
    }
}
