package org.gongkao.account;

import java.util.Optional;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.springframework.stereotype.Component;

/**
 * 经办人。The human who holds an office's account, known by ID number like everybody else: a worker who is also a clerk is one
 * person, and so is a clerk of two offices.
 */
@Component
class Holders {

    /** 经办人实名。Name and number, once both have been read and fit each other. */
    record Holder(String name, NationalId number) {
        @Override
        public String toString() {
            return "Holder[masked]";
        }
    }

    private final Persons persons;
    private final OutsideRegister register;

    Holders(Persons persons, OutsideRegister register) {
        this.persons = persons;
        this.register = register;
    }

    /** Nothing when there is a fault. */
    Optional<Holder> read(String typedName, String typedNumber, Faults faults) {
        var name = PersonName.parse(typedName);
        faults.addIf(name.isEmpty(), "name", "请填写经办人的真实姓名，两个字以上的汉字。");
        var number = NationalId.parse(typedNumber);
        faults.addIf(number.isEmpty(), "number", "身份证号码不对，请对照身份证核对 18 位号码；末位是字母的填 X。");
        if (name.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        boolean fits = persons.find(number.get())
                        .map(known -> persons.name(known).equals(name.get()))
                        .orElse(true)
                && register.ask(name.get(), number.get()) != OutsideRegister.Answer.DIFFERS;
        faults.addIf(!fits, "number", "身份证号码与姓名不符，请对照身份证核对；姓名依法变更过的，请先按变更后的姓名更正。");
        return fits ? Optional.of(new Holder(name.get(), number.get())) : Optional.empty();
    }

    /** The person who is known by this number, entered if nobody is yet. */
    long enter(Holder holder, Actor by) {
        return persons.find(holder.number()).orElseGet(() -> persons.add(holder.name(), holder.number(), null, by));
    }
}
