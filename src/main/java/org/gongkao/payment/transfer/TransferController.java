package org.gongkao.payment.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank's lines, and whose money those are that no code explains. */
@Controller
class TransferController {

    static final int SCREEN = 50;

    private final TransferLines lines;
    private final TransferCodes codes;
    private final AssigningTransfers assigning;
    private final WhoPaid whoPaid;
    private final PayerSearch search;
    private final Audit audit;

    TransferController(
            TransferLines lines,
            TransferCodes codes,
            AssigningTransfers assigning,
            WhoPaid whoPaid,
            PayerSearch search,
            Audit audit) {
        this.lines = lines;
        this.codes = codes;
        this.assigning = assigning;
        this.whoPaid = whoPaid;
        this.search = search;
        this.audit = audit;
    }

    @GetMapping("/payment/transfers")
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<Long> before,
            Actor actor) {
        var filter = filter(state, q);
        var found = lines.list(filter, before.orElse(null), SCREEN, actor);
        var payers =
                whoPaid.of(found.rows().stream().map(TransferLines.Line::money).toList(), actor);
        return Pages.page(
                "payment/transfer/list",
                TransferListPage.of(
                        filter,
                        search.field(
                                TransferListPage.PATH,
                                filter.state() == null
                                        ? Map.of()
                                        : Map.of("state", filter.state().name()),
                                filter.term(),
                                "、缴款码，都要写完整；流水号和对方户名写开头即可。",
                                actor),
                        found,
                        payers,
                        before.isPresent(),
                        lines.waiting(),
                        codes.openRefunds(),
                        actor));
    }

    static TransferLines.Filter filter(String state, String term) {
        LineState wanted = null;
        for (var one : LineState.values()) {
            wanted = one.name().equals(state) ? one : wanted;
        }
        return new TransferLines.Filter(wanted, PayerSearch.term(term));
    }

    @GetMapping("/payment/transfers/{id:\\d+}")
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView show(@PathVariable long id, Actor actor) {
        audit.seen(actor, "查看银行流水", "transfer:" + id, "");
        return Pages.page("payment/transfer/line", page(id, "", "", "", List.of(), actor));
    }

    private TransferPage page(long id, String whose, String reason, String why, List<Fault> faults, Actor actor) {
        var line = lines.get(id, actor);
        var order = Optional.ofNullable(line.order()).flatMap(codes::byOrder);
        var payer = whoPaid.of(List.of(line.money()), actor).getOrDefault(line.money(), "");
        return TransferPage.of(line, payer, order, lines.history(line), whose, reason, why, faults, actor);
    }

    @PostMapping("/payment/transfers/{id:\\d+}/set-aside")
    @Allowed(Role.FINANCE)
    Object setAside(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String aside,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            assigning.setAside(id, seen, aside, actor, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused("payment/transfer/line", page(id, "", "", "", wrong.faults(), actor));
        }
        return back(id, "已转缴费差异，由财务人员在那里核实或退款。", redirect);
    }

    @PostMapping("/payment/transfers/{id:\\d+}/proposal")
    @Allowed(Role.FINANCE)
    Object propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            assigning.propose(id, seen, whose, reason, actor, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused("payment/transfer/line", page(id, whose, reason, "", wrong.faults(), actor));
        }
        return back(id, "已提出认领，请另一名财务人员复核。", redirect);
    }

    @PostMapping("/payment/transfers/{id:\\d+}/confirmation")
    @Allowed(Role.FINANCE)
    String confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        assigning.confirm(id, seen, actor, arrived);
        return back(id, "认领已确认，款项已按缴款订单处理。", redirect);
    }

    @PostMapping("/payment/transfers/{id:\\d+}/rejection")
    @Allowed(Role.FINANCE)
    Object reject(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String why,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            assigning.reject(id, seen, why, actor, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused("payment/transfer/line", page(id, "", "", why, wrong.faults(), actor));
        }
        return back(id, "认领已退回，这笔流水重新待认领。", redirect);
    }

    private static String back(long id, String flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/payment/transfers/" + id;
    }
}
