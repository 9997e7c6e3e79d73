package org.gongkao.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkao.shared.Sex;

/**
 * 公民身份号码。Eighteen characters by GB 11643: address code, day of birth, sequence, check character. Address codes of
 * districts that no longer exist stay valid for those who bear them, so only the province is looked at. Prints masked; the
 * whole number stays in this package.
 */
public final class NationalId {

    /** GB/T 2260 provinces, and the residence permits of people from Taiwan, Hong Kong and Macao (81, 82, 83). */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String value;
    private final LocalDate birth;

    private NationalId(String value, LocalDate birth) {
        this.value = value;
        this.birth = birth;
    }

    /** The number as typed, if it is one; wide digits, spaces and a small x are forgiven. */
    public static Optional<NationalId> parse(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (!text.matches("[0-9]{17}[0-9X]")
                || !PROVINCES.contains(text.substring(0, 2))
                || text.charAt(17) != check(text)) {
            return Optional.empty();
        }
        return birth(text).map(day -> new NationalId(text, day));
    }

    /** For seeds and tests, where the number is known to be one. */
    public static NationalId of(String value) {
        return parse(value).orElseThrow(() -> new IllegalArgumentException("not an ID number"));
    }

    /** For seeds: the number whose first seventeen digits these are. */
    public static NationalId complete(String digits) {
        return of(digits + check(digits));
    }

    /** The check character that belongs to the first seventeen digits. */
    static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birth(String text) {
        int year = Integer.parseInt(text.substring(6, 10));
        if (year < 1900 || year > 2099) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    year, Integer.parseInt(text.substring(10, 12)), Integer.parseInt(text.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public LocalDate birth() {
        return birth;
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The whole number, for sealing, indexing and the audited reveal. */
    String whole() {
        return value;
    }

    /** {@code 410305********1234}. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalId that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
