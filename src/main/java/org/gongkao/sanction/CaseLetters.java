package org.gongkao.sanction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.sanction.SanctionRows.Entry;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** The letters of a case in their words; made of lines that cannot be changed any more. */
@Component
class CaseLetters {

    private final SanctionRows rows;
    private final Persons persons;
    private final CaseWords words;

    CaseLetters(SanctionRows rows, Persons persons, CaseWords words) {
        this.rows = rows;
        this.persons = persons;
        this.words = words;
    }

    CaseLetter letter(Sanction sanction, LetterKind kind) {
        var entries = rows.acts(sanction);
        return kind == LetterKind.NOTICE ? notice(sanction, entries) : decision(sanction, entries);
    }

    private CaseLetter notice(Sanction sanction, List<Entry> entries) {
        var told = last(entries, SanctionAct.TELL);
        var until = Objects.requireNonNull(sanction.answerUntil());
        var rules = words.rules(sanction, told.at());
        return sheet(
                sanction,
                LetterKind.NOTICE,
                "案件编号 " + sanction.number(),
                List.of(
                        found(sanction),
                        "认定的事实：" + sanction.facts(),
                        "依据" + sanction.clause() + "，拟作如下处理：取消" + sanction.year() + "年申报资格，"
                                + CaseWords.chinese(rules.years()) + "年内禁止再次申报；已经取得证书的，撤销并收回。",
                        "你有权陈述和申辩。请在 " + Shanghai.deadline(until) + " 前登录工考平台，在“陈述申辩”中提交，也可以书面交到本机构。逾期未提出的，"
                                + "本机构将依据已认定的事实作出决定。陈述申辩不会加重处理。"),
                told.at());
    }

    private CaseLetter decision(Sanction sanction, List<Entry> entries) {
        var proposed = last(entries, SanctionAct.PROPOSE_SANCTION);
        var imposed = last(entries, SanctionAct.IMPOSE);
        var rules = words.rules(sanction, imposed.at());
        boolean answered = entries.stream().anyMatch(entry -> entry.act() == SanctionAct.ANSWER);
        var paragraphs = new ArrayList<String>();
        paragraphs.add(found(sanction));
        paragraphs.add("认定的事实：" + sanction.facts());
        paragraphs.add(answered ? "你提出了陈述申辩，本机构已经复核。" : "你在规定期限内没有提出陈述申辩。");
        paragraphs.add("理由：" + proposed.reason());
        paragraphs.add("依据" + proposed.clause() + "，决定：取消" + sanction.year() + "年申报资格，"
                + CaseWords.chinese(rules.years()) + "年内禁止再次申报，"
                + rules.countedFrom().label() + "计算，至 "
                + Shanghai.deadline(rules.end(imposed.at(), sanction.year(), sanction.filedOn())) + " 止，期满自动解除。");
        paragraphs.add("本决定只限制申报，不影响你的账号登录和查询。" + rules.appeal());
        changes(sanction, entries, paragraphs);
        return sheet(
                sanction, LetterKind.DECISION, Objects.requireNonNull(sanction.decision()), paragraphs, imposed.at());
    }

    /** A letter that is printed again says what has become of the decision since. */
    private static void changes(Sanction sanction, List<Entry> entries, List<String> paragraphs) {
        Entry proposed = null;
        for (var entry : entries) {
            switch (entry.act()) {
                case PROPOSE_CORRECTION, PROPOSE_REVOCATION -> proposed = entry;
                case CORRECT -> {
                    var by = Objects.requireNonNull(proposed);
                    paragraphs.add("更正：依据" + by.document() + "，期满日改为 "
                            + Shanghai.deadline(Objects.requireNonNull(by.endsAt())) + "。");
                }
                case REVOKE ->
                    paragraphs.add("撤销：本决定已由" + Objects.requireNonNull(proposed).document() + "撤销，自始无效。");
                default -> {}
            }
        }
    }

    private CaseLetter sheet(
            Sanction sanction, LetterKind kind, String document, List<String> paragraphs, Instant signed) {
        PersonCard card = persons.card(sanction.personId());
        return new CaseLetter(
                kind.label(),
                document,
                card.name() + "（公民身份号码 " + card.maskedNumber() + "）：",
                List.copyOf(paragraphs),
                words.agency(sanction),
                Shanghai.date(Shanghai.day(signed)),
                "案件编号 " + sanction.number());
    }

    private static String found(Sanction sanction) {
        return "经查，你在" + sanction.year() + "年度工勤技能岗位等级考核申报中，于 " + Shanghai.date(sanction.filedOn()) + " 提交的下列信息、材料不真实："
                + sanction.material() + "。";
    }

    private static Entry last(List<Entry> entries, SanctionAct act) {
        return entries.reversed().stream()
                .filter(entry -> entry.act() == act)
                .findFirst()
                .orElseThrow();
    }
}
