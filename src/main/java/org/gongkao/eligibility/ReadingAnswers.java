package org.gongkao.eligibility;

import static org.gongkao.eligibility.Answers.HAS_NONE;
import static org.gongkao.eligibility.Answers.HAS_SOME;

import java.time.LocalDate;
import java.util.List;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 自测填写。The answers of the self-check as facts. They go through the same reading as the interface, so that the page takes
 * nothing that the interface would refuse, and says it in the same words.
 */
final class ReadingAnswers {

    /** Facts that few people have; one question says for all of them that there is none. */
    private static final List<Fact> SPECIAL_LISTS = List.of(Fact.INTERRUPTIONS, Fact.DISCIPLINES, Fact.BANS);

    private static final List<Fact> SPECIAL_FLAGS = List.of(Fact.FALSE_PROMISE, Fact.RETIREMENT_DEFERRED);

    private static final List<Fact> LISTS = List.of(Fact.CERTIFICATES, Fact.HONOURS);

    private final Answers answers;
    private final ObjectNode facts = JsonMapper.shared().createObjectNode();

    private ReadingAnswers(Answers answers) {
        this.answers = answers;
    }

    /** Refuses with {@link InvalidInput}; the faults carry the names of the form's fields. */
    static Facts read(Answers answers, LocalDate today) {
        var faults = new Faults()
                .addIf(answers.value(Fact.LEVEL.key()).isEmpty(), Fact.LEVEL.key(), "请选择想申报的等级；还没想好的，选“不清楚”。");
        try {
            var facts = new ReadingAnswers(answers).facts(today);
            faults.refuse();
            return facts;
        } catch (InvalidInput wrong) {
            if (faults.any()) {
                wrong.faults().forEach(fault -> faults.add(fault.field(), fault.sentence()));
                faults.refuse();
            }
            throw wrong;
        }
    }

    private Facts facts(LocalDate today) {
        facts.put(Fact.DAY.key(), today.toString());
        for (var fact : Fact.values()) {
            if (fact.kind() != FactKind.LIST && fact != Fact.DAY) {
                put(facts, fact.key(), fact.kind(), answers.said(fact.key()));
            }
        }
        LISTS.forEach(fact -> list(fact, answers.value(fact.key())));
        appraisals();
        work();
        special();
        return FactsText.read(facts);
    }

    private void list(Fact fact, String question) {
        if (question.equals(HAS_NONE)) {
            facts.putArray(fact.key());
        } else if (answers.has(fact.key() + "[")) {
            rows(fact, facts.putArray(fact.key()));
        }
    }

    private void rows(Fact fact, ArrayNode list) {
        for (int row = 0; answers.has(fact.key() + "[" + row + "]"); row++) {
            var entry = list.addObject();
            for (var column : EntryShape.of(fact).columns()) {
                put(entry, column.key(), column.kind(), answers.said(Answers.name(fact, row, column)));
            }
        }
    }

    /** Each row brings its year; a year without an answer is an entry whose grade is unknown, and no bad year. */
    private void appraisals() {
        boolean answered = answers.typed().keySet().stream()
                .anyMatch(name -> name.startsWith(Fact.APPRAISALS.key())
                        && !name.endsWith(".year")
                        && !answers.said(name).isEmpty());
        if (answered) {
            rows(Fact.APPRAISALS, facts.putArray(Fact.APPRAISALS.key()));
        }
    }

    /** Asked as: since when, whether away in between, from when till when. Not back means that it ended. */
    private void work() {
        var away = answers.said(Answers.AWAY);
        if (away.isEmpty()) {
            return;
        }
        var list = facts.putArray(Fact.WORK.key());
        var first = period(list, answers.said("work[0].from"));
        if (!away.equals(HAS_SOME)) {
            first.put("current", true);
            return;
        }
        first.put("current", false);
        put(first, "to", FactKind.DATE, answers.said("work[0].to"));
        var back = answers.said("work[1].from");
        if (!back.isEmpty()) {
            period(list, back).put("current", true);
        }
    }

    private ObjectNode period(ArrayNode list, String from) {
        var period = list.addObject();
        put(period, "occupation", FactKind.TEXT, answers.said(Fact.OCCUPATION.key()));
        put(period, "from", FactKind.DATE, from);
        return period;
    }

    /** 有哪项填哪项, the form says: what is left empty there is none; who does not answer at all leaves it unknown. */
    private void special() {
        var question = answers.said(Answers.SPECIAL);
        boolean some = question.equals(HAS_SOME);
        if (!some && !question.equals(HAS_NONE)) {
            return;
        }
        for (var fact : SPECIAL_LISTS) {
            var list = facts.putArray(fact.key());
            if (some) {
                rows(fact, list);
            }
        }
        for (var fact : SPECIAL_FLAGS) {
            if (!some || answers.value(fact.key()).isEmpty()) {
                facts.put(fact.key(), false);
            }
        }
    }

    private static void put(ObjectNode object, String key, FactKind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (kind == FactKind.FLAG && (text.equals("true") || text.equals("false"))) {
            object.put(key, Boolean.parseBoolean(text));
        } else if (kind == FactKind.NUMBER && text.matches("\\d{1,4}")) {
            object.put(key, Integer.parseInt(text));
        } else {
            object.put(key, text);
        }
    }
}
