package org.gongkao.sanction;

import org.gongkao.audit.Audit;
import org.gongkao.letter.Letters;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The letters of a case as paper, to those before whom the case is: the agencies, and the person concerned. */
@Controller
@Allowed({Role.WORKER, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class CaseLetterController {

    private final SanctionRows rows;
    private final CaseLetters caseLetters;
    private final Letters letters;
    private final Audit audit;

    CaseLetterController(SanctionRows rows, CaseLetters caseLetters, Letters letters, Audit audit) {
        this.rows = rows;
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/sanctions/{number}/letters/{kind}")
    ResponseEntity<byte[]> letter(@PathVariable String number, @PathVariable String kind, Actor actor) {
        var sanction = rows.get(number, actor);
        var wanted = LetterKind.of(kind, sanction);
        var pdf = letters.pdf("sanction/letter.jte", caseLetters.letter(sanction, wanted));
        audit.seen(actor, "打印" + wanted.label(), "sanction:" + number, "");
        return Download.paper(wanted.label() + number + ".pdf").body(pdf);
    }
}
