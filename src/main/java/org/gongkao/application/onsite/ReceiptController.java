package org.gongkao.application.onsite;

import java.time.Instant;
import org.gongkao.application.Applications;
import org.gongkao.audit.Audit;
import org.gongkao.letter.Letters;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 原件交接单 on paper, for the worker, the unit and the agency. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ReceiptController {

    private final Applications applications;
    private final ReceiptSheets sheets;
    private final Letters letters;
    private final Audit audit;

    ReceiptController(Applications applications, ReceiptSheets sheets, Letters letters, Audit audit) {
        this.applications = applications;
        this.sheets = sheets;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/visits/{number}/receipts/{receipt}")
    ResponseEntity<byte[]> receipt(
            @PathVariable String number, @PathVariable String receipt, Actor actor, Instant arrived) {
        var sheet = sheets.sheet(applications.get(number, actor), receipt, arrived);
        var pdf = letters.pdf("application/onsite/receipt.jte", sheet);
        audit.seen(actor, "打印原件交接单", "application:" + number, receipt);
        return Download.paper("原件交接单-" + receipt + ".pdf").body(pdf);
    }
}
