package org.gongkao.application.filling;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.cycle.Cycle;
import org.gongkao.person.PersonCard;
import org.gongkao.shared.Sex;

/**
 * 申报表内容。One file's form at one moment: what this applicant is asked, what is verified, and what was typed. Read once, so that all
 * who look at it within one request see the same.
 */
record FilledForm(
        Application application,
        Cycle cycle,
        PersonCard person,
        Set<String> asks,
        Map<FieldGroup, Filled> typed,
        Map<FieldGroup, Filled> verified) {

    /** What the rules look at for this level, without what is verified already. */
    Sheet sheet(FieldGroup group) {
        var answered = new HashSet<>(verified(group).values().keySet());
        if (answered.contains("interrupted")) {
            answered.add("interruptions");
        }
        if (person.sex() == Sex.MALE) {
            answered.add(Sheets.RETIREMENT);
        }
        return Sheets.of(group, application.year()).asked(asks, Set.copyOf(answered));
    }

    Filled verified(FieldGroup group) {
        return verified.getOrDefault(group, Filled.EMPTY);
    }

    /** The record as it counts: what was typed, under what is verified. */
    Map<FieldGroup, Filled> record() {
        var all = new EnumMap<FieldGroup, Filled>(FieldGroup.class);
        all.putAll(typed);
        verified.forEach(
                (group, known) -> all.merge(group, known, (typed, verified) -> KnownAnswers.over(verified, typed)));
        return all;
    }

    /** 将办理退休手续, by the applicant's own word. */
    boolean isRetiring() {
        return typed.getOrDefault(FieldGroup.PERSON, Filled.EMPTY)
                .value("retired")
                .equals(Sheets.RETIRING);
    }

    /** What is kept of a group: the verified answers were not asked, and stay. */
    Filled kept(FieldGroup group, Filled typed) {
        return KnownAnswers.over(new Filled(verified(group).values(), List.of()), typed);
    }
}
