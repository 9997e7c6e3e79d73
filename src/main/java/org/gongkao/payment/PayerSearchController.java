package org.gongkao.payment;

import java.util.Map;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where all lists of finance send what is looked for: a post, since an ID number must not stand in an address. */
@Controller
class PayerSearchController {

    static final String HERE = "/payment/search";

    private final PayerSearch payers;

    PayerSearchController(PayerSearch payers) {
        this.payers = payers;
    }

    /** Leads back to the list, with its other filters as they were. */
    @PostMapping(HERE)
    @Allowed({Role.FINANCE, Role.AUDITOR})
    String search(
            @RequestParam String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        if (!list.matches("/payment/[a-z]+(/[a-z]+)?")) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var address = UriComponentsBuilder.fromPath(list);
        sent.forEach((name, value) -> {
            if (name.matches("[a-z]+") && !name.matches("list|q") && !value.isBlank()) {
                put(address, name, value.strip());
            }
        });
        put(address, "q", payers.addressed(q, actor));
        return "redirect:" + address.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
