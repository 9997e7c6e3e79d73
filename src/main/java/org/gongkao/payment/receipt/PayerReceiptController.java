package org.gongkao.payment.receipt;

import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Serving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The payer's receipts, and the document itself to those who may see it. */
@Controller
class PayerReceiptController {

    private static final int SCREEN = 20;

    private final ReceiptLists lists;
    private final Serving serving;
    private final Audit audit;

    PayerReceiptController(ReceiptLists lists, Serving serving, Audit audit) {
        this.lists = lists;
        this.serving = serving;
        this.audit = audit;
    }

    @GetMapping("/charges/receipts")
    @Allowed({Role.WORKER, Role.UNIT_CLERK})
    ModelAndView own(@RequestParam(defaultValue = "") String after, Actor actor) {
        var search = ReceiptSearch.of("", "", after);
        return Pages.page(
                "payment/receipt/own", OwnReceiptsPage.of(lists.find(search, SCREEN, actor), search, actor, lists));
    }

    @GetMapping("/charges/receipts/{number}")
    @Allowed({Role.WORKER, Role.UNIT_CLERK, Role.FINANCE, Role.AUDITOR})
    ResponseEntity<Resource> download(@PathVariable String number, Actor actor) {
        var document = lists.get(number, actor).document();
        if (document == null) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        audit.seen(actor, "下载电子票据", "receipt:" + number, "");
        return serving.download(new FileId(document.file()));
    }
}
