package org.gongkao.textbook;

import java.time.Instant;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 征订单版本。An order sheet that the unit has confirmed: what it costs ({@code amount}, null without prices), and what was asked
 * for with it ({@code due}) after what had been paid for earlier versions.
 */
record SheetVersion(
        long id,
        String unitCode,
        String agencyCode,
        int year,
        int version,
        String hash,
        @Nullable Money amount,
        Money due,
        boolean settled,
        String by,
        Instant confirmedAt) {

    static final String KEY = "textbooks:";

    String shortHash() {
        return hash.substring(0, 16);
    }

    /** Under which payment knows the sum of this version, and the audit the sheets of this unit. */
    String purposeKey() {
        return key(unitCode, year, version);
    }

    static String key(String unitCode, int year, int version) {
        return subject(unitCode, year) + ":" + version;
    }

    static String subject(String unitCode, int year) {
        return KEY + unitCode + ":" + year;
    }

    boolean asksForMoney() {
        return due.compareTo(Money.ZERO) > 0;
    }
}
