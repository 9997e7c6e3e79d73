package org.gongkao.shared;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 查找用语。What was typed to find somebody or something, as far as it may stand in an address. Browsers, proxies and logs keep
 * addresses, so an ID number or a phone must not get there, and a mistyped one is one as well: what has more digits than any name, and
 * is not built like a number that the platform itself gives out, is taken for one.
 */
public final class SearchTerm {

    /** As long as the longest name that is looked for, a unit's. */
    private static final int LONGEST = 100;

    private static final int MOST_DIGITS = 8;

    /** A letter or two, the year or the day, a running number, and which try of an order: no ID number and no phone begins with 20. */
    private static final Pattern OURS = Pattern.compile(
            "[A-Z]{0,2}20[0-9]{2}(-?[0-9]{5,7}|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{5,8})(_[0-9]{1,3})?");

    private SearchTerm() {}

    /** Why this is looked for nowhere, or nothing: an address has room for a name and not for a page. */
    public static Optional<String> tooLong(String typed) {
        return typed.strip().length() <= LONGEST ? Optional.empty() : Optional.of("查找内容最多 " + LONGEST + " 个字，请缩短后再查。");
    }

    public static boolean mayStandInAnAddress(String typed) {
        if (tooLong(typed).isPresent()) {
            return false;
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return text.codePoints().filter(Character::isDigit).count() <= MOST_DIGITS
                || OURS.matcher(text.strip()).matches();
    }

    /** A search as it came in an address: what must not stand there finds nothing, and no link goes on with it. */
    public static String inAddress(@Nullable String asked) {
        var text = asked == null ? "" : asked.strip();
        return mayStandInAnAddress(text) ? text : "";
    }
}
