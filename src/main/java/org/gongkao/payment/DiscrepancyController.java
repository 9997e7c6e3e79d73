package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
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

    private static final String HERE = DiscrepancySearch.HERE;
    private static final int SCREEN = 50;

    private final Discrepancies discrepancies;
    private final DecidingDiscrepancies deciding;
    private final BesideDiscrepancy refunds;
    private final WhoPaid whoPaid;
    private final PayerSearch search;
    private final KeptMessages messages;

    DiscrepancyController(
            Discrepancies discrepancies,
            DecidingDiscrepancies deciding,
            BesideDiscrepancy refunds,
            WhoPaid whoPaid,
            PayerSearch search,
            KeptMessages messages) {
        this.discrepancies = discrepancies;
        this.deciding = deciding;
        this.refunds = refunds;
        this.whoPaid = whoPaid;
        this.search = search;
        this.messages = messages;
    }

    @GetMapping(HERE)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Actor actor) {
        var asked = DiscrepancySearch.of(state, q, before);
        return Pages.page("payment/discrepancies", page(asked, actor, List.of(), 0, ""));
    }

    /** The screen on which it was decided is shown again, whatever it was filtered to and however far it was gone through. */
    @PostMapping(HERE + "/{id}")
    @Allowed(Role.FINANCE)
    Object decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var asked = DiscrepancySearch.of(state, q, before);
        try {
            deciding.decide(id, note, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason() != PaymentRefusal.NOTE_MISSING) {
                throw refusal;
            }
            var faults = List.of(new Fault("note-" + id, refusal.sentence()));
            return Pages.refused("payment/discrepancies", page(asked, actor, faults, id, note));
        }
        redirect.addFlashAttribute("flash", "差异已处理，处理说明已记录。");
        return "redirect:" + asked.path(HERE);
    }

    private DiscrepancyPage page(DiscrepancySearch asked, Actor actor, List<Fault> faults, long typedFor, String note) {
        var page = discrepancies.list(asked, SCREEN, actor);
        var found = page.rows();
        var next = page.next();
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
        return new DiscrepancyPage(
                discrepancies.waiting(),
                asked,
                search.field(HERE, asked.kept(), asked.term(), "、渠道流水号，都要写完整。", actor),
                rows,
                asked.before().isEmpty() ? "" : asked.goingOn("").path(HERE),
                next == null ? "" : asked.goingOn(next).path(HERE),
                asked.goingOn("").path(HERE + "/export"),
                messages.stuck(),
                actor.is(Role.FINANCE),
                faults);
    }
}
