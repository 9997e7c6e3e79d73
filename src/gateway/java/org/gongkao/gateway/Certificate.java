package org.gongkao.gateway;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** 平台证书。A certificate that a key makes out for itself, X.509 version 1: the JDK reads such, and has no public way to write one. */
record Certificate(String serial, String pem, Instant from, Instant to) {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    /** sha256WithRSAEncryption, without parameters. */
    private static final byte[] SHA256_WITH_RSA =
            tagged(SEQUENCE, bytes(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), bytes(0x05, 0));

    private static final byte[] COMMON_NAME = bytes(0x06, 3, 0x55, 0x04, 0x03);

    static Certificate of(PublicKey key, PrivateKey signer) throws GeneralSecurityException {
        var from = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var to = from.plus(3650, ChronoUnit.DAYS);
        var number = new BigInteger(120, new SecureRandom()).setBit(119);
        var name = tagged(
                SEQUENCE,
                tagged(
                        SET,
                        tagged(
                                SEQUENCE,
                                COMMON_NAME,
                                tagged(0x0c, "Gongkao demo platform".getBytes(StandardCharsets.UTF_8)))));
        var content = tagged(
                SEQUENCE,
                tagged(0x02, number.toByteArray()),
                SHA256_WITH_RSA,
                name,
                tagged(SEQUENCE, time(from), time(to)),
                name,
                key.getEncoded());
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer);
        signature.update(content);
        var whole = tagged(SEQUENCE, content, SHA256_WITH_RSA, tagged(0x03, bytes(0), signature.sign()));
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(whole);
        return new Certificate(
                number.toString(16).toUpperCase(java.util.Locale.ROOT),
                "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n",
                from,
                to);
    }

    private static byte[] time(Instant at) {
        return tagged(
                0x18,
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length < 128) {
            out.write(length);
        } else if (length < 256) {
            out.writeBytes(bytes(0x81, length));
        } else {
            out.writeBytes(bytes(0x82, length >> 8, length & 0xff));
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
