package org.gongkao.person;

import java.time.LocalDate;
import org.gongkao.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 人员名片。What a page may show of a person. Birth and sex are read from the number each time: stored beside the mask they
 * would give the whole number away.
 */
public record PersonCard(
        long id, String name, String maskedNumber, @Nullable String maskedPhone, LocalDate birth, Sex sex) {

    @Override
    public String toString() {
        return "PersonCard[" + id + "]";
    }
}
