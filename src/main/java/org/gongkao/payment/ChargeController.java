package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The payer's own charge. */
@Controller
@Allowed(Role.WORKER)
class ChargeController {

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final StartingPayment starting;
    private final AskingChannel asking;

    ChargeController(ChargeRows charges, ChannelOrders orders, StartingPayment starting, AskingChannel asking) {
        this.charges = charges;
        this.orders = orders;
        this.starting = starting;
        this.asking = asking;
    }

    @GetMapping("/charges/{number}")
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        var charge = charges.get(number, actor);
        return Pages.page(
                "payment/charge",
                ChargePage.of(charge, charges.parts(charge), charges.events(charge), orders.paidAt(charge), arrived));
    }

    /** To the channel by way of a page of our own: the form's target stays in the house. */
    @PostMapping("/charges/{number}/pay")
    String pay(@PathVariable String number, Actor actor, Instant arrived, RedirectAttributes redirect) {
        var here = URI.create(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        try {
            var page = starting.pay(number, here, actor, arrived);
            if (page.isPresent()) {
                redirect.addFlashAttribute("payPage", page.get().toString());
                return "redirect:/charges/" + number + "/cashier";
            }
        } catch (Refusal refusal) {
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
            jakarta.servlet.http.HttpServletResponse response) {
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
