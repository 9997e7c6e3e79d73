package org.gongkao.person;

import java.util.function.Predicate;
import org.gongkao.shared.SearchTerm;
import org.springframework.stereotype.Component;

/**
 * 查找人员。The one way in which the whole house looks for a person: what was typed is posted, and only what may stand in an address goes
 * on in one. A whole number is resolved here, and the page it leads to is named by our own id.
 */
@Component
public class PersonSearch {

    private static final String WRONG = "这个号码不完整或有误，请逐位核对后再查。身份证号码应为18位";

    private final Persons persons;

    PersonSearch(Persons persons) {
        this.persons = persons;
    }

    public Sought byNumber(String typed) {
        return byNumber(typed, term -> false);
    }

    /** Where other numbers are looked for as well, {@code known} says which of them exist: those are nobody's secret. */
    public Sought byNumber(String typed, Predicate<String> known) {
        var term = typed.strip();
        var tooLong = SearchTerm.tooLong(term);
        if (tooLong.isPresent()) {
            return new Sought.Wrong(tooLong.get());
        }
        var number = NationalId.parse(term);
        if (number.isPresent()) {
            return new Sought.Whole(number.flatMap(persons::find));
        }
        if (SearchTerm.mayStandInAnAddress(term) || known.test(term)) {
            return new Sought.Words(term);
        }
        return new Sought.Wrong(Phone.parse(term).isPresent() ? "这里不按手机号查找，请改用姓名或身份证号码。" : WRONG + "。");
    }

    public Sought byNumberOrPhone(String typed) {
        var sought = byNumber(typed);
        if (!(sought instanceof Sought.Wrong) || SearchTerm.tooLong(typed).isPresent()) {
            return sought;
        }
        return Phone.parse(typed.strip())
                .<Sought>map(phone -> new Sought.Whole(persons.findByPhone(phone)))
                .orElse(new Sought.Wrong(WRONG + "，手机号应为11位。"));
    }
}
