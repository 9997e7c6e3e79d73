package org.gongkao.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 立案表单。A finding as it was typed. The person is named by number and name together, so that a slip of the pen hits nobody. */
record LeadForm(String identity, String name, String filedOn, String material, String facts, String clause) {

    Lead read(Persons persons, Instant now) {
        var faults = new Faults();
        var number = NationalId.parse(identity);
        faults.addIf(number.isEmpty(), "identity", "请填写18位公民身份号码，末位可以是X。");
        var person = number.flatMap(typed -> known(typed, persons));
        faults.addIf(number.isPresent() && person.isEmpty(), "identity", SanctionRefusal.PERSON_UNKNOWN.sentence());
        var filed = day();
        faults.addIf(
                filed == null || filed.isAfter(Shanghai.day(now)) || filed.getYear() < 2000,
                "filedOn",
                "请填写虚假材料提交的日期，如 2023-03-15，不晚于今天。");
        required(faults, material, "material", "请写明哪一项信息或材料不真实。", 200);
        required(faults, facts, "facts", "请写明认定的事实和核实的经过。", 2000);
        required(faults, clause, "clause", "请填写依据的文件和条款。", 200);
        faults.refuse();
        return new Lead(
                person.orElseThrow(),
                java.util.Objects.requireNonNull(filed),
                material.strip(),
                facts.strip(),
                clause.strip());
    }

    /** Number and name must both fit; which of them did not is not said, so that nobody is looked up by trying. */
    private Optional<Long> known(NationalId number, Persons persons) {
        var typed = PersonName.parse(name).orElse("");
        return persons.find(number).filter(id -> persons.card(id).name().equals(typed));
    }

    private @Nullable LocalDate day() {
        return Shanghai.typedDay(filedOn.strip()).orElse(null);
    }

    private static void required(Faults faults, String text, String field, String sentence, int most) {
        faults.addIf(text.isBlank(), field, sentence);
        faults.addIf(text.length() > most, field, "内容请控制在" + most + "字以内。");
    }
}
