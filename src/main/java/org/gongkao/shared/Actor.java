package org.gongkao.shared;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * 操作人。Who acts: an account with its role, the office it acts for and the person who holds it. A worker has no office; the
 * system has neither. Every read and every act takes one.
 */
public record Actor(
        long account,
        String name,
        Role role,
        @Nullable String officeText,
        @Nullable Long personId) implements Serializable {

    /** Acts at a date, for nobody. */
    public static final Actor SYSTEM = new Actor(0, "系统", Role.SYSTEM, null, null);

    /** The office acted for; a worker has none. */
    public Office office() {
        if (officeText == null) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return Office.parse(officeText);
    }

    /** The person behind a worker's account; who acts for an office does nothing as a person. */
    public long person() {
        if (personId == null || officeText != null) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return personId;
    }

    public boolean is(Role... roles) {
        for (var one : roles) {
            if (one == role) {
                return true;
            }
        }
        return false;
    }
}
