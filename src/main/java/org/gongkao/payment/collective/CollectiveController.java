package org.gongkao.payment.collective;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.PayWay;
import org.gongkao.payment.AskingChannel;
import org.gongkao.payment.Channels;
import org.gongkao.payment.MispaidOrders;
import org.gongkao.payment.PayCodes;
import org.gongkao.payment.Visit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Money;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's clerk pays for the unit's people: whom, how much, and how each of them stands. */
@Controller
@Allowed(Role.UNIT_CLERK)
class CollectiveController {

    private static final int SCREEN = 20;

    private final ChoosingPeople choosing;
    private final PayingTogether paying;
    private final Collectives collectives;
    private final Channels channels;
    private final PayCodes codes;
    private final AskingChannel asking;
    private final MispaidOrders mispaid;

    CollectiveController(
            ChoosingPeople choosing,
            PayingTogether paying,
            Collectives collectives,
            Channels channels,
            PayCodes codes,
            AskingChannel asking,
            MispaidOrders mispaid) {
        this.choosing = choosing;
        this.paying = paying;
        this.collectives = collectives;
        this.channels = channels;
        this.codes = codes;
        this.asking = asking;
        this.mispaid = mispaid;
    }

    @GetMapping("/collective-payments")
    ModelAndView list(@RequestParam Optional<Long> before, Actor actor, Instant arrived) {
        return Pages.page("payment/collective/list", list(before, List.of(), List.of(), actor, arrived));
    }

    private CollectiveListPage list(
            Optional<Long> before, List<String> ticked, List<Fault> faults, Actor actor, Instant arrived) {
        return CollectiveListPage.of(
                choosing.all(actor, arrived),
                ticked,
                collectives.list(actor, before, SCREEN),
                before.isPresent(),
                !channels.open().isEmpty(),
                faults,
                arrived);
    }

    /** {@code again} comes back from the list that was checked, with who was ticked. */
    @PostMapping("/collective-payments/check")
    ModelAndView check(
            @RequestParam(defaultValue = "") List<String> key,
            @RequestParam(defaultValue = "") String again,
            Actor actor,
            Instant arrived) {
        if (!again.isEmpty()) {
            return Pages.page("payment/collective/list", list(Optional.empty(), key, List.of(), actor, arrived));
        }
        try {
            return Pages.page(
                    "payment/collective/check",
                    CollectiveCheckPage.of(choosing.of(key, actor, arrived), channels.open(), List.of()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            var faults = List.of(new Fault("key", refusal.sentence()));
            return Pages.refused("payment/collective/list", list(Optional.empty(), key, faults, actor, arrived));
        }
    }

    @PostMapping("/collective-payments")
    Object pay(
            @RequestParam(defaultValue = "") List<String> key,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam Optional<ChannelCode> channel,
            Actor actor,
            Instant arrived,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (channel.flatMap(channels::find).isEmpty()) {
            var faults = List.of(new Fault("channel", CollectiveRefusal.NO_CHANNEL.sentence()));
            return Pages.refused(
                    "payment/collective/check",
                    CollectiveCheckPage.of(choosing.of(key, actor, arrived), channels.open(), faults));
        }
        var visit = Visit.of(channel.get(), request, CollectivePage.PATH);
        return switch (paying.pay(key, new Money(seen), visit, actor, arrived)) {
            case PayingTogether.Outcome.Sent sent -> onwards(sent.number(), sent.way(), redirect);
            case PayingTogether.Outcome.Changed changed -> {
                Refused.note(new Refusal(CollectiveRefusal.CHANGED));
                yield Pages.page(
                        "payment/collective/check",
                        CollectiveCheckPage.of(
                                changed.chosen(),
                                channels.open(),
                                List.of(new Fault("left", CollectiveRefusal.CHANGED.sentence()))),
                        HttpStatus.CONFLICT);
            }
        };
    }

    /** To the channel's page by way of ours: a form's target stays in the house. */
    private static String onwards(String number, Optional<PayWay> way, RedirectAttributes redirect) {
        if (way.orElse(null) instanceof PayWay.Page page) {
            redirect.addFlashAttribute("payPage", page.address().toString());
        }
        return "redirect:" + CollectivePage.PATH + "/" + number;
    }

    @GetMapping("/collective-payments/{number}")
    ModelAndView show(
            @PathVariable String number,
            @ModelAttribute("payPage") @Nullable String payPage,
            Actor actor,
            Instant arrived,
            HttpServletResponse response) {
        var found = collectives.get(number, actor);
        var order = found.order();
        boolean waits = found.state() == CollectiveState.WAITING && arrived.isBefore(found.deadline());
        var way = waits && order != null ? codes.find(order) : Optional.<PayWay>empty();
        if (payPage != null && !payPage.isEmpty()) {
            response.setHeader("Refresh", "0;url=" + payPage);
        }
        return Pages.page(
                "payment/collective/collective",
                CollectivePage.of(
                        found,
                        choosing.names(List.of(found), actor),
                        way,
                        order == null ? Optional.empty() : mispaid.of(order),
                        waits,
                        payPage,
                        arrived));
    }

    @PostMapping("/collective-payments/{number}/pay")
    String goOn(
            @PathVariable String number,
            Actor actor,
            Instant arrived,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var found = collectives.get(number, actor);
        var channel = found.channel();
        if (channel == null) {
            throw new Refusal(CollectiveRefusal.NOT_NOW);
        }
        var visit = Visit.of(channel, request, CollectivePage.path(found) + "/returned");
        return onwards(number, paying.goOn(found, visit, actor, arrived), redirect);
    }

    @PostMapping("/collective-payments/{number}/end")
    String giveUp(@PathVariable String number, Actor actor, Instant arrived, RedirectAttributes redirect) {
        paying.giveUp(collectives.get(number, actor), actor, arrived);
        redirect.addFlashAttribute("flash", "已放弃这次统一缴费。渠道确认没有收到款项后，各人可以另行缴费。");
        return "redirect:" + CollectivePage.PATH + "/" + number;
    }

    /** The channel leads back here: what it says to the browser counts for nothing, it is asked. */
    @GetMapping("/collective-payments/{number}/returned")
    String returned(@PathVariable String number, Actor actor, Instant arrived) {
        var found = collectives.get(number, actor);
        var order = found.order();
        if (order != null && found.state().moves()) {
            asking.query(order, arrived);
        }
        return "redirect:" + CollectivePage.PATH + "/" + number;
    }

    /** Asked by the page while it waits: nothing new, or load it again. */
    @GetMapping("/collective-payments/{number}/progress")
    ResponseEntity<Void> progress(
            @PathVariable String number, @RequestParam(defaultValue = "") String seen, Actor actor) {
        return CollectivePage.seen(collectives.get(number, actor)).equals(seen)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().header("HX-Refresh", "true").build();
    }
}
