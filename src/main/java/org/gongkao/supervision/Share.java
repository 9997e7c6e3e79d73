package org.gongkao.supervision;

import java.util.Locale;

/** A part of a whole in words. */
final class Share {

    private Share() {}

    /** 68.0 %; a dash where there is no whole. */
    static String of(long part, long whole) {
        return whole == 0 ? "—" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** 1,287. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
