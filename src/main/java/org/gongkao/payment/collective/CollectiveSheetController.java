package org.gongkao.payment.collective;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Role;
import org.gongkao.shared.Spreadsheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A payment for many as a spreadsheet: whose share is how much, and how it stands. */
@Controller
@Allowed(Role.UNIT_CLERK)
class CollectiveSheetController {

    private static final List<String> HEAD = List.of("姓名", "缴费单号", "缴费事由", "金额（元）", "状态");

    private final Collectives collectives;
    private final ChoosingPeople choosing;
    private final Audit audit;

    CollectiveSheetController(Collectives collectives, ChoosingPeople choosing, Audit audit) {
        this.collectives = collectives;
        this.choosing = choosing;
        this.audit = audit;
    }

    @GetMapping("/collective-payments/{number}/spreadsheet")
    ResponseEntity<byte[]> spreadsheet(@PathVariable String number, Actor actor) throws IOException {
        var found = collectives.get(number, actor);
        var names = choosing.names(List.of(found), actor);
        var out = new ByteArrayOutputStream();
        try (var book = Spreadsheet.to(out)) {
            var sheet = book.newWorksheet("统一缴费");
            Spreadsheet.row(sheet, 0, HEAD);
            int row = 0;
            for (var share : found.shares()) {
                sheet.value(++row, 0, names.getOrDefault(share.purposeKey(), ""));
                sheet.value(row, 1, share.chargeNumber());
                sheet.value(row, 2, share.title());
                sheet.value(row, 3, share.amount().inYuan());
                sheet.value(row, 4, share.state().label());
            }
            sheet.value(++row, 0, "合计");
            sheet.value(row, 3, found.amount().inYuan());
            sheet.value(row + 2, 0, "统一缴费编号 " + number + "，" + found.state().label());
        }
        audit.seen(actor, "导出统一缴费名单", "collective:" + number, found.shares().size() + " 人");
        return Download.sheet("统一缴费" + number + ".xlsx").body(out.toByteArray());
    }
}
