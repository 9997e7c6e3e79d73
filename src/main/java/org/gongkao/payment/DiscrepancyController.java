package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance's list of money that does not fit. */
@Controller
class DiscrepancyController {

    private static final int SCREEN = 200;

    private final Discrepancies discrepancies;
    private final DecidingDiscrepancies deciding;
    private final BesideDiscrepancy refunds;
    private final WhoPaid whoPaid;
    private final KeptMessages messages;

    DiscrepancyController(
            Discrepancies discrepancies,
            DecidingDiscrepancies deciding,
            BesideDiscrepancy refunds,
            WhoPaid whoPaid,
            KeptMessages messages) {
        this.discrepancies = discrepancies;
        this.deciding = deciding;
        this.refunds = refunds;
        this.whoPaid = whoPaid;
        this.messages = messages;
    }

    @GetMapping("/payment/discrepancies")
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView list(Actor actor) {
        return Pages.page("payment/discrepancies", page(actor, List.of(), 0, ""));
    }

    @PostMapping("/payment/discrepancies/{id}")
    @Allowed(Role.FINANCE)
    Object decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            deciding.decide(id, note, actor, arrived);
        } catch (Refusal refusal) {
            if (refusal.reason() != PaymentRefusal.NOTE_MISSING) {
                throw refusal;
            }
            var faults = List.of(new Fault("note-" + id, refusal.sentence()));
            return Pages.refused("payment/discrepancies", page(actor, faults, id, note));
        }
        redirect.addFlashAttribute("flash", "差异已处理，处理说明已记录。");
        return "redirect:/payment/discrepancies";
    }

    private DiscrepancyPage page(Actor actor, List<Fault> faults, long typedFor, String note) {
        var found = discrepancies.list(SCREEN);
        var refunding =
                refunds.of(found.stream().map(Discrepancies.Discrepancy::id).toList());
        var payers =
                whoPaid.of(found.stream().map(Discrepancies.Discrepancy::money).toList(), actor);
        var rows = found.stream()
                .map(one -> DiscrepancyPage.Row.of(
                        one,
                        payers.getOrDefault(one.money(), "不明"),
                        one.id() == typedFor ? note : "",
                        refunding.get(one.id()),
                        refunds.askAt(one.id())))
                .toList();
        return new DiscrepancyPage(rows, messages.stuck(), actor.is(Role.FINANCE), faults);
    }
}
