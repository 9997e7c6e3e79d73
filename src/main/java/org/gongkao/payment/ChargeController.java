package org.gongkao.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The payer's own charge: a worker's, or a unit's. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
class ChargeController {

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final PayCodes codes;
    private final Channels channels;
    private final StartingPayment starting;
    private final AskingChannel asking;
    private final MispaidOrders mispaid;
    private final List<BesideCharge> beside;

    ChargeController(
            ChargeRows charges,
            ChannelOrders orders,
            PayCodes codes,
            Channels channels,
            StartingPayment starting,
            AskingChannel asking,
            MispaidOrders mispaid,
            ObjectProvider<BesideCharge> beside) {
        this.charges = charges;
        this.orders = orders;
        this.codes = codes;
        this.channels = channels;
        this.starting = starting;
        this.asking = asking;
        this.mispaid = mispaid;
        this.beside = beside.orderedStream().toList();
    }

    @GetMapping("/charges/{number}")
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("payment/charge", page(charges.get(number, actor), actor, arrived));
    }

    private ChargePage page(Charge charge, Actor actor, Instant arrived) {
        var order = charge.orderNumber();
        var sent = order == null ? Optional.<ChannelOrders.Sent>empty() : orders.find(order);
        boolean byUnit = orders.isByUnit(charge);
        boolean waits = charge.state() == ChargeState.PREPARED && !charge.isOver(arrived) && !byUnit;
        var way = waits && order != null ? codes.find(order) : Optional.<PayWay>empty();
        return ChargePage.of(
                charge,
                charges.parts(charge),
                charges.events(charge),
                orders.paidAt(charge),
                channels.open(),
                sent.map(ChannelOrders.Sent::channel),
                way,
                byUnit,
                charges.givenBack(charge),
                order == null || charge.state() != ChargeState.DISPUTED ? Optional.empty() : mispaid.of(order),
                beside.stream()
                        .flatMap(one -> one.of(charge.id(), actor).stream())
                        .toList(),
                actor,
                arrived);
    }

    /** To the channel by way of a page of our own: the form's target stays in the house. */
    @PostMapping("/charges/{number}/pay")
    String pay(
            @PathVariable String number,
            @RequestParam Optional<ChannelCode> channel,
            Actor actor,
            Instant arrived,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var charge = charges.get(number, actor);
        var code = channel.orElseThrow(() -> new Refusal(PaymentRefusal.NO_SUCH_CHANNEL));
        var visit = Visit.of(code, request, "/charges/" + number + "/returned");
        try {
            var way = starting.pay(Payment.of(charge), visit, actor, arrived);
            if (way.isPresent() && way.get() instanceof PayWay.Page page) {
                redirect.addFlashAttribute("payPage", page.address().toString());
                return "redirect:/charges/" + number + "/cashier";
            }
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason() != PaymentRefusal.BEING_CONFIRMED) {
                throw refusal;
            }
        }
        return "redirect:/charges/" + number;
    }

    @GetMapping("/charges/{number}/cashier")
    Object cashier(
            @PathVariable String number,
            @ModelAttribute("payPage") @Nullable String payPage,
            Actor actor,
            HttpServletResponse response) {
        var charge = charges.get(number, actor);
        if (payPage == null || payPage.isEmpty()) {
            return "redirect:/charges/" + number;
        }
        response.setHeader("Refresh", "0;url=" + payPage);
        return Pages.page("payment/cashier", new CashierPage(charge.number(), charge.amount(), payPage));
    }

    /** The channel leads back here: what it says to the browser counts for nothing, it is asked. */
    @GetMapping("/charges/{number}/returned")
    String returned(@PathVariable String number, Actor actor, Instant arrived) {
        asking.askNow(charges.get(number, actor), arrived);
        return "redirect:/charges/" + number;
    }

    /** Asked by the page while it waits: nothing new, or load it again. */
    @GetMapping("/charges/{number}/progress")
    ResponseEntity<Void> progress(@PathVariable String number, @RequestParam String seen, Actor actor) {
        boolean same = charges.get(number, actor).state().name().equals(seen);
        return same
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().header("HX-Refresh", "true").build();
    }
}
