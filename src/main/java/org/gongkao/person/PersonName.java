package org.gongkao.person;

import java.util.Optional;

/**
 * 姓名。A person's name as on the ID card: Chinese characters, rare ones included, and the dot of names of many peoples. One
 * dot (U+00B7) stands for all the dots that keyboards offer, so that one person has one spelling.
 */
public final class PersonName {

    private static final int LONGEST = 30;

    private PersonName() {}

    /** The name in its one spelling, or nothing when it cannot be one. */
    public static Optional<String> parse(String typed) {
        var name = typed.strip()
                .replaceAll("[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF65\\uFF0E.]", "·")
                .replaceAll("[\\s\\u3000]", "");
        boolean letters = name.matches("[\\p{IsHan}\\u3007]+(·[\\p{IsHan}\\u3007]+)*");
        int length = name.codePointCount(0, name.length());
        return letters && length >= 2 && length <= LONGEST ? Optional.of(name) : Optional.empty();
    }
}
