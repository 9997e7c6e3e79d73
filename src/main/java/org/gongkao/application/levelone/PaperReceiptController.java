package org.gongkao.application.levelone;

import org.gongkao.application.levelone.PaperFiles.ActLine;
import org.gongkao.audit.Audit;
import org.gongkao.letter.Letters;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipts of a file on paper, for the offices on its way and for the person. */
@Controller
@Allowed({
    Role.WORKER,
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER
})
class PaperReceiptController {

    private final PaperFiles papers;
    private final PaperWords words;
    private final Persons persons;
    private final Letters letters;
    private final Audit audit;

    PaperReceiptController(PaperFiles papers, PaperWords words, Persons persons, Letters letters, Audit audit) {
        this.papers = papers;
        this.words = words;
        this.persons = persons;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/papers/{number}/receipts/{receipt}")
    ResponseEntity<byte[]> receipt(@PathVariable String number, @PathVariable String receipt, Actor actor) {
        var paper = papers.get(number, actor);
        var act = papers.acts(paper).stream()
                .filter(one -> receipt.equals(one.receipt()))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var pdf = letters.pdf("application/levelone/receipt.jte", letter(paper, act, receipt));
        audit.seen(actor, "打印纸质材料收件凭证", "application:" + number, receipt);
        return Download.paper("收件凭证" + receipt + ".pdf").body(pdf);
    }

    private PaperReceipt letter(Paper paper, ActLine act, String receipt) {
        var card = persons.card(paper.personId());
        var giver = act.otherOffice() == null ? "本人交来" : words.name(Office.parse(act.otherOffice())) + "转来";
        return new PaperReceipt(
                receipt,
                "今收到" + card.name() + "（公民身份号码 " + card.maskedNumber() + "）申报" + paper.year() + "年" + Level.ONE.full()
                        + "的个人纸质申报材料 1 份，" + giver + "。",
                "申报编号 " + paper.number() + "。材料现在何处，本人可以登录后在“我的申报”查看。",
                words.name(Office.parse(act.office())),
                Shanghai.date(Shanghai.day(act.at())),
                "收件编号 " + receipt + "，经办人 " + act.actorName());
    }
}
