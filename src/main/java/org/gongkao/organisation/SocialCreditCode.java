package org.gongkao.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * 统一社会信用代码。The 18 characters that name a unit for good (GB 32100-2015): two for the registering authority and the
 * kind, six for the region, nine for the organisation, and one check character.
 */
public record SocialCreditCode(String value) {

    /** The letters I, O, S, V and Z do not exist here, so a letter's value is its place in this text, not in the alphabet. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** 机构编制 registers: 11 机关, 12 事业单位, 13 群众团体, 19 others. */
    private static final Set<String> USUAL_BEGINNINGS = Set.of("11", "12", "13", "19");

    /** 代码错误。What is wrong with a text that should be such a code. */
    public enum Wrong {
        LENGTH("统一社会信用代码应为18位，请对照单位法人证书或登记证书核对。"),
        CHARACTER("统一社会信用代码只由数字和大写字母组成，不含 I、O、S、V、Z，请核对是否误录。"),
        CHECK("统一社会信用代码的校验位不符，请对照证书逐位核对。");

        private final String sentence;

        Wrong(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public SocialCreditCode {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** What people type: full-width characters, small letters and blanks are no faults. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0\\u200b\\ufeff]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a normalised text; nothing when it is a code. */
    public static Optional<Wrong> fault(String code) {
        if (code.length() != 18) {
            return Optional.of(Wrong.LENGTH);
        }
        for (int i = 0; i < 18; i++) {
            if (CHARACTERS.indexOf(code.charAt(i)) < 0) {
                return Optional.of(Wrong.CHARACTER);
            }
        }
        return code.charAt(17) == checkCharacter(code) ? Optional.empty() : Optional.of(Wrong.CHECK);
    }

    /** Adds the check character to the first 17. */
    public static SocialCreditCode complete(String seventeen) {
        return new SocialCreditCode(seventeen + checkCharacter(seventeen));
    }

    /** Begins as 机关、事业单位 and 群众团体 of the 机构编制 authority do; others exist and are only asked about. */
    public boolean isUsualHere() {
        return USUAL_BEGINNINGS.contains(value.substring(0, 2));
    }

    /** 31 minus the weighted sum's rest; 31 itself is written 0. */
    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
