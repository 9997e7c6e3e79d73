package org.gongkao.person;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * 加密封装。Seals a value with AES-256-GCM under a random nonce, bound to its column and row, with the key's name in front;
 * indexes a value with HMAC-SHA-256 under a second key, so that it can be found and compared without being opened.
 *
 * <p>Layout: kind (1) · length of the key's name · key's name · nonce (12) · text and tag. SM4-GCM would be kind 2.
 */
@Component
public class Seal {

    private static final byte AES_256_GCM = 1;
    private static final byte HMAC_SHA_256 = 17;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    Seal(Keys keys) {
        this.keys = keys;
    }

    public byte[] seal(Place place, String plain) {
        var name = keys.encryption().current();
        var head = head(AES_256_GCM, name);
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var text = gcm(
                Cipher.ENCRYPT_MODE,
                keys.encryption().get(name),
                nonce,
                head,
                place,
                plain.getBytes(StandardCharsets.UTF_8));
        return join(head, nonce, text);
    }

    /** A phone that another module has to keep for a while, without ever seeing it. */
    public byte[] seal(Place place, Phone phone) {
        return seal(place, phone.whole());
    }

    public Phone openPhone(Place place, byte[] box) {
        return Phone.of(open(place, box));
    }

    /** Opens what was sealed for this place; anything else is a broken or moved row and fails. */
    public String open(Place place, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        if (buffer.get() != AES_256_GCM) {
            throw new IllegalStateException("unknown kind of seal in " + place.column());
        }
        var name = new byte[buffer.get()];
        buffer.get(name);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        var keyName = new String(name, StandardCharsets.UTF_8);
        var key = keys.encryption().get(keyName);
        var plain = gcm(Cipher.DECRYPT_MODE, key, nonce, head(AES_256_GCM, keyName), place, text);
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** The index of a value under the key in use. */
    public byte[] index(String column, String value) {
        return index(keys.index().current(), column, value);
    }

    /** The index of a phone in another module's column, which never sees the number itself. */
    public byte[] index(String column, Phone phone) {
        return index(column, phone.whole());
    }

    /** The indexes of a value under every key that is known: while a rotation runs, rows of both kinds are found. */
    public List<byte[]> indexes(String column, String value) {
        var all = new ArrayList<byte[]>();
        for (var name : keys.index().byName().keySet()) {
            all.add(index(name, column, value));
        }
        return all;
    }

    /** What every value begins with that was sealed under the key in use: by this a rotation finds the others. */
    public byte[] currentSealHead() {
        return head(AES_256_GCM, keys.encryption().current());
    }

    /** Likewise of indexes. */
    public byte[] currentIndexHead() {
        return head(HMAC_SHA_256, keys.index().current());
    }

    private byte[] index(String name, String column, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index().get(name));
            mac.update(column.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return join(head(HMAC_SHA_256, name), mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gcm(int mode, SecretKey key, byte[] nonce, byte[] head, Place place, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(place.bytes());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value does not fit its place " + place, e);
        }
    }

    private static byte[] head(byte kind, String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return join(new byte[] {kind, (byte) bytes.length}, bytes);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
