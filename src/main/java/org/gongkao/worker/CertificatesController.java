package org.gongkao.worker;

import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 证书查询页面。An agency looks up the certificates of one person, by the whole number and with a reason that stays in the audit. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class CertificatesController {

    private static final String HERE = "/certificates";
    private static final String TEMPLATE = "worker/certificates";

    private final Persons persons;
    private final ServiceRecords records;
    private final Audit audit;

    CertificatesController(Persons persons, ServiceRecords records, Audit audit) {
        this.persons = persons;
        this.records = records;
        this.audit = audit;
    }

    @Bean
    static Room certificatesRoom() {
        return Room.of("证书登记", HERE, 65, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }

    @GetMapping(HERE)
    ModelAndView show() {
        return Pages.page(TEMPLATE, new CertificatesPage(null, "", List.of()));
    }

    /** Posted, so that the number stands in no address; it is not written back into the page either. */
    @PostMapping(HERE + "/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            Actor officer) {
        var id = NationalId.parse(number);
        int length = reason.strip().length();
        var faults = new Faults()
                .addIf(id.isEmpty(), "number", "身份证号码不对，应为完整的18位，请核对后重填。")
                .addIf(length < 4 || length > 100, "reason", "请写明查询事由，4 至 100 个字，会留下记录。");
        if (faults.any()) {
            return Pages.refused(TEMPLATE, new CertificatesPage(null, reason, faults.list()));
        }
        var person = id.flatMap(persons::find);
        var held = person.map(records::certificates).orElse(List.of());
        audit.seen(officer, "查询证书", person.map(one -> "person:" + one).orElse("person:-"), reason.strip());
        // A person without certificates and one who is not known here read the same.
        if (held.isEmpty()) {
            faults.add("number", "没有查到这个号码的证书登记，请核对号码，或向发证机构核实。");
            return Pages.refused(TEMPLATE, new CertificatesPage(null, reason, faults.list()));
        }
        var card = persons.card(person.orElseThrow());
        return Pages.page(
                TEMPLATE,
                new CertificatesPage(
                        new CertificatesPage.Found(card.name(), card.maskedNumber(), held), reason, List.of()));
    }
}
