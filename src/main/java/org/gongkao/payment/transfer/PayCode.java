package org.gongkao.payment.transfer;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 缴款码。Ten digits, the last by Damm: no single wrong digit and no two neighbours changed about give another code. The others
 * are drawn by chance, so that a code that was read wrongly hits hardly ever one that was given.
 */
final class PayCode {

    static final int LENGTH = 10;

    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    /** Digits, also in groups: people and banks set blanks and dashes between them. */
    private static final Pattern RUN = Pattern.compile("[0-9]+(?:[\\s\\-_.·]+[0-9]+)*");

    private static final SecureRandom RANDOM = new SecureRandom();

    private PayCode() {}

    static String draw() {
        var body = Integer.toString(RANDOM.nextInt(100_000_000, 1_000_000_000));
        return body + check(body);
    }

    static boolean isSound(String code) {
        return code.length() == LENGTH && code.charAt(0) != '0' && check(code) == 0;
    }

    /** All that may be codes in what somebody wrote; whether they were given, only the table knows. */
    static Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        var runs = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (runs.find()) {
            var groups = runs.group().split("[^0-9]+");
            for (int first = 0; first < groups.length; first++) {
                var joined = new StringBuilder();
                for (int next = first; next < groups.length && joined.length() < LENGTH; next++) {
                    joined.append(groups[next]);
                }
                if (isSound(joined.toString())) {
                    found.add(joined.toString());
                }
            }
        }
        return found;
    }

    private static int check(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state][digits.charAt(i) - '0'];
        }
        return state;
    }
}
