package org.gongkao.supervision;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkao.shared.Sha256;

/**
 * 抽取。How a sample follows from what was committed to; pure, so that whoever has the list repeats it on the page or with a
 * shell.
 *
 * <p>Two hands fix the seed, and neither can try out samples (ADR 0011). The platform draws a secret and shows its SHA-256
 * together with the hash of the frozen list; only then the officer gives words of any kind, best a number thrown before
 * witnesses. The seed is the SHA-256 of both and of the list's hash. The officer, who knows the list, does not know the
 * secret while choosing the words; the platform, which knows the secret, has committed to it before the words. A seed that
 * the officer fixed alone could be tried at home until the sample suits; so could one that the platform made alone.
 *
 * <p>Drawn are the first files in the order of HMAC-SHA256(seed, application number).
 */
record Draw(String secret, String listHash, String words) {

    static String commitment(String secret) {
        return Sha256.of(secret);
    }

    /** Of the file that is offered for download: each number on a line of its own, in ascending order. */
    static String listHash(List<String> numbers) {
        return Sha256.of(text(numbers));
    }

    static String text(List<String> numbers) {
        return numbers.isEmpty() ? "" : String.join("\n", numbers) + "\n";
    }

    String seed() {
        return Sha256.of(secret + "\n" + listHash + "\n" + words + "\n");
    }

    /** The files drawn, in the order of the draw. */
    List<Ranked> first(int wanted, List<String> numbers) {
        var mac = mac();
        return numbers.stream()
                .map(number -> new Ranked(
                        number, HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)))))
                .sorted(Comparator.comparing(Ranked::rank))
                .limit(wanted)
                .toList();
    }

    /** 次序值。A file with its place in the draw. */
    record Ranked(String number, String rank) {}

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed()), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with the tools of any Linux; {@code list.txt} is the downloaded list. */
    String shell(int wanted) {
        return """
                seed=$(printf '%%s\\n%%s\\n%%s\\n' '%s' "$(sha256sum < list.txt | cut -c1-64)" %s | sha256sum | cut -c1-64)
                while read -r n; do printf '%%s %%s\\n' "$(printf %%s "$n" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$seed | sed 's/^.*= *//')" "$n"; done < list.txt | LC_ALL=C sort | head -n %d
                """.formatted(secret, quoted(words), wanted);
    }

    private static String quoted(String words) {
        return "'" + words.replace("'", "'\\''") + "'";
    }
}
