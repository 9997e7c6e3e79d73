package org.gongkao.textbook.rollup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.textbook.BookCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is ordered, paid, in stock and handed out: an office's sums, its units, and both as a spreadsheet. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.AUDITOR})
class RollupController {

    static final String ORDERS = "/textbook-orders";
    static final String UNITS = "/textbook-orders/units";

    private final RollupPages rollup;
    private final UnitListPages units;
    private final RollupSpreadsheet spreadsheet;

    RollupController(RollupPages rollup, UnitListPages units, RollupSpreadsheet spreadsheet) {
        this.rollup = rollup;
        this.units = units;
        this.spreadsheet = spreadsheet;
    }

    @GetMapping(ORDERS)
    ModelAndView show(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Instant arrived) {
        return Pages.page(
                "textbook/rollup/orders",
                rollup.of(actor, place, BookCode.parse(after).orElse(null), arrived));
    }

    @GetMapping(UNITS)
    ModelAndView list(
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Instant arrived) {
        return Pages.page("textbook/rollup/units", units.of(actor, open.equals("yes"), after, arrived));
    }

    /** Exactly what the page sums up, with every unit's lines below it. */
    @GetMapping(ORDERS + "/export")
    void export(@RequestParam(defaultValue = "") String place, Actor actor, Instant arrived, HttpServletResponse answer)
            throws IOException {
        var asked = spreadsheet.asked(place, actor, arrived);
        spreadsheet.write(asked, Download.sheet("教材征订汇总.xlsx").to(answer), actor, arrived);
    }
}
