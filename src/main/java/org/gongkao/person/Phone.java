package org.gongkao.person;

import java.text.Normalizer;
import java.util.Optional;

/** 手机号码。A mobile number of eleven digits. Prints masked; the whole number stays in this package. */
public final class Phone {

    private final String value;

    private Phone(String value) {
        this.value = value;
    }

    /** The number as typed, if it is one; wide digits, spaces, hyphens and +86 are forgiven. */
    public static Optional<Phone> parse(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .replaceFirst("^(\\+|00)86", "");
        return text.matches("1[3-9][0-9]{9}") ? Optional.of(new Phone(text)) : Optional.empty();
    }

    /** For seeds and tests, where the number is known to be one. */
    public static Phone of(String value) {
        return parse(value).orElseThrow(() -> new IllegalArgumentException("not a mobile number"));
    }

    String whole() {
        return value;
    }

    /** {@code 138****5678}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phone that && that.value.equals(value);
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
