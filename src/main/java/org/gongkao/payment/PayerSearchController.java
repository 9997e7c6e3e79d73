package org.gongkao.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkao.person.Sought;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where all lists of finance send what is looked for: a post, since an ID number must not stand in an address. */
@Controller
class PayerSearchController {

    static final String HERE = "/payment/search";

    private static final String NOBODYS = "没有找到这个号码的缴费人，请逐位核对后再查。";

    private final PayerSearch payers;

    PayerSearchController(PayerSearch payers) {
        this.payers = payers;
    }

    /** Leads back to the list, with its other filters as they were; what cannot stand in its address is asked for once more. */
    @PostMapping(HERE)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    ModelAndView search(
            @RequestParam String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        if (!list.matches("/payment/[a-z]+(/[a-z]+)?")) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var faults = new Faults();
        var kept = new LinkedHashMap<String, String>();
        var typed = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (!name.matches("[a-z]+") || name.matches("list|q")) {
                return;
            }
            if (payers.sought(value, actor) instanceof Sought.Words words) {
                kept.put(name, words.text());
            } else {
                typed.put(name, value);
                faults.add(name, SearchTerm.tooLong(value).orElse("没有这个编号，请核对后再查。"));
            }
        });
        var term = addressed(payers.sought(q, actor), faults);
        if (term.isPresent() && !faults.any()) {
            return new ModelAndView("redirect:" + Address.of(list).with(kept).with("q", PayerSearch.term(term.get())));
        }
        return Pages.refused(
                "payment/payer", new PayerPage(new SearchField(list, kept, q, q, "，都要写完整。"), typed, faults.list()));
    }

    private static Optional<String> addressed(Sought sought, Faults faults) {
        var mark = switch (sought) {
            case Sought.Words words -> Optional.of(words.text());
            case Sought.Whole number -> number.person().map(person -> new Payer.Person(person).mark());
            case Sought.Wrong wrong -> Optional.<String>empty();
        };
        faults.addIf(mark.isEmpty(), "q", sought instanceof Sought.Wrong wrong ? wrong.sentence() : NOBODYS);
        return mark;
    }
}
